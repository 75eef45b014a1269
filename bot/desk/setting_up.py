"""Setting a community up; for its moderators, or for who runs a space without a community."""

from collections.abc import Sequence
from datetime import timedelta
from functools import partial

from bot.desk.linking import threshold
from bot.domain.community import Channel, Community, Space, Waves
from bot.domain.errors import InvalidAnswers, NotFound
from bot.domain.people import LANGUAGES, Actor, Language
from bot.domain.premises import crowd, is_small
from bot.domain.vocabulary import Urgency
from bot.services.access import require_moderator
from bot.services.answers import check_all
from bot.services.communities.arrange import Arrangement, arrange
from bot.services.communities.ask_role import ask_role
from bot.services.communities.set_delays import set_retention, set_waves
from bot.services.communities.set_local import set_local
from bot.tools import Tools
from bot.ui import setting_up as ui
from bot.ui.durations import parse_duration
from bot.ui.forms import Answer, Form, Gesture
from bot.ui.screen import Screen


async def home(t: Tools, who: Actor, g: Gesture) -> Answer:
    """How the community is set up, and what is missing; the ways to begin where none is."""
    require_moderator(who)
    if not who.community:
        return await threshold(t, who)
    return await _checked(t, who, await _community(t, who))


async def place_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form for the channels."""
    require_moderator(who)
    community = await _community(t, who) if who.community else None
    return ui.place_form(t.say(who), who, community)


async def place(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Arrange the space, and say at once what does not work there."""
    channels = {each: g.text(each.value) for each in Channel}
    wanted = Arrangement(g.text("name"), _language(g), channels)
    return await _checked(t, who, await arrange(who, wanted, uow=t.uow(), clock=t.clock))


async def role_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form for the role that mentors have to bear here."""
    require_moderator(who)
    return ui.role_form(t.say(who), _here(who, await _community(t, who)))


async def role(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Ask mentors for a role, or for none."""
    return await _checked(t, who, await ask_role(who, g.text("role"), uow=t.uow(), books=t.roles))


async def waves_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form for the delays of an urgency."""
    require_moderator(who)
    urgency = Urgency(g.subject) if g.subject in set(Urgency) else g.one_of("value", Urgency)
    return ui.waves_form(t.say(who), await _community(t, who), urgency)


async def waves(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Set the delays of an urgency."""
    chosen = Waves(**_durations(g, ui.WAVES))
    if g.subject not in set(Urgency):
        raise InvalidAnswers({"second": "fault-choose"})
    await set_waves(who, Urgency(g.subject), chosen, uow=t.uow())
    return await home(t, who, g)


async def retention_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form for how long things are kept."""
    require_moderator(who)
    return ui.retention_form(t.say(who), await _community(t, who))


async def retention(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Set how long things are kept."""
    await set_retention(who, **_durations(g, ui.RETENTION), uow=t.uow())
    return await home(t, who, g)


def _durations(g: Gesture, names: Sequence[str]) -> dict[str, timedelta]:
    check_all(*(partial(parse_duration, g.text(name), name) for name in names))
    return {name: parse_duration(g.text(name), name) for name in names}


async def local_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form for the clock and the moderators' address."""
    require_moderator(who)
    return ui.local_form(t.say(who), await _community(t, who))


async def local(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Set the clock and the moderators' address."""
    chosen = {name: g.text(name) for name in ui.LOCAL}
    await set_local(who, **chosen, uow=t.uow(), clock=t.clock)
    return await home(t, who, g)


async def _checked(t: Tools, who: Actor, community: Community) -> Screen:
    space = _here(who, community)
    premises = t.premises.get(space.platform)
    missing = await premises.missing(space) if premises else ()
    has_roles, is_few = space.platform in t.roles, is_small(await _people(t, community))
    return Screen.of(
        ui.setup_card(t.say(who), community, space, missing, has_roles=has_roles, is_few=is_few)
    )


async def _people(t: Tools, community: Community) -> int | None:
    homes = [(t.premises.get(space.platform), space) for space in community.homes]
    return crowd([await each.people(space) if each else None for each, space in homes])


def _here(who: Actor, community: Community) -> Space:
    space = community.space(who.address.platform, who.address.space)
    if space is None:  # they moderate from a space that has left meanwhile
        raise NotFound("refusal-no-community")
    return space


async def _community(t: Tools, who: Actor) -> Community:
    async with t.uow() as uow:
        return await uow.communities.get(who.community)


def _language(g: Gesture) -> Language:
    found = next((code for code in LANGUAGES if code == g.text("language")), None)
    if found is None:
        raise InvalidAnswers({"language": "fault-choose"})
    return found
