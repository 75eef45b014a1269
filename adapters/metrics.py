"""Numbers for whoever hosts, in Prometheus' format: how it goes, never who or which.

In a small community one request more is somebody who needs help right now. So counts of what
people do grow by fives, numbers below five are shown as none, and no label names a community.
"""

from collections import Counter as Tally
from collections import defaultdict
from datetime import datetime, timedelta

import prometheus_client
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector

from bot.domain.errors import RetryLater, Undeliverable
from bot.domain.ids import DeliveryId
from bot.domain.policy import State
from bot.domain.vocabulary import Urgency
from bot.ports.census import Census
from bot.ports.outbound import Messenger, Target
from bot.ui.screen import Bubble, Mark, Screen

FEW = 5
SHORT = timedelta(minutes=1)  # waits that are shorter tell of single messages
OUTCOMES = ("delivered", "retried", "undeliverable")
CONTENT_TYPE = prometheus_client.CONTENT_TYPE_LATEST

_CLAIM_S = (30, 60, 120, 300, 600, 1200, 3600, 7200, 21_600, 86_400)
_SEARCH_S = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5)


class Metrics:
    """What this process did, and what is stored."""

    def __init__(self) -> None:
        # They tell the second of the first one.
        prometheus_client.disable_created_metrics()  # type: ignore[no-untyped-call]
        here = self._registry = CollectorRegistry()
        ProcessCollector(registry=here)
        self._requests = Gauge(
            "entraide_requests", "Requests that are stored.", ["state"], registry=here
        )
        self._waiting = Gauge("entraide_outbox_waiting", "Deliveries that wait.", registry=here)
        self._stuck = Gauge(
            "entraide_outbox_oldest_seconds", "How long the oldest has waited.", registry=here
        )
        self._parked = Gauge("entraide_outbox_parked", "Events set aside.", registry=here)
        self._late = Gauge("entraide_timers_late_seconds", "Lag of the timers.", registry=here)
        self._claims = Histogram(
            "entraide_first_claim_seconds",
            "From publication to the first claim.",
            ["urgency"],
            buckets=_CLAIM_S,
            registry=here,
        )
        self._searches = Histogram(
            "entraide_search_seconds", "Searches.", buckets=_SEARCH_S, registry=here
        )
        self._deliveries = Counter(
            "entraide_deliveries", "Deliveries.", ["platform", "outcome"], registry=here
        )
        self._incidents = Counter("entraide_incidents", "Faults.", ["event"], registry=here)
        self._tried: Tally[tuple[str, str]] = Tally()
        self._waits: dict[str, list[float]] = defaultdict(list)
        self._head: tuple[int, datetime] | None = None
        for urgency in Urgency:
            self._claims.labels(urgency.value)

    def tried(self, platform: str, outcome: str) -> None:
        """Count a delivery."""
        self._tried[platform, outcome] += 1
        if self._tried[platform, outcome] == FEW:
            self._deliveries.labels(platform, outcome).inc(self._tried.pop((platform, outcome)))

    def claimed(self, urgency: Urgency, after: timedelta) -> None:
        """Note how long somebody waited for a mentor."""
        for wait in self._five(urgency.value, after.total_seconds()):
            self._claims.labels(urgency.value).observe(wait)

    def searched(self, seconds: float) -> None:
        """Note how long a search took."""
        for wait in self._five("search", seconds):
            self._searches.observe(wait)

    def failed(self, event: str) -> None:
        """Count a fault, under the name that the log has for it."""
        self._incidents.labels(event).inc()

    def show(self, census: Census, now: datetime) -> bytes:
        """Return the page that Prometheus reads."""
        for state in State:
            self._requests.labels(state.value).set(_fives(census.requests.get(state.value, 0)))
        self._waiting.set(_fives(census.waiting))
        self._parked.set(census.parked)
        self._stuck.set(_seconds(self._standing(census.head, now)))
        self._late.set(_seconds(census.late))
        return prometheus_client.generate_latest(self._registry)

    def _standing(self, head: int | None, now: datetime) -> timedelta:
        """Return how long we have seen the same delivery at the head: no row tells its age."""
        if head is None:
            self._head = None
        elif self._head is None or self._head[0] != head:
            self._head = (head, now)
        return now - self._head[1] if self._head else timedelta(0)

    def _five(self, what: str, value: float) -> list[float]:
        """Hold values back until there are five."""
        self._waits[what].append(value)
        return self._waits.pop(what) if len(self._waits[what]) == FEW else []


def _fives(count: int) -> int:
    return count - count % FEW


def _seconds(wait: timedelta) -> float:
    return wait.total_seconds() if wait >= SHORT else 0.0


class CountedMessenger:
    """A messenger whose deliveries are counted by how they end."""

    def __init__(self, messenger: Messenger, metrics: Metrics) -> None:
        self.platform = messenger.platform
        self._messenger, self._metrics = messenger, metrics

    async def post(self, target: Target, drawing: Screen | Bubble, *, key: DeliveryId) -> str:
        with _Count(self.platform, self._metrics):
            return await self._messenger.post(target, drawing, key=key)

    async def edit(self, target: Target, handle: str, drawing: Screen | Bubble) -> None:
        with _Count(self.platform, self._metrics):
            await self._messenger.edit(target, handle, drawing)

    async def remove(self, target: Target, handle: str) -> None:
        with _Count(self.platform, self._metrics):
            await self._messenger.remove(target, handle)

    async def mark(self, target: Target, origin: str, mark: Mark) -> None:
        with _Count(self.platform, self._metrics):
            await self._messenger.mark(target, origin, mark)

    async def empty(self, target: Target) -> None:
        with _Count(self.platform, self._metrics):
            await self._messenger.empty(target)


class _Count:
    """Counts how a block ends, and lets its error pass."""

    def __init__(self, platform: str, metrics: Metrics) -> None:
        self._platform, self._metrics = platform, metrics

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._metrics.tried(self._platform, "delivered")
        elif issubclass(kind, Undeliverable):
            self._metrics.tried(self._platform, "undeliverable")
        elif issubclass(kind, RetryLater):
            self._metrics.tried(self._platform, "retried")
