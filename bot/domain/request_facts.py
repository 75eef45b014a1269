"""What is known of one call for help, and who is who in it."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.domain import events as e
from bot.domain.errors import NotAllowed, TooLate
from bot.domain.ids import CommunityId, MentorId, RequestId
from bot.domain.naming import UNNAMED, Naming
from bot.domain.people import Address, Language, Party
from bot.domain.policy import RULES, Act, Role, State
from bot.domain.report import Report
from bot.domain.vocabulary import Category, Urgency


@dataclass(slots=True)
class RequestFacts:
    """A request as it stands.

    ``text`` is masked and may be shown; ``original`` is what was typed and lives only
    while the request is a draft. ``created_on`` is a day, never an hour: an hour could
    tell who asked.
    """

    id: RequestId
    community: CommunityId
    requester: Address
    language: Language
    created_on: date
    text: str
    original: str | None = None
    urgency: Urgency = Urgency.NOW
    category: Category | None = None
    hidden_names: tuple[str, ...] = ()
    excluded: str = ""
    discreet: bool = False
    stays_home: bool = False
    code_name: str = ""
    receipt: str | None = None
    state: State = State.DRAFT
    mentor: MentorId | None = None
    co_mentors: tuple[MentorId, ...] = ()
    offered_to: MentorId | None = None
    asked: tuple[MentorId, ...] = ()
    guests: tuple[CommunityId, ...] = ()  # partners to whose mentors it was offered
    avoided: tuple[MentorId, ...] = ()
    close_proposed_by: Party | None = None
    mentor_has_written: bool = False
    was_long: bool = False
    needed_backup: bool = False
    naming: Naming = UNNAMED
    wave: int = 0
    searched_from: datetime | None = None
    round: int = 0  # how many searches for a mentor there were before this one
    rating: int | None = None
    reports: tuple[Report, ...] = ()
    published_at: datetime | None = None
    claimed_at: datetime | None = None
    closed_at: datetime | None = None
    version: int = 0
    events: list[e.Event] = field(default_factory=list)

    # --- who is who ----------------------------------------------------------------

    @property
    def mentors(self) -> tuple[MentorId, ...]:
        """Everybody who helps, the one who claimed first."""
        return (self.mentor, *self.co_mentors) if self.mentor else ()

    @property
    def helpers(self) -> tuple[CommunityId, ...]:
        """The communities whose mentors may help."""
        return (self.community, *self.guests)

    @property
    def is_public(self) -> bool:
        """Whether its card was ever shown to the community."""
        return self.published_at is not None

    @property
    def first_wait(self) -> timedelta | None:
        """How long it waited for its first mentor; None before, and after a later search."""
        if not (self.published_at and self.claimed_at) or self.searched_from != self.published_at:
            return None
        return self.claimed_at - self.published_at

    @property
    def is_scheduled(self) -> bool:
        """Whether the requester said yes and a random delay runs before it is public."""
        return self.state is State.DRAFT and self.original is None

    @property
    def may_wait(self) -> bool:
        """Whether a random delay may run before it is public: never when it is for now."""
        return self.discreet and self.urgency is not Urgency.NOW

    @property
    def has_ended(self) -> bool:
        """Whether nothing is awaited from anybody."""
        return self.state not in (State.DRAFT, State.OPEN, State.CLAIMED)

    @property
    def was_hard(self) -> bool:
        """Whether it may weigh on its mentors, by what it took and never by what was said."""
        return self.was_long or self.needed_backup

    @property
    def open_reports(self) -> tuple[Report, ...]:
        """What a moderator has yet to look at."""
        return tuple(each for each in self.reports if each.is_open)

    def report_of(self, side: Party) -> Report | None:
        """Return what a side reported last."""
        return next((each for each in reversed(self.reports) if each.by is side), None)

    def check(self, act: Act, role: Role) -> None:
        """Raise ``NotAllowed`` or ``TooLate`` unless ``role`` may do ``act`` now."""
        rule = RULES[act]
        if role not in rule.roles:
            raise NotAllowed
        if self.state not in rule.states:
            raise TooLate(state=self.state.value)

    def role_of(self, mentor: MentorId | None) -> Role:
        """Return what a mentor is to this request."""
        if mentor is not None and mentor in self.mentors:
            return Role.HOLDER
        if mentor is not None and mentor == self.offered_to:
            return Role.OFFERED
        return Role.MENTOR

    def _record(self, event: e.Event) -> None:
        self.events.append(event)

    def _former_mentor(self) -> MentorId:
        if self.mentor is None:
            raise TooLate(state=self.state.value)
        return self.mentor
