"""What reactions look at, and the few ways in which they address people."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.domain.community import Channel, Community
from bot.domain.ids import CommunityId, MentorId, RequestId
from bot.domain.mentor import Mentor, Notice
from bot.domain.people import Address
from bot.domain.relay import RelayMessage
from bot.domain.request import Request
from bot.ports.outbound import Delivery, Recipient, ToMentor, ToRequester, ToRoom, ToThread

Shown = tuple[RequestId, Recipient, str]


@dataclass(frozen=True, slots=True)
class Facts:
    """What reactions look at: the community, the request, its mentors, and who is who."""

    community: Community
    request: Request | None
    mentors: Mapping[MentorId, Mentor]
    message: RelayMessage | None = None
    posts: Sequence[tuple[CommunityId, Recipient, str]] = ()  # of a request that was erased
    guests: Sequence[Community] = ()  # partners to whose mentors it was offered
    shown: Sequence[Shown] = ()  # in the channels of a space that left

    @property
    def origin(self) -> tuple[CommunityId, int] | None:
        """The space from which a mentor's message came, where they wrote it."""
        writer = self.message and self.message.mentor and self.mentors.get(self.message.mentor)
        if not writer or self.message is None or self.message.space is None:
            return None
        where = self.message.space
        there = [a for a in writer.addresses if (a.platform, a.space) == where]
        spaces = self._spaces_of(writer.id, there)
        return spaces[0] if spaces else None

    def rooms(
        self, channel: Channel, view: str, subject: str, /, **arguments: str
    ) -> list[Delivery]:
        """Show ``view`` in every space that has such a channel."""
        return [
            self._to(ToRoom(number, channel), view, subject, arguments)
            for number, space in enumerate(self.community.spaces)
            if channel in space.channels and not space.has_left
        ]

    def guest_rooms(self, view: str, subject: str) -> list[Delivery]:
        """Show ``view`` to the mentors of the partners that help."""
        return [
            self._to(ToRoom(number, Channel.MENTORS), view, subject, {}, guest.id)
            for guest in self.guests
            for number, space in enumerate(guest.spaces)
            if Channel.MENTORS in space.channels and not space.has_left
        ]

    def requester(self, view: str, subject: str, /, **arguments: str) -> list[Delivery]:
        """Show ``view`` to whoever asked, if the link to them still exists."""
        if self.request is None:
            return []
        return [self._to(ToRequester(self.request.id), view, subject, arguments)]

    def mentor(
        self, mentor: MentorId, view: str, subject: str, /, **arguments: str
    ) -> list[Delivery]:
        """Show ``view`` to one mentor in private."""
        return [self._to(ToMentor(mentor), view, subject, arguments)]

    def threads(
        self, view: str, subject: str, also: Sequence[MentorId] = (), /, **arguments: str
    ) -> list[Delivery]:
        """Show ``view`` in the mentors' thread, in each space where one of them is."""
        if self.request is None:
            return []
        spaces = {s for m in (*self.request.mentors, *also) for s in self._spaces_of(m)}
        return [
            self._to(ToThread(self.request.id, space), view, subject, arguments, where)
            for where, space in sorted(spaces)
        ]

    def _spaces_of(
        self, mentor: MentorId, some: Sequence[Address] | None = None
    ) -> list[tuple[CommunityId, int]]:
        """Return the spaces, of our community or of a partner, where a mentor is."""
        known = self.mentors.get(mentor)
        if known is None:
            return []
        return [
            (home.id, number)
            for home in (self.community, *self.guests)
            if home.id == known.community
            for address in (known.addresses if some is None else some)
            if (number := space_number(home, address)) is not None
        ]

    def _to(
        self,
        recipient: Recipient,
        view: str,
        subject: str,
        arguments: Mapping[str, str],
        where: CommunityId | None = None,
    ) -> Delivery:
        request = self.request.id if self.request else None
        here = where or self.community.id
        return Delivery(here, recipient, view, subject, request, dict(arguments))


def space_number(community: Community, address: Address) -> int | None:
    """Return the number of the space that an account belongs to."""
    keys = [space.where for space in community.spaces]
    key = (address.platform, address.space)
    return keys.index(key) if key in keys else None


def cards(f: Facts, request: RequestId) -> list[Delivery]:
    """Draw again everything that shows the state of a request."""
    told = _asked(f, Notice.PRIVATE)
    return [
        *f.rooms(Channel.HELP, "request-card", f"card:{request}"),
        *f.rooms(Channel.MENTORS, "request-card", f"card:{request}"),
        *f.guest_rooms("request-card", f"card:{request}"),
        *(d for m in told for d in f.mentor(m, "mentor-notice", notice(f, request))),
        *calls(f, request),
        *own_card(f, request),
    ]


def own_card(f: Facts, request: RequestId) -> list[Delivery]:
    """Draw again, for whoever asked, how their request stands."""
    return f.requester("own-card", f"own:{request}")


def farewell(f: Facts, request: RequestId) -> list[Delivery]:
    """Draw the end of a conversation for whoever asked: one for each search for a mentor."""
    return f.requester("ended", f"ended:{request}:{f.request.round if f.request else 0}")


def calls(f: Facts, request: RequestId) -> list[Delivery]:
    """Name in the mentors' channel those who would rather hear of requests there."""
    called = _asked(f, Notice.CHANNEL)
    if not called:
        return []
    search = f.request.round if f.request else 0
    subject, names = f"call:{request}:{search}", " ".join(called)
    return f.rooms(Channel.MENTORS, "mentor-call", subject, mentors=names)


def _asked(f: Facts, how: Notice) -> list[MentorId]:
    """Return who was asked in this search and wants to hear of it so."""
    asked = f.request.asked if f.request else ()
    return [m for m in asked if m in f.mentors and f.mentors[m].profile.notice is how]


def notice(f: Facts, request: RequestId) -> str:
    """Name the notices of one search: a new search tells again, an old notice stays as it is."""
    return f"notice:{request}:{f.request.round if f.request else 0}"


def news(f: Facts, kind: str, subject: str, /, **arguments: str) -> list[Delivery]:
    """Tell the requester a line of news; ``kind`` names the sentence."""
    return f.requester("news", subject, kind=kind, **arguments)


def thread_news(
    f: Facts, kind: str, subject: str, also: Sequence[MentorId] = (), /, **arguments: str
) -> list[Delivery]:
    """Tell the mentors a line of news in their thread."""
    return f.threads("news", subject, also, kind=kind, **arguments)


def opener(f: Facts, request: RequestId, *also: MentorId) -> list[Delivery]:
    """Draw the top of the mentors' thread again."""
    return f.threads("thread-opener", f"thread:{request}", also)


def round_of(f: Facts) -> str:
    """Tell claims of one mentor apart when a request was released in between."""
    at = f.request.claimed_at if f.request else None
    return at.strftime("%H%M%S") if at else "0"


def version_of(f: Facts) -> int:
    """Tell repeated news of one kind apart."""
    return f.request.version if f.request else 0
