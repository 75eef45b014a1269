"""Lives through some weeks, from one event to the next: requests, waves, answers, ends."""

import heapq
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from functools import partial
from itertools import count

from bot.domain.community import Delays
from bot.domain.ids import MentorId, RequestId
from bot.domain.matching import EVERYBODY, NOTICES_COUNT_FOR, Candidate
from bot.domain.mentor import Mentor
from bot.domain.people import Party
from bot.domain.policy import Role, State
from bot.domain.queue import waiting
from bot.domain.request import Request
from bot.simulation.behaviour import Behaviour, Heard, Mood, begins_at
from bot.simulation.policies import Policy
from bot.simulation.population import by_id, knows, speaks


@dataclass(slots=True)
class Story:
    """What became of a request; ``told`` are the instants at which its requester heard of it."""

    request: Request
    told: list[datetime] = field(default_factory=list)
    fits: bool = False  # the claimer knows the topic and speaks the language
    claimed_at: datetime | None = None

    @property
    def began_at(self) -> datetime:
        """When the request was published."""
        assert self.request.published_at, "only published requests are simulated"
        return self.request.published_at

    @property
    def waited(self) -> timedelta:
        """How long the requester waited for a mentor; for ever when nobody came."""
        return self.claimed_at - self.began_at if self.claimed_at else timedelta.max


@dataclass(frozen=True, slots=True)
class Lived:
    """All that happened; ``over_cap`` are mentors who ever held more than they can."""

    stories: Sequence[Story]
    notices: Counter[MentorId]
    over_cap: frozenset[MentorId]


