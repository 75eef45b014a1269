"""`/entraide`: the moderators' desk."""

from bot.desk import linking, setting_up
from bot.domain.ids import RequestId
from bot.domain.people import Actor
from bot.services.access import require_moderator
from bot.services.communities.look_back import trail_of, weeks_of
from bot.services.requests.report import block_author
from bot.tools import Tools
from bot.ui import looking_back, spaces
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
        community = await uow.communities.get(who.community)
    card = ui.desk(t.say(who), mentors, live, drafts)
    if linking.needs_channels(who, community):
        return Screen.of(spaces.unset(t.say(who)), card)
    return Screen.of(card)


async def block(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Block the author of a request, blind."""
    await block_author(who, RequestId(g.subject), uow=t.uow(), clock=t.clock)
    return Screen.of(done(t.say(who), "blocked"))


async def trail(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Who did what to which request, newest first."""
    found = await trail_of(who, uow=t.uow(), clock=t.clock)
    start = int(g.text("value")) if g.text("value").isdecimal() else 0
    card = looking_back.trail_card(t.say(who), found.entries, found.mentors, found.requests, start)
    return Screen.of(card)


async def weeks(t: Tools, who: Actor, g: Gesture) -> Answer:
    """The last complete weeks in numbers, the newest in full."""
    found = await weeks_of(who, uow=t.uow(), clock=t.clock)
    say, (monday, newest) = t.say(who), found[0]
    table = looking_back.weeks_card(say, found)
    if not newest.published:
        return Screen.of(table)
    return Screen.of(looking_back.week_card(say, monday, newest), table)
