"""One community in several spaces: link one more, let one go; for moderators."""

from bot.domain.community import Community, Space
from bot.domain.people import Actor
from bot.services.access import require_moderator
from bot.services.communities import link_space, unlink_space
from bot.tools import Tools
from bot.ui import spaces as ui
from bot.ui.forms import Answer, Form, Gesture
from bot.ui.notices import done
from bot.ui.screen import Screen


async def home(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Where the community lives, and who would join."""
    require_moderator(who)
    async with t.uow() as uow:
        community = await uow.communities.get(who.community)
    homes = [
        await _home(t, community, number)
        for number, space in enumerate(community.spaces)
        if not space.has_left
    ]
    here, say, now = (who.address.platform, who.address.space), t.say(who), t.clock.now()
    waiting = [each for each in community.joinings if each.waits(now)]
    cards = (ui.spaces_card(say, homes, here), *(ui.joining_card(say, each) for each in waiting))
    return Screen(cards)


async def code(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Make the code for the other side."""
    made = await link_space.make_code(who, uow=t.uow(), clock=t.clock)
    return Screen.of(ui.code_card(t.say(who), made))


async def threshold(t: Tools, who: Actor) -> Answer:
    """The two ways to begin, for who runs a space without a community."""
    require_moderator(who)
    asked = await link_space.waiting_for(who, uow=t.uow(), clock=t.clock)
    return Screen.of(ui.threshold(t.say(who), asked))


async def enter_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form that takes the code."""
    require_moderator(who)
    return ui.enter_form(t.say(who))


async def enter(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Show which community the code is of; nothing is linked yet."""
    name = await _name(t, who.address.platform, who.address.space)
    found, joining = await link_space.look_in(who, g.text("code"), name, uow=t.uow(), clock=t.clock)
    return Screen.of(ui.look_in(t.say(who), found, joining))


async def join(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Ask the other side's moderators."""
    community = await link_space.ask_in(who, g.subject, uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "joining-sent", name=community.name))


async def welcome(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Take the space in."""
    joining = await link_space.answer(who, g.subject, welcome=True, uow=t.uow(), clock=t.clock)
    return Screen.of(ui.answered(t.say(who), joining.platform, "joined"))


async def refuse(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Leave things as they are."""
    joining = await link_space.answer(who, g.subject, welcome=False, uow=t.uow(), clock=t.clock)
    return Screen.of(ui.answered(t.say(who), joining.platform, "refused"))


async def ask_leave(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Say what happens when a space is unlinked."""
    space = await unlink_space.space_to_unlink(who, g.text("value"), uow=t.uow())
    name = await _name(t, space.platform, space.id)
    return Screen.of(ui.unlink_question(t.say(who), ui.Home(int(g.text("value")), space, name)))


async def leave(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Unlink it."""
    community, space = await unlink_space.unlink(who, g.subject, uow=t.uow(), clock=t.clock)
    home = ui.Home(int(g.subject), space, await _name(t, space.platform, space.id))
    return Screen.of(ui.unlinked(t.say(who), home, community))


def needs_channels(who: Actor, community: Community) -> bool:
    """Say whether the actor's space was linked, and not set up yet."""
    space: Space | None = community.space(who.address.platform, who.address.space)
    return space is not None and not space.channels


async def _home(t: Tools, community: Community, number: int) -> ui.Home:
    space = community.spaces[number]
    return ui.Home(number, space, await _name(t, space.platform, space.id))


async def _name(t: Tools, platform: str, space: str) -> str:
    premises = t.premises.get(platform)
    return (await premises.name(space))[:80] if premises else ""