class Simulation:
    """One community that asks its mentors in one way."""

    def __init__(
        self,
        *,
        mentors: Sequence[Mentor],
        requests: Sequence[Request],
        policy: Policy,
        behaviour: Behaviour,
    ) -> None:
        self._mentors, self._policy, self._behaviour = by_id(mentors), policy, behaviour
        self._stories = [Story(request) for request in requests]
        self._open: dict[RequestId, Story] = {}
        self._held: Counter[MentorId] = Counter()
        self._notices: defaultdict[MentorId, list[datetime]] = defaultdict(list)
        self._over_cap: set[MentorId] = set()
        self._agenda: list[tuple[datetime, int, Callable[[datetime], None]]] = []
        self._ties = count()  # what was planned first comes first
        published = [story.began_at for story in self._stories]
        self._begins_at, self._ends_at = min(published), max(published) + Delays().unclaimed

    def run(self) -> Lived:
        """Live until nothing is left to happen."""
        for story in self._stories:
            self._plan_search(story)
        for mentor in self._mentors.values():
            self._plan_round(mentor, self._begins_at)
        while self._agenda:
            now, _, happens = heapq.heappop(self._agenda)
            happens(now)
        notices = Counter({mentor: len(times) for mentor, times in self._notices.items() if times})
        return Lived(self._stories, notices, frozenset(self._over_cap))

    def _plan(self, at: datetime, happens: Callable[[datetime], None]) -> None:
        heapq.heappush(self._agenda, (at, next(self._ties), happens))

    def _plan_search(self, story: Story) -> None:
        began_at = story.began_at
        self._plan(began_at, partial(self._publish, story))
        for wave, after in enumerate(self._policy.instants(story.request.urgency), start=1):
            self._plan(began_at + after, partial(self._reach_wave, story, wave))
        self._plan(began_at + Delays().unclaimed, partial(self._give_up, story))

    def _publish(self, story: Story, now: datetime) -> None:
        self._open[story.request.id] = story
        story.told.append(now)
        for mentor in self._mentors.values():
            self._show_card(story, mentor, now)

    def _show_card(self, story: Story, mentor: Mentor, now: datetime) -> None:
        """Let a mentor who is there come by the channel, where every request is shown."""
        if not mentor.is_within_hours(now):
            return
        mood = self._behaviour.mood(mentor, story.request)
        at = now + mood.passes_by_after
        if mentor.is_within_hours(at):
            self._plan(at, partial(self._pass_by, story, mentor, mood))

    def _pass_by(self, story: Story, mentor: Mentor, mood: Mood, now: datetime) -> None:
        if mentor.id not in story.request.asked:  # whoever was asked has made up their mind
            self._consider(story, mentor, mood, now)

    def _reach_wave(self, story: Story, wave: int, now: datetime) -> None:
        request = story.request
        if request.state is not State.OPEN:
            return
        asked = self._policy.asks(request, self._candidates(now), wave, now)
        request.reach_wave(wave, tuple((mentor, "") for mentor in asked))
        story.told.append(now)
        for mentor in asked:
            self._notify(story, self._mentors[mentor], now)
        if wave >= EVERYBODY:
            self._expect_latecomers(story, now)

    def _expect_latecomers(self, story: Story, now: datetime) -> None:
        if at := self._policy.latecomers_at(story.request, self._candidates(now), now):
            self._plan(at, partial(self._ask_latecomers, story, story.request.wave))

    def _ask_latecomers(self, story: Story, wave: int, now: datetime) -> None:
        """Ask between two waves, of which the requester hears nothing."""
        request = story.request
        if request.state is not State.OPEN or request.wave != wave:  # the next wave goes on
            return
        asked = self._policy.asks_latecomers(request, self._candidates(now), now)
        request.ask_more(tuple((mentor, "") for mentor in asked))
        for mentor in asked:
            self._notify(story, self._mentors[mentor], now)
        self._expect_latecomers(story, now)

    def _notify(self, story: Story, mentor: Mentor, now: datetime) -> None:
        self._notices[mentor.id].append(now)
        mood = self._behaviour.mood(mentor, story.request)
        reads_at = self._behaviour.reads_at(mentor, mood, now)
        self._plan(reads_at, partial(self._consider, story, mentor, mood))

    def _consider(self, story: Story, mentor: Mentor, mood: Mood, now: datetime) -> None:
        """Let a mentor who reads of a request say yes or no."""
        request = story.request
        free = self._held[mentor.id] < mentor.profile.capacity  # what claiming checks too
        if request.state is not State.OPEN or not free:
            return
        tires_for = self._behaviour.parameters.accepting.memory
        notices = self._since(mentor.id, now - tires_for)
        heard = self._heard(mentor, request)
        if self._behaviour.accepts(mentor, request, mood, now, notices=notices, heard=heard):
            self._claim(story, mentor, mood, now)

    def _heard(self, mentor: Mentor, request: Request) -> Heard:
        if mentor.id not in request.asked:
            return Heard.CARD
        return Heard.BY_NAME if self._policy.by_name else Heard.CALL

    def _plan_round(self, mentor: Mentor, now: datetime) -> None:
        at = begins_at(mentor, now)
        if now < at < self._ends_at:
            self._plan(at, partial(self._look_round, mentor))

    def _look_round(self, mentor: Mentor, now: datetime) -> None:
        """Let a mentor whose hours begin look at what waits, the most urgent first."""
        for request in waiting(story.request for story in self._open.values()):
            mood = self._behaviour.mood(mentor, request, at=now)
            if mood.looks_round:
                self._consider(self._open[request.id], mentor, mood, now)
        self._plan_round(mentor, now)

    def _claim(self, story: Story, mentor: Mentor, mood: Mood, now: datetime) -> None:
        request = story.request
        request.claim(mentor.id, mentor_name=mentor.name, at=now)
        story.claimed_at, story.fits = now, knows(mentor, request) and speaks(mentor, request)
        del self._open[request.id]
        self._held[mentor.id] += 1
        if self._held[mentor.id] > mentor.profile.capacity:
            self._over_cap.add(mentor.id)
        self._plan(now + mood.talks_for, partial(self._end, story, mentor))

    def _end(self, story: Story, mentor: Mentor, now: datetime) -> None:
        story.request.propose_close(Party.MENTOR, Role.HOLDER, at=now)
        story.request.confirm_close(Party.REQUESTER, Role.REQUESTER, at=now)
        self._held[mentor.id] -= 1

    def _give_up(self, story: Story, now: datetime) -> None:
        if story.request.state is State.OPEN:
            story.request.expire(at=now)
            del self._open[story.request.id]

    def _candidates(self, now: datetime) -> Sequence[Candidate]:
        """Return what matching knows of each mentor, as `bot.services.candidates` counts it."""
        day = (now - NOTICES_COUNT_FOR).date()
        since = datetime.combine(day, time(), tzinfo=UTC)
        return [
            Candidate(mentor, held=self._held[name], notices=self._since(name, since))
            for name, mentor in self._mentors.items()
        ]

    def _since(self, mentor: MentorId, since: datetime) -> int:
        times = self._notices[mentor]
        return len(times) - bisect_left(times, since)
