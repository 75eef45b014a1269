"""`/entraide`: the moderators' desk."""

from bot.desk import setting_up
from bot.domain.ids import RequestId
from bot.domain.people import Actor
from bot.services.access import require_moderator
from bot.services.requests.report import block_author
from bot.tools import Tools
from bot.ui import moderating as ui
from bot.ui.forms import Answer, Gesture
from bot.ui.notices import done
from bot.ui.screen import Screen


async def desk(t: Tools, who: Actor, g: Gesture) -> Answer:
    """What waits for a moderator."""
    require_moderator(who)
    if not who.community:
        return await setting_up.home(t, who, g)
    async with t.uow() as uow:
        mentors = await uow.mentors.all(who.community)
        live = await uow.requests.live(who.community)
        drafts = await uow.drafts.awaiting_review(who.community)
    return Screen.of(ui.desk(t.say(who), mentors, live, drafts))


async def block(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Block the author of a request, blind."""
    await block_author(who, RequestId(g.subject), uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "blocked"))
