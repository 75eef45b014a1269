"""Views of a team's rehearsal."""

from bot.domain.drill import Drill, compare
from bot.domain.errors import NotFound
from bot.domain.ids import DrillId
from bot.ports.outbound import Drawing
from bot.ui import drilling as ui
from bot.ui.screen import Screen
from bot.views.scene import Scene


async def drill(scene: Scene) -> Drawing | None:
    """One moment of a rehearsal as it stands, or its end."""
    arguments, search = scene.delivery.arguments, scene.tools.search
    played, number = await _played(scene), int(arguments["scene"])
    if played is None:
        return None
    language, community = scene.target.language, scene.community.id
    shared = await scene.sharing_with(community)
    sheet = await search.case(played.case, community=community, language=language, shared=shared)
    if sheet is None:
        return None
    if number < played.length:
        return Screen.of(ui.moment(scene.say, played, sheet, number))
    playbook = await search.playbook_for(sheet.category, language)
    points = ui.points_of(sheet, playbook)
    echoes = await search.echoes("\n".join(each.text for each in played.answers), points)
    return Screen.of(ui.ending(scene.say, sheet, playbook, compare(points, echoes)))


async def _played(scene: Scene) -> Drill | None:
    try:
        return await scene.uow.drills.get(DrillId(scene.delivery.arguments["drill"]))
    except NotFound:
        return None
