"""The numbers: they say how it goes, in fives, and never who or which."""

from collections import deque
from contextlib import nullcontext
from datetime import timedelta

import pytest

from adapters.metrics import CountedMessenger, Metrics
from bot.domain.errors import RetryLater, Undeliverable
from bot.domain.ids import DeliveryId
from bot.domain.vocabulary import Urgency
from bot.ports.census import Census
from bot.ports.outbound import Target
from bot.ui.screen import Screen
from tests.fakes.clock import FakeClock
from tests.fakes.messenger import FakeMessenger

NOTHING = Census({}, 0, None, 0, timedelta(0))
INBOX = Target("web", "space", "inbox", user="u1")


@pytest.fixture
def metrics() -> Metrics:
    return Metrics()


def shown(
    metrics: Metrics, census: Census = NOTHING, clock: FakeClock | None = None
) -> dict[str, float]:
    page = metrics.show(census, (clock or FakeClock()).now()).decode()
    lines = (line.rpartition(" ") for line in page.splitlines() if not line.startswith("#"))
    return {name: float(value) for name, _, value in lines if name.startswith("entraide_")}


def test_a_few_requests_are_shown_as_none(metrics: Metrics) -> None:
    few = Census({"open": 4, "claimed": 12}, 9, 1, 0, timedelta(0))
    found = shown(metrics, few)
    assert found['entraide_requests{state="open"}'] == 0
    assert found['entraide_requests{state="claimed"}'] == 10
    assert found["entraide_outbox_waiting"] == 5


def test_no_state_and_no_urgency_is_told_by_its_absence(metrics: Metrics) -> None:
    found = shown(metrics)
    assert sum(name.startswith("entraide_requests{") for name in found) == 7
    for urgency in Urgency:
        assert found[f'entraide_first_claim_seconds_count{{urgency="{urgency}"}}'] == 0


def test_claims_are_told_five_at_a_time(metrics: Metrics) -> None:
    for _ in range(4):
        metrics.claimed(Urgency.NOW, timedelta(seconds=90))
    assert shown(metrics)['entraide_first_claim_seconds_count{urgency="now"}'] == 0
    metrics.claimed(Urgency.NOW, timedelta(seconds=700))
    found = shown(metrics)
    assert found['entraide_first_claim_seconds_count{urgency="now"}'] == 5
    assert found['entraide_first_claim_seconds_bucket{le="120.0",urgency="now"}'] == 4


def test_searches_are_told_five_at_a_time(metrics: Metrics) -> None:
    for _ in range(9):
        metrics.searched(0.02)
    assert shown(metrics)["entraide_search_seconds_count"] == 5


def test_short_waits_are_not_told_and_standing_ones_are(metrics: Metrics) -> None:
    clock, queue = FakeClock(), Census({}, 1, 7, 0, timedelta(seconds=5))
    assert shown(metrics, queue, clock)["entraide_outbox_oldest_seconds"] == 0
    clock.advance(minutes=10)
    late = Census({}, 1, 7, 0, timedelta(minutes=2))
    found = shown(metrics, late, clock)
    assert found["entraide_outbox_oldest_seconds"] == 600
    assert found["entraide_timers_late_seconds"] == 120
    assert (
        shown(metrics, Census({}, 1, 8, 0, timedelta(0)), clock)["entraide_outbox_oldest_seconds"]
        == 0
    )


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (None, "delivered"),
        (RetryLater("rate"), "retried"),
        (Undeliverable("gone"), "undeliverable"),
    ],
)
async def test_deliveries_are_counted_by_how_they_end(
    metrics: Metrics, fault: Exception | None, outcome: str
) -> None:
    inner = FakeMessenger(faults=deque([fault] * 5))
    counted = CountedMessenger(inner, metrics)
    for number in range(5):
        with pytest.raises(type(fault)) if fault else nullcontext():
            await counted.post(INBOX, Screen(()), key=DeliveryId(str(number)))
    name = f'entraide_deliveries_total{{outcome="{outcome}",platform="web"}}'
    assert shown(metrics)[name] == 5


def test_faults_are_counted_at_once(metrics: Metrics) -> None:
    metrics.failed("discord_incident")
    assert shown(metrics)['entraide_incidents_total{event="discord_incident"}'] == 1
