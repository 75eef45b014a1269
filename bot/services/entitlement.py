"""Who may be a mentor where a space asks for a role: the platform knows, at this moment."""

from collections.abc import Callable, Collection, Mapping, Sequence

from bot.domain.community import Community
from bot.domain.ids import CommunityId, MentorId
from bot.domain.matching import Candidate, Match
from bot.domain.mentor import Mentor
from bot.domain.people import Address
from bot.ports.roles import Roles
from bot.ports.store import UnitOfWork

Books = Mapping[str, Roles]  # by platform


async def may_mentor(community: Community, address: Address, books: Books) -> bool | None:
    """Say whether an account may be a mentor's, or None while nobody can tell."""
    space = community.space(address.platform, address.space)
    if space is None or not space.mentor_role:
        return True
    book = books.get(address.platform)
    return await book.bears(address, space.mentor_role) if book else None


async def has_lost_role(community: Community, mentor: Mentor, books: Books) -> bool:
    """Say whether no account of a mentor may be one any more; doubt speaks for them."""
    for address in mentor.addresses:
        if await may_mentor(community, address, books) is not False:
            return False
    return bool(mentor.addresses)


async def lost_among(
    uow: UnitOfWork,
    found: Mapping[CommunityId, Sequence[Candidate]],
    pick: Callable[[Sequence[Candidate]], Sequence[Match]],
    books: Books,
) -> Collection[MentorId]:
    """Return who would be picked but lost the role; whoever follows them is looked up too."""
    lost: set[MentorId] = set()
    for home, known in found.items():
        community, well = await uow.communities.get(home), set[MentorId]()
        mentors = {each.mentor.id: each.mentor for each in known}
        while new := {each.mentor for each in pick(without(lost, known))} - well:
            gone = {m for m in new if await has_lost_role(community, mentors[m], books)}
            lost |= gone
            well |= new - gone
    return lost


def without(lost: Collection[MentorId], known: Sequence[Candidate]) -> Sequence[Candidate]:
    """Return the candidates who are left."""
    return [each for each in known if each.mentor.id not in lost]
