"""What a view can look at while it draws, and where its post goes."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.domain.community import Community, Space
from bot.domain.errors import NotFound
from bot.domain.ids import CommunityId, MentorId, RequestId
from bot.domain.mentor import Mentor
from bot.domain.people import NOBODY, Address, Language, Party
from bot.domain.request import Request
from bot.ports.outbound import (
    Delivery,
    Drawing,
    Target,
    ToJoiner,
    ToMentor,
    ToRequester,
    ToRoom,
    ToThread,
)
from bot.ports.store import UnitOfWork
from bot.tools import Tools
from bot.wording import Wording


@dataclass(frozen=True, slots=True)
class Scene:
    """One delivery about to be drawn; ``request`` is None when it was erased."""

    tools: Tools
    uow: UnitOfWork
    delivery: Delivery
    community: Community
    request: Request | None
    target: Target

    @property
    def say(self) -> Wording:
        """The sentences in the language of whoever reads them."""
        return self.tools.wordings[self.target.language]

    @property
    def reader(self) -> Party:
        """On which side of the conversation whoever reads it stands."""
        to = self.delivery.recipient
        return Party.REQUESTER if isinstance(to, ToRequester) else Party.MENTOR

    @property
    def is_over(self) -> bool:
        """Say whether it would show in a channel of a space that left: nothing stays there."""
        to = self.delivery.recipient
        return isinstance(to, ToRoom) and self.community.spaces[to.space].has_left

    async def mentors(self) -> Sequence[Mentor]:
        """Return the mentors of the request, the one who claimed first."""
        ids = self.request.mentors if self.request else ()
        return [await self.uow.mentors.get(mentor) for mentor in ids]

    async def is_told(self) -> bool:
        """Say whether the story of the request was told, for others to read."""
        draft = await self.uow.drafts.of(self.request.id) if self.request else None
        return draft is not None and draft.was_read

    async def sharing_with(self, reader: CommunityId) -> Sequence[CommunityId]:
        """Return the partners whose cases a community may read, as they decide today."""
        ours = await self.uow.communities.get(reader)
        partners = [await self.uow.communities.get(each.community) for each in ours.partners]
        return [other.id for other in partners if other.shares_cases_with(ours.id)]

    async def mentor_named(self, argument: str) -> str:
        """Return the display name of a mentor whom the delivery mentions."""
        mentor = self.delivery.arguments.get(argument)
        return (await self.uow.mentors.get(MentorId(mentor))).name if mentor else ""


View = Callable[[Scene], Awaitable[Drawing | None]]


async def scene_of(tools: Tools, uow: UnitOfWork, delivery: Delivery) -> Scene | None:
    """Return the scene of a delivery, or None when nobody is left to show it to."""
    community = await uow.communities.get(delivery.community)
    request = await _request_of(uow, delivery.request)
    try:
        target = await _target(uow, delivery, community, request)
    except NotFound:
        return None
    return Scene(tools, uow, delivery, community, request, target) if target else None


async def _request_of(uow: UnitOfWork, request: RequestId | None) -> Request | None:
    try:
        return await uow.requests.get(request) if request else None
    except NotFound:
        return None


async def _target(
    uow: UnitOfWork, delivery: Delivery, community: Community, request: Request | None
) -> Target | None:
    to = delivery.recipient
    if isinstance(to, ToRequester):
        if request is None or request.requester == NOBODY:
            return None
        return _private(request.requester, request.language, request)
    if isinstance(to, ToMentor):
        mentor = await uow.mentors.get(to.mentor)
        if not mentor.addresses:  # they erased everything about themselves
            return None
        return _private(mentor.addresses[0], mentor.language, None)
    if isinstance(to, ToJoiner):
        return _asker(community, to)
    space = community.spaces[to.space]
    if isinstance(to, ToRoom):
        return _room(space, to, community.language)
    return await _thread(uow, space, to, community.language, request)


def _private(address: Address, language: Language, request: Request | None) -> Target:
    return Target(
        address.platform,
        address.space,
        "conversation" if request else "inbox",
        user=address.user,
        request=request.id if request else None,
        title=request.code_name if request else "",
        language=language,
    )


def _asker(community: Community, to: ToJoiner) -> Target | None:
    for joining in community.joinings:
        if joining.id == to.joining and joining.asker is not None:
            return _private(joining.asker, joining.language, None)
    return None


def _room(space: Space, to: ToRoom, language: Language) -> Target | None:
    channel = space.channels.get(to.channel)
    if channel is None:
        return None
    return Target(space.platform, space.id, "room", channel=channel, language=language)


async def _thread(
    uow: UnitOfWork, space: Space, to: ToThread, language: Language, request: Request | None
) -> Target:
    mentors = [await uow.mentors.get(mentor) for mentor in request.mentors] if request else []
    members = tuple(
        address.user
        for mentor in mentors
        for address in mentor.addresses
        if (address.platform, address.space) == (space.platform, space.id)
    )
    return Target(
        space.platform,
        space.id,
        "thread",
        request=to.request,
        title=request.code_name if request else "",
        language=mentors[0].language if mentors else language,
        members=members,
    )
