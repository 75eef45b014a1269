"""What moderators can look back on, for whoever runs the process."""

from collections.abc import Sequence

from bot.domain.community import Community
from bot.domain.people import Actor, Address
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWorkFactory
from bot.services.communities.look_back import TRAIL_KEPT, WEEKS_KEPT, trail_of, weeks_of
from bot.ui import looking_back
from bot.ui.screen import File
from bot.wording import load


async def records(community: Community, *, uow: UnitOfWorkFactory, clock: Clock) -> Sequence[File]:
    """Return the trail and the weeks of a community as files, as its moderators get them."""
    say = load()[community.language]
    nobody = Address("terminal", "", "")
    host = Actor(nobody, community.id, community.language, is_moderator=True)
    trail = await trail_of(host, TRAIL_KEPT, uow=uow(), clock=clock)
    cards = (
        looking_back.trail_file(say, trail.entries, trail.mentors, trail.requests),
        looking_back.weeks_file(say, await weeks_of(host, WEEKS_KEPT, uow=uow(), clock=clock)),
    )
    return [block for card in cards for block in card.blocks if isinstance(block, File)]
