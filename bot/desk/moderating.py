"""`/entraide`: the moderators' desk."""

from bot.desk import linking, setting_up
from bot.domain.block import Length
from bot.domain.errors import NotFound
from bot.domain.ids import BlockId, RequestId
from bot.domain.people import Actor
from bot.services.access import request_here, require_moderator
from bot.services.communities.blocks import blocks_of, lift_block
from bot.services.communities.look_back import (
    TRAIL_KEPT,
    TRAIL_SHOWN,
    WEEKS_KEPT,
    WEEKS_SHOWN,
    trail_of,
    weeks_of,
)
from bot.services.requests.block import Blocking, block_author
from bot.tools import Tools
from bot.ui import blocking as ui_blocking
from bot.ui import looking_back, spaces
from bot.ui import moderating as ui
from bot.ui.forms import Answer, Form, Gesture
from bot.ui.notices import done
from bot.ui.reporting import moderator_card
from bot.ui.screen import Button, Screen
from bot.wording import Wording


async def desk(t: Tools, who: Actor, g: Gesture) -> Answer:
    """What waits for a moderator."""
    require_moderator(who)
    if not who.community:
        return await setting_up.home(t, who, g)
    async with t.uow() as uow:
        mentors = await uow.mentors.all(who.community)
        live = await uow.requests.live(who.community)
        drafts = await uow.drafts.awaiting_review(who.community)
        reported = await uow.requests.reported(who.community)
        community = await uow.communities.get(who.community)
    todo = ui.Desk(mentors, live, drafts, sum(len(r.open_reports) for r in reported))
    card = ui.desk(t.say(who), todo, t.clock.now())
    if linking.needs_channels(who, community):
        return Screen.of(spaces.unset(t.say(who)), card)
    return Screen.of(card)


async def look(t: Tools, who: Actor, g: Gesture) -> Answer:
    """A request that waits, masked."""
    require_moderator(who)
    async with t.uow() as uow:
        request = await request_here(uow, who, RequestId(g.subject))
    if not request.is_public:
        raise NotFound
    return Screen.of(moderator_card(t.say(who), request, "looked-at"))


async def block_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form that blocks the author of a request, blind."""
    require_moderator(who)
    async with t.uow() as uow:
        request = await request_here(uow, who, RequestId(g.subject))
    return ui_blocking.block_form(t.say(who), request)


async def block(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Block the author of a request, blind."""
    require_moderator(who)
    wanted = Blocking(RequestId(g.subject), g.one_of("length", Length), g.text("reason"))
    made = await block_author(who, wanted, uow=t.uow(), clock=t.clock)
    async with t.uow() as uow:
        zone = (await uow.communities.get(who.community)).time_zone
    until = ui_blocking.blocked_until(t.say(who), made.last_day(zone))
    return Screen.of(done(t.say(who), "blocked", _blocks_button(t.say(who)), until=until))


async def blocks(t: Tools, who: Actor, g: Gesture) -> Answer:
    """The blocks that hold."""
    found = await blocks_of(who, uow=t.uow(), clock=t.clock)
    card = ui_blocking.blocks_card(
        t.say(who), found.blocks, found.names, found.time_zone, _start(g)
    )
    return Screen.of(card)


async def lift(t: Tools, who: Actor, g: Gesture) -> Answer:
    """End a block before its time."""
    await lift_block(who, BlockId(g.text("value")), uow=t.uow())
    return Screen.of(done(t.say(who), "block-lifted-now", _blocks_button(t.say(who))))


def _blocks_button(say: Wording) -> Button:
    return Button(say("button-blocks"), "moderation.blocks")


def _start(g: Gesture) -> int:
    return int(g.text("value")) if g.text("value").isdecimal() else 0


async def trail(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Who did what to which request, newest first."""
    found = await trail_of(who, TRAIL_SHOWN, uow=t.uow(), clock=t.clock)
    say = t.say(who)
    card = looking_back.trail_card(say, found.entries, found.mentors, found.requests, _start(g))
    return Screen.of(card)


async def trail_file(t: Tools, who: Actor, g: Gesture) -> Answer:
    """All of it that is kept, as a file."""
    found = await trail_of(who, TRAIL_KEPT, uow=t.uow(), clock=t.clock)
    return Screen.of(
        looking_back.trail_file(t.say(who), found.entries, found.mentors, found.requests)
    )


async def weeks(t: Tools, who: Actor, g: Gesture) -> Answer:
    """The last complete weeks in numbers, the newest in full."""
    found = await weeks_of(who, WEEKS_SHOWN, uow=t.uow(), clock=t.clock)
    say, (monday, newest) = t.say(who), found[0]
    table = looking_back.weeks_card(say, found)
    if not newest.published:
        return Screen.of(table)
    picture = await t.charts.draw(looking_back.chart(say, monday, newest))
    return Screen.of(looking_back.digest_card(say, monday, newest, picture), table)


async def weeks_file(t: Tools, who: Actor, g: Gesture) -> Answer:
    """All the weeks that are kept, as a file."""
    found = await weeks_of(who, WEEKS_KEPT, uow=t.uow(), clock=t.clock)
    return Screen.of(looking_back.weeks_file(t.say(who), found))
