"""A week in numbers: what is counted, when the week is, and what is too few to tell."""

from datetime import UTC, date, datetime, timedelta

from bot.domain.ids import CommunityId, MentorId, RequestId
from bot.domain.statistics import (
    Week,
    is_shown,
    last_week,
    may_tell,
    next_digest,
    span,
    summary,
    told_categories,
)
from bot.domain.trail import By, Entry
from bot.domain.vocabulary import Category, Urgency

HERE = CommunityId("here")
MONDAY = datetime(2026, 11, 23, 8, tzinfo=UTC)
ENDS = datetime(2026, 11, 29, 23, tzinfo=UTC)


def line(what: str, request: str, minutes: int, mentor: str = "", **facts: str) -> Entry:
    at = MONDAY + timedelta(minutes=minutes)
    who = MentorId(mentor) if mentor else None
    return Entry(HERE, at, what, By.UNTOLD, RequestId(request), who, facts)


def published(request: str, minutes: int = 0) -> Entry:
    return line("request-published", request, minutes, urgency="now", category="boulette")


def test_requests_claims_and_ends_are_counted_once() -> None:
    week = summary(
        [
            published("a"),
            published("b"),
            line("request-claimed", "a", 4, "nadia"),
            line("request-released", "a", 5, "nadia"),
            line("request-claimed", "a", 9, "yann"),
            line("request-resolved", "a", 60),
            line("request-resolved", "of an earlier week", 61),
        ],
        ENDS,
    )
    assert (week.published, week.claimed, week.resolved, week.unanswered) == (2, 1, 1, 1)
    assert week.categories == {Category.BLUNDER: 2}
    assert week.waits == {Urgency.NOW: [timedelta(minutes=4)]}
    assert week.loads == {"nadia": 1, "yann": 1}


def test_median_wait_is_told_from_five_on() -> None:
    lines = [published(str(n)) for n in range(5)]
    claims = [line("request-claimed", str(n), n + 1, "nadia") for n in range(5)]
    assert summary([*lines, *claims], ENDS).wait(Urgency.NOW) == timedelta(minutes=3)
    assert summary([*lines, *claims[:4]], ENDS).wait(Urgency.NOW) is None


def test_load_is_told_of_five_mentors_or_more() -> None:
    lines = [published(str(n)) for n in range(5)]
    claims = [line("request-claimed", str(n), n, f"mentor {n}") for n in range(5)]
    assert summary([*lines, *claims], ENDS).load == (5, 1)
    assert summary([*lines, *claims[:4]], ENDS).load is None


def test_small_counts_are_not_told() -> None:
    assert [n for n in range(8) if is_shown(n)] == [0, 5, 6, 7]


def test_week_is_the_communitys_own_whatever_the_clocks_did() -> None:
    week = span(date(2026, 10, 19), "Europe/Paris")  # summer time ends within it
    assert week.begins.astimezone(UTC) == datetime(2026, 10, 18, 22, tzinfo=UTC)
    assert week.ends.astimezone(UTC) == datetime(2026, 10, 25, 23, tzinfo=UTC)
    assert week.told.astimezone(UTC) == datetime(2026, 10, 26, 8, tzinfo=UTC)


def test_what_sunday_night_asked_and_monday_answered_is_answered() -> None:
    sunday, monday = 6 * 1440 + 14 * 60, 7 * 1440  # 22:00 UTC is 23:00 in Paris; MONDAY is at 9
    lines = [
        published("a", sunday),
        line("request-claimed", "a", sunday + 90, "nadia"),
        published("of the week that follows", monday - 60),
    ]
    week = summary(lines, ENDS)
    assert (week.published, week.claimed, week.unanswered) == (1, 1, 0)


def test_last_week_is_the_one_that_was_told_last() -> None:
    due = datetime(2026, 11, 30, 8, tzinfo=UTC)
    assert last_week(due - timedelta(minutes=1), "Europe/Paris") == date(2026, 11, 16)
    assert last_week(due, "Europe/Paris") == date(2026, 11, 23)


def test_digest_is_due_on_monday_at_nine() -> None:
    due = datetime(2026, 11, 30, 8, tzinfo=UTC)
    assert next_digest(due - timedelta(minutes=1), "Europe/Paris") == due
    assert next_digest(due, "Europe/Paris") == due + timedelta(days=7)


def test_nothing_small_comes_back_by_subtraction() -> None:
    assert [part for part in range(8) if may_tell(part, 7)] == [0, 7]
    assert [part for part in range(11) if may_tell(part, 10)] == [0, 5, 10]


def test_a_category_is_not_told_where_the_rest_would_be_few() -> None:
    few = Week(published=13, categories={Category.BLUNDER: 6, Category.TROLLS: 5})
    assert told_categories(few) == [(Category.BLUNDER, 6)]
    enough = Week(published=16, categories={Category.BLUNDER: 6, Category.TROLLS: 5})
    assert told_categories(enough) == [(Category.BLUNDER, 6), (Category.TROLLS, 5)]
