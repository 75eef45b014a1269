"""One call for help, from the first draft to the last thanks."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain import events as e
from bot.domain.errors import AlreadyClaimed, NobodyYet, Refusal, TooLate
from bot.domain.ids import CommunityId, MentorId
from bot.domain.naming import UNNAMED
from bot.domain.people import Party
from bot.domain.policy import Act, Role, State
from bot.domain.report import Outcome, Report, with_outcome, with_report
from bot.domain.request_facts import RequestFacts
from bot.domain.vocabulary import Urgency

UNDO_WITHIN = timedelta(minutes=1)
RATINGS = (1, 2, 3)  # not much, a little, a lot
THANKS = 2  # the rating from which it says thank you


@dataclass(slots=True)
class Request(RequestFacts):
    """Everything that may happen to a request."""

    # --- before it is public -------------------------------------------------------

    def edit(self, *, original: str, text: str) -> None:
        """Replace what was typed and what would be shown."""
        self.check(Act.EDIT, Role.REQUESTER)
        self.original, self.text = original, text

    def prepare(self, *, code_name: str, receipt: str) -> None:
        """Name it and forget what was typed: only the masked text is left to publish."""
        self.check(Act.PUBLISH, Role.REQUESTER)
        self.code_name, self.receipt, self.original = code_name, receipt, None

    def publish(self, *, at: datetime, role: Role) -> None:
        """Make the masked text public."""
        self.check(Act.PUBLISH, role)
        self.state, self.published_at, self.searched_from = State.OPEN, at, at
        self._record(e.RequestPublished(self.community, self.id))

    # --- finding a mentor ----------------------------------------------------------

    def reach_wave(self, wave: int, asked: tuple[tuple[MentorId, str], ...]) -> None:
        """Note who is asked in this wave, and why; earlier waves stay asked."""
        self.wave = wave
        self.asked += tuple(mentor for mentor, _ in asked if mentor not in self.asked)
        self._record(e.WaveReached(self.community, self.id, wave, asked))

    def ask_more(self, asked: tuple[tuple[MentorId, str], ...]) -> None:
        """Note who is asked between two waves, and why."""
        self.asked += tuple(mentor for mentor, _ in asked if mentor not in self.asked)
        self._record(e.MoreAsked(self.community, self.id, asked))

    def offer_to_partners(self, partners: tuple[CommunityId, ...]) -> None:
        """Let the mentors of partner communities see it too, from now on."""
        self.guests += tuple(each for each in partners if each not in self.guests)

    def claim(self, mentor: MentorId, *, mentor_name: str, at: datetime) -> None:
        """Give the request to ``mentor``; ``mentor_name`` tells later ones who was first."""
        if self.state is State.CLAIMED and mentor not in self.mentors:
            raise AlreadyClaimed(mentor=mentor_name)
        if self.state is State.CLAIMED:
            return
        self.check(Act.CLAIM, Role.MENTOR)
        self._give_to(mentor, at=at)
        self._record(e.RequestClaimed(self.community, self.id, mentor))

    def join(self, mentor: MentorId) -> None:
        """Add a second mentor to the conversation."""
        self.check(Act.JOIN, Role.MENTOR)
        if mentor in self.mentors:
            return
        self.co_mentors += (mentor,)
        self._record(e.MentorJoined(self.community, self.id, mentor))

    def release(self, *, role: Role, at: datetime, reason: str = "released") -> None:
        """Open the request again, without blame."""
        self.check(Act.ASK_ANOTHER if reason == "another" else Act.RELEASE, role)
        former = self._former_mentor()
        if reason == "another":
            self.avoided += self.mentors
        self.mentor, self.co_mentors = None, ()
        self.offered_to = self.claimed_at = self.close_proposed_by = None
        self._search_again(at)
        self._record(e.RequestReleased(self.community, self.id, former, reason))

    def undo_claim(self, by: MentorId, *, at: datetime) -> None:
        """Take back a claim that was a slip: the search goes on as if nothing had been."""
        self.check(Act.UNDO, self.role_of(by))
        slipped = self.claimed_at and at - self.claimed_at <= UNDO_WITHIN
        if by != self.mentor or self.mentor_has_written or not slipped:
            raise TooLate("refusal-undo-too-late")
        self.state, self.mentor, self.claimed_at, self.offered_to = State.OPEN, None, None, None
        self._record(e.RequestReleased(self.community, self.id, by, "undone"))

    def lose(self, mentor: MentorId, *, at: datetime) -> None:
        """Go on without somebody who is gone: a co-mentor takes over, else it is open again."""
        if mentor == self.mentor and not self.co_mentors:
            self.release(role=Role.CLOCK, at=at, reason="left")
        elif mentor == self.mentor:
            self._give_to(self.co_mentors[0], at=at)
            self._record(e.HandedOver(self.community, self.id, mentor, self.mentors[0]))
        elif mentor in self.co_mentors:
            self.co_mentors = tuple(other for other in self.co_mentors if other != mentor)
            self._record(e.RequestChanged(self.community, self.id))

    def offer(self, by: MentorId, to: MentorId) -> None:
        """Propose that ``to`` takes over from ``by``."""
        self.check(Act.OFFER, self.role_of(by))
        if to in self.mentors:
            raise Refusal("refusal-already-holder")
        self.offered_to = to
        self._record(e.HandoverOffered(self.community, self.id, by, to))

    def accept(self, by: MentorId, *, at: datetime) -> None:
        """Take over what was offered."""
        self.check(Act.ACCEPT, self.role_of(by))
        former = self._former_mentor()
        self._give_to(by, at=at)
        self._record(e.HandedOver(self.community, self.id, former, by))

    def decline(self, by: MentorId) -> None:
        """Leave it where it is."""
        self.check(Act.DECLINE, self.role_of(by))
        self.offered_to = None
        self._record(e.HandoverDeclined(self.community, self.id, self._former_mentor(), by))

    def call_backup(self, by: MentorId, to: MentorId | None = None) -> None:
        """Ask for a second mentor at once: one by name, or whoever can."""
        self.check(Act.CALL_BACKUP, self.role_of(by))
        if to in self.mentors:
            raise Refusal("refusal-already-holder")
        self.needed_backup = True
        self._record(e.BackupCalled(self.community, self.id, by, to))

    # --- while it lasts ------------------------------------------------------------

    def add_details(self, text: str) -> None:
        """Append masked details to the public text."""
        self.check(Act.ADD_DETAILS, Role.REQUESTER)
        self.text = f"{self.text}\n\n{text}"
        self._record(e.RequestChanged(self.community, self.id))

    def change_urgency(self, urgency: Urgency) -> None:
        """Change how fast somebody is needed."""
        self.check(Act.CHANGE_URGENCY, Role.REQUESTER)
        self.urgency = urgency
        self._record(e.RequestChanged(self.community, self.id))

    def note_message(self, by: Party, role: Role) -> None:
        """Take note that one side wrote: the conversation is alive."""
        if self.state is State.OPEN and role is Role.REQUESTER:
            raise NobodyYet
        self.check(Act.WRITE, role)
        self.close_proposed_by = None
        self.mentor_has_written = self.mentor_has_written or by is Party.MENTOR

    def give_name(self, side: Party, name: str, role: Role, by: MentorId | None) -> None:
        """Offer to be known to the other side, if they offer the same."""
        self.check(Act.GIVE_NAME, role)
        self.naming = self.naming.given(side, name, by)
        self._record(e.NameGiven(self.community, self.id, side, self.naming.is_mutual))

    def keep_name(self, side: Party, role: Role) -> None:
        """Take the offer back, or decline it: both stay who they were to each other."""
        self.check(Act.KEEP_NAME, role)
        if self.naming.asked_by is not None:
            self.naming = self.naming.kept(side)
            self._record(e.NameKept(self.community, self.id, side))

    def report(self, report: Report, role: Role) -> None:
        """Ask the moderators to look; asking again before they did only joins more."""
        self.check(Act.REPORT, role)
        before, self.reports = self.reports, with_report(self.reports, report)
        if self.reports != before:
            self._record(e.RequestReported(self.community, self.id, report.by))

    def settle_report(self, by: Party, outcome: Outcome, word: str) -> None:
        """Note that a moderator looked at what one side reported, and what came of it."""
        self.check(Act.SETTLE_REPORT, Role.MODERATOR)
        self.reports = with_outcome(self.reports, by, outcome, word)
        self._record(e.ReportSettled(self.community, self.id, by))

    # --- the end -------------------------------------------------------------------

    def propose_close(self, by: Party, role: Role, *, at: datetime) -> None:
        """Propose to end it; the other side confirms, or had proposed it already."""
        self.check(Act.PROPOSE_CLOSE, role)
        if self.close_proposed_by not in (None, by):
            self._resolve("agreed", at=at)
        elif self.close_proposed_by is None:
            self.close_proposed_by = by
            self._record(e.CloseProposed(self.community, self.id, by))

    def confirm_close(self, by: Party, role: Role, *, at: datetime) -> None:
        """Agree that it is over."""
        self.check(Act.CONFIRM_CLOSE, role)
        if self.close_proposed_by in (None, by):
            raise TooLate("refusal-close-not-proposed")
        self._resolve("agreed", at=at)

    def keep_open(self, by: Party, role: Role) -> None:
        """Say that it is not over."""
        self.check(Act.KEEP_OPEN, role)
        if self.close_proposed_by is not None:
            self.close_proposed_by = None
            self._record(e.CloseDeclined(self.community, self.id, by))

    def remind_mentor(self) -> None:
        """Nudge a mentor who claimed and has not written yet."""
        self._record(e.MentorReminded(self.community, self.id, self._former_mentor()))

    def warn_of_silence(self) -> None:
        """Tell both sides that silence will close it."""
        self.check(Act.CLOSE_SILENT, Role.CLOCK)
        self._record(e.SilenceNoticed(self.community, self.id))

    def close_silent(self, *, at: datetime) -> None:
        """End it because nobody wrote."""
        self.check(Act.CLOSE_SILENT, Role.CLOCK)
        self._resolve("silence", at=at)

    def withdraw(self, *, at: datetime) -> None:
        """Take it back."""
        self.check(Act.WITHDRAW, Role.REQUESTER)
        self._end(State.WITHDRAWN, at=at)
        self._record(e.RequestWithdrawn(self.community, self.id, self.is_public))

    def expire(self, reason: str = "", *, at: datetime) -> None:
        """End it because nobody could take it, or nobody published it."""
        self.check(Act.EXPIRE, Role.CLOCK)
        self._end(State.EXPIRED, at=at)
        self._record(e.RequestExpired(self.community, self.id, self.is_public, reason))

    def lose_requester(self, reason: str = "gone", *, at: datetime) -> None:
        """End it because whoever asked is gone, or their space parted from the community."""
        if self.state is State.CLAIMED:
            self._resolve(reason, at=at)
        elif not self.has_ended:
            self.expire(reason, at=at)

    def invite(self) -> None:
        """Ask whoever was helped whether they would help others, once."""
        self._record(e.RequesterInvited(self.community, self.id))

    def reopen(self, *, at: datetime) -> None:
        """Ask again on the same matter, under the same code name."""
        self.check(Act.REOPEN, Role.REQUESTER)
        if not self.is_public:
            raise TooLate(state=self.state.value)
        self.published_at, self.closed_at = at, None
        self.mentor, self.co_mentors = None, ()
        self.claimed_at, self.rating, self.mentor_has_written = None, None, False
        self._search_again(at)
        self._record(e.RequestReopened(self.community, self.id))

    def rate(self, rating: int) -> None:
        """Thank the mentor, once."""
        self.check(Act.RATE, Role.REQUESTER)
        if rating not in RATINGS:
            raise Refusal("refusal-rating")
        self.rating = rating
        self._record(e.RequestRated(self.community, self.id, self._former_mentor()))

    def block_author(self) -> None:
        """Note that a moderator blocked whoever wrote this, blind."""
        self.check(Act.BLOCK, Role.MODERATOR)
        self._record(e.AuthorBlocked(self.community, self.id))

    def erase(self, role: Role = Role.REQUESTER) -> None:
        """Destroy what was said, and announce that everything that shows it goes."""
        self.check(Act.ERASE, role)
        helping = self.mentors if self.state is State.CLAIMED else ()
        self.state, self.text, self.original, self.excluded = State.ERASED, "", None, ""
        self.hidden_names, self.receipt, self.category = (), None, None
        self.naming, self.reports = UNNAMED, ()
        self._record(e.RequestErased(self.community, self.id, helping))

    # --- inside --------------------------------------------------------------------

    def _give_to(self, mentor: MentorId, *, at: datetime) -> None:
        self.state, self.mentor, self.claimed_at = State.CLAIMED, mentor, at
        self.co_mentors = tuple(other for other in self.co_mentors if other != mentor)
        self.offered_to, self.mentor_has_written, self.naming = None, False, UNNAMED

    def _search_again(self, at: datetime) -> None:
        self.state, self.searched_from, self.round = State.OPEN, at, self.round + 1
        self.asked, self.wave, self.naming = (), 0, UNNAMED

    def _resolve(self, reason: str, *, at: datetime) -> None:
        self._end(State.RESOLVED, at=at)
        self._record(e.RequestResolved(self.community, self.id, reason))

    def _end(self, state: State, *, at: datetime) -> None:
        self.state, self.closed_at, self.close_proposed_by, self.offered_to = state, at, None, None
