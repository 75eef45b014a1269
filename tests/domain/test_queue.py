"""Who waits is served by urgency, then by age."""

from datetime import UTC, date, datetime, timedelta

from bot.domain.ids import CommunityId, RequestId
from bot.domain.people import Address
from bot.domain.policy import State
from bot.domain.queue import oldest, waiting
from bot.domain.request import Request
from bot.domain.vocabulary import Urgency

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)


def asked(name: str, urgency: Urgency, hours_ago: int, state: State = State.OPEN) -> Request:
    made = Request(
        RequestId(name), CommunityId("c"), Address("web", "s", name), "fr", date(2026, 3, 2), ""
    )
    made.urgency, made.state = urgency, state
    made.published_at = NOW - timedelta(hours=hours_ago)
    return made


REQUESTS = [
    asked("old", Urgency.WEEK, 9),
    asked("late", Urgency.NOW, 1),
    asked("held", Urgency.NOW, 8, State.CLAIMED),
    asked("early", Urgency.NOW, 2),
    asked("day", Urgency.TODAY, 5),
]


def test_the_most_urgent_comes_first_and_the_oldest_of_them_before() -> None:
    assert [each.id for each in waiting(REQUESTS)] == ["early", "late", "day", "old"]


def test_the_oldest_waits_the_longest_whatever_its_urgency() -> None:
    found = oldest(REQUESTS)
    assert found is not None
    assert found.id == "old"
    assert oldest([]) is None
