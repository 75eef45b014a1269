"""Views of the spaces of a community."""

from bot.domain.errors import NotFound
from bot.ports.outbound import Drawing
from bot.ui import spaces as ui
from bot.ui.notices import done
from bot.ui.screen import Screen
from bot.views.scene import Scene


async def joining(scene: Scene) -> Drawing | None:
    """The question whether a space may join, then the answer."""
    facts = scene.delivery.arguments
    if facts["state"] != "asked":
        return Screen.of(ui.answered(scene.say, facts["platform"], facts["state"]))
    try:
        waiting = scene.community.joining(facts["joining"], scene.tools.clock.now())
    except NotFound:
        return None
    return Screen.of(ui.joining_card(scene.say, waiting))


async def answer(scene: Scene) -> Drawing | None:
    """The answer to whoever asked that their space may join."""
    state = scene.delivery.arguments["state"]
    return Screen.of(done(scene.say, f"asked-in-{state}", name=scene.community.name))


async def left(scene: Scene) -> Drawing | None:
    """The news that a space left."""
    platform = scene.say(f"platform-{scene.delivery.arguments['platform']}")
    return Screen.of(done(scene.say, "space-left", platform=platform))


async def mentor_parted(scene: Scene) -> Drawing | None:
    """The news to a mentor that their space left."""
    return Screen.of(done(scene.say, "mentor-parted", name=scene.community.name))
