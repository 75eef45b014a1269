"""What happened in a community, as its moderators see it: the week in numbers, the trail."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from bot.domain.ids import MentorId, RequestId
from bot.domain.relay import Picture
from bot.domain.statistics import Week, may_tell, told_categories
from bot.domain.trail import Entry, asked_in
from bot.domain.vocabulary import Category, Urgency
from bot.ui.chart import Bar, Chart, Panel
from bot.ui.requests import reasons_in_words
from bot.ui.screen import Button, Card, Facts, Fold, Image, Table, Text
from bot.ui.sheet import sheet
from bot.ui.words import category_name, urgency_name
from bot.wording import Wording

LINES_A_PAGE = 15
_COUNTS: Mapping[str, Callable[[Week], int]] = {
    "published": lambda week: week.published,
    "claimed": lambda week: week.claimed,
    "resolved": lambda week: week.resolved,
    "unanswered": lambda week: week.unanswered,
}


# --- a week in numbers ----------------------------------------------------------------


def digest_card(say: Wording, monday: date, week: Week, picture: Picture) -> Card:
    """Return a week with its picture; the same numbers in words for who cannot see it."""
    title = say("digest-title", day=say.date(monday))
    words = Fold(say("digest-in-words"), (_in_words(say, week),))
    return Card(title, (Image(picture, title), words), footnote=say("digest-few"))


def _in_words(say: Wording, week: Week) -> Facts:
    rows = (*_counts(say, week), *_waits(say, week), *_categories(say, week), _load(say, week))
    return Facts(rows)


def chart(say: Wording, monday: date, week: Week) -> Chart:
    """Return what the picture of a week shows."""
    waits = [
        Bar(urgency_name(say, urgency), wait.total_seconds(), say.duration(wait))
        for urgency in Urgency
        if (wait := week.wait(urgency)) is not None
    ]
    categories = [Bar(category_name(say, c), n, str(n)) for c, n in told_categories(week)]
    return Chart(
        say("digest-title", day=say.date(monday)),
        _counts(say, week),
        (Panel(say("digest-waits"), waits), Panel(say("digest-categories"), categories)),
    )


def _counts(say: Wording, week: Week) -> tuple[tuple[str, str], ...]:
    return tuple(
        (say(f"digest-{name}"), _shown(say, of(week), week)) for name, of in _COUNTS.items()
    )


def _waits(say: Wording, week: Week) -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            say("digest-wait", urgency=urgency_name(say, urgency)),
            say.duration(wait) if (wait := week.wait(urgency)) is not None else say("digest-less"),
        )
        for urgency in Urgency
        if urgency in week.waits
    )


def _categories(say: Wording, week: Week) -> tuple[tuple[str, str], ...]:
    return tuple((category_name(say, c), str(n)) for c, n in told_categories(week))


def _load(say: Wording, week: Week) -> tuple[str, str]:
    if week.load is None:
        return say("digest-load"), say("digest-less")
    mentors, each = week.load
    return say("digest-load"), say("digest-load-shown", mentors=mentors, each=f"{each:g}")


def _shown(say: Wording, count: int, week: Week) -> str:
    return str(count) if may_tell(count, week.published) else say("digest-untold")


def weeks_card(say: Wording, weeks: Sequence[tuple[date, Week]]) -> Card:
    """Return the last weeks in a table."""
    header = (say("digest-week"), *(say(f"digest-{name}") for name in _COUNTS))
    rows = [
        (monday.isoformat(), *(_shown(say, of(week), week) for of in _COUNTS.values()))
        for monday, week in weeks
        if week.published
    ]
    if not rows:
        return Card(say("weeks-title"), (Text(say("weeks-none")),), _back(say))
    controls = (Button(say("button-csv"), "moderation.weeks.csv"), *_back(say))
    table = Table(header, tuple(rows))
    return Card(say("weeks-title"), (table,), controls, footnote=say("digest-few"))


def weeks_file(say: Wording, weeks: Sequence[tuple[date, Week]]) -> Card:
    """Return the weeks as a file, with everything that the pictures tell of them."""
    header = (
        say("digest-week"),
        *(say(f"digest-{name}") for name in _COUNTS),
        *(say("digest-wait-minutes", urgency=urgency_name(say, urgency)) for urgency in Urgency),
        say("digest-load"),
        say("digest-each"),
        *(category_name(say, category) for category in Category),
    )
    rows = [_week_in_cells(say, monday, week) for monday, week in weeks if week.published]
    return Card(say("weeks-title"), (Text(say("csv-weeks")), sheet("entraide-weeks", header, rows)))


def _week_in_cells(say: Wording, monday: date, week: Week) -> tuple[str, ...]:
    told = dict(told_categories(week))
    mentors, each = week.load or (say("digest-less"), None)
    return (
        monday.isoformat(),
        *(_shown(say, of(week), week) for of in _COUNTS.values()),
        *(_minutes(say, week, urgency) for urgency in Urgency),
        str(mentors),
        "" if each is None else f"{each:g}",
        *(str(told.get(category, "")) for category in Category),
    )


def _minutes(say: Wording, week: Week, urgency: Urgency) -> str:
    if urgency not in week.waits:
        return ""
    wait = week.wait(urgency)
    return say("digest-less") if wait is None else f"{wait.total_seconds() / 60:.0f}"


# --- the trail --------------------------------------------------------------------------


def trail_card(
    say: Wording,
    entries: Sequence[Entry],
    mentors: Mapping[MentorId, str],
    requests: Mapping[RequestId, str],
    start: int,
) -> Card:
    """Return a page of the trail from line ``start``."""
    rows = [_line(say, entry, mentors, requests) for entry in entries]
    if not rows:
        return Card(say("trail-title"), (Text(say("trail-none")),), _back(say))
    page = tuple(rows[start : start + LINES_A_PAGE])
    following = start + LINES_A_PAGE
    older = Button(say("button-older"), "moderation.trail", "", str(following))
    whole = Button(say("button-csv"), "moderation.trail.csv")
    controls = (*((older,) if following < len(rows) else ()), whole, *_back(say))
    table = Table(_trail_header(say), page)
    return Card(say("trail-title"), (table,), controls, footnote=say("trail-few"))


def trail_file(
    say: Wording,
    entries: Sequence[Entry],
    mentors: Mapping[MentorId, str],
    requests: Mapping[RequestId, str],
) -> Card:
    """Return everything that is kept of the trail, as a file."""
    rows = [_line(say, entry, mentors, requests) for entry in entries]
    file = sheet("entraide-trail", _trail_header(say), rows)
    return Card(say("trail-file-title"), (Text(say("csv-trail")), file))


def _trail_header(say: Wording) -> tuple[str, ...]:
    return tuple(say(f"trail-{name}") for name in ("at", "request", "what", "by"))


def _line(
    say: Wording,
    entry: Entry,
    mentors: Mapping[MentorId, str],
    requests: Mapping[RequestId, str],
) -> tuple[str, ...]:
    name = requests.get(entry.request, "–") if entry.request else "–"
    mentor = mentors.get(entry.mentor, "") if entry.mentor else ""
    at = entry.at.strftime("%Y-%m-%d" if entry.is_by_the_day else "%Y-%m-%d %H:%M")
    return (at, name, _what(say, entry, mentors), mentor or say(f"trail-by-{entry.by.value}"))


def _what(say: Wording, entry: Entry, mentors: Mapping[MentorId, str]) -> str:
    asked = ", ".join(
        f"{mentors[mentor]} ({reasons_in_words(say, why, of_others=True)})"
        for mentor, why in asked_in(entry)
        if mentor in mentors
    )
    platform = entry.facts.get("platform")
    where = say(f"platform-{platform}") if platform else ""
    said = say(f"trail-{entry.what}", wave=entry.facts.get("wave", ""), platform=where)
    return say("trail-asked", said=said, asked=asked) if asked else said


def _back(say: Wording) -> tuple[Button, ...]:
    return (Button(say("button-desk"), "moderation.desk"),)
