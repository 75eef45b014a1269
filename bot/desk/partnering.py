"""Partner communities: invite, accept, end; for moderators."""

from bot.domain.ids import CommunityId
from bot.domain.people import Actor
from bot.services.access import require_moderator
from bot.services.communities import partner
from bot.tools import Tools
from bot.ui import partnering as ui
from bot.ui.forms import Answer, Form, Gesture
from bot.ui.notices import done
from bot.ui.screen import Screen


async def home(t: Tools, who: Actor, g: Gesture) -> Answer:
    """The partners, and what is shared with each."""
    found = await partner.partners_of(who, uow=t.uow())
    return Screen.of(ui.partners(t.say(who), found, who.community))


async def invite_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form that says what would be shared."""
    require_moderator(who)
    return ui.invite_form(t.say(who))


async def invite(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Make a code for the other community's moderator."""
    code = await partner.invite(
        who, requests=g.ticked("requests"), cases=g.ticked("cases"), uow=t.uow(), clock=t.clock
    )
    return Screen.of(done(t.say(who), "partner-invited", code=code))


async def accept_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form that takes a code."""
    require_moderator(who)
    return ui.accept_form(t.say(who))


async def accept(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Become partners."""
    other = await partner.accept(
        who,
        g.text("code"),
        requests=g.ticked("requests"),
        cases=g.ticked("cases"),
        uow=t.uow(),
        clock=t.clock,
    )
    return Screen.of(done(t.say(who), "partner-accepted", name=other.name))


async def end(t: Tools, who: Actor, g: Gesture) -> Answer:
    """End a partnership."""
    other = await partner.end(who, CommunityId(g.text("value")), uow=t.uow())
    return Screen.of(done(t.say(who), "partner-ended", name=other.name))
