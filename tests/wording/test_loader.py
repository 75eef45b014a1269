"""What the loader says, also when a sentence is missing: a person never meets a crash."""

from datetime import date, timedelta

import pytest
import structlog
from fluent.runtime import FluentBundle, FluentResource

from bot.domain.people import LANGUAGES, Language
from bot.wording import MissingWording, Wording, load


def wording(
    text: str, fallback: Wording | None = None, *, language: Language = "fr", strict: bool = False
) -> Wording:
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(text))
    return Wording(language, bundle, fallback, strict=strict)


def test_every_language_is_loaded() -> None:
    assert [(name, say.language) for name, say in load().items()] == [(n, n) for n in LANGUAGES]


def test_sentence_takes_its_placeholders_and_no_invisible_marks() -> None:
    say = wording("claimed = { $name } a pris la demande")
    assert say("claimed", name="Nadia") == "Nadia a pris la demande"


def test_sentence_agrees_with_a_number() -> None:
    say = wording("waiting = { $count ->\n  [one] Un cas\n *[other] { $count } cas\n }")
    assert [say("waiting", count=count) for count in (1, 2, 1200)] == [
        "Un cas",
        "2 cas",
        "1\u202f200 cas",
    ]


def test_missing_sentence_is_said_in_french_and_logged() -> None:
    say = wording("other = x", wording("gone = Parti"), language="en")
    with structlog.testing.capture_logs() as logs:
        assert say("gone") == "Parti"
    assert logs == [
        {
            "event": "wording_missing",
            "key": "gone",
            "language": "en",
            "reason": "the key is missing",
            "log_level": "error",
        }
    ]


def test_sentence_missing_everywhere_is_its_key() -> None:
    assert wording("other = x", wording("other = x"), language="en")("gone") == "gone"


def test_missing_placeholder_leaves_the_rest_readable_and_tells_the_log_no_words() -> None:
    say = wording("claimed = { $name } a pris { $what }")
    with structlog.testing.capture_logs() as logs:
        assert "Nadia a pris" in say("claimed", name="Nadia")
    assert [(log["key"], log["reason"]) for log in logs] == [
        ("claimed", "a placeholder is missing")
    ]


@pytest.mark.parametrize("key", ["gone", "claimed"])
def test_strict_wording_raises_instead(key: str) -> None:
    say = wording("claimed = { $name } a pris la demande", strict=True)
    with pytest.raises(MissingWording, match=f"fr: {key}: "):
        say(key)


@pytest.mark.parametrize(
    ("language", "day", "said"),
    [
        ("fr", date(2026, 11, 1), "1er novembre 2026"),
        ("fr", date(2026, 11, 21), "21 novembre 2026"),
        ("fr", date(2026, 8, 11), "11 août 2026"),
        ("en", date(2026, 11, 1), "1 November 2026"),
    ],
)
def test_day_is_said_as_people_say_it(language: Language, day: date, said: str) -> None:
    assert load()[language].date(day) == said


@pytest.mark.parametrize(
    ("minutes", "french", "english"),
    [
        (1, "1 minute", "1 minute"),
        (59, "59 minutes", "59 minutes"),
        (60, "1 heure", "1 hour"),
        (180, "3 heures", "3 hours"),
        (2 * 24 * 60, "2 jours", "2 days"),
    ],
)
def test_duration_is_said_in_its_largest_unit(minutes: int, french: str, english: str) -> None:
    length = timedelta(minutes=minutes)
    said = {name: say.duration(length).replace("\u00a0", " ") for name, say in load().items()}
    assert said == {"fr": french, "en": english}
    past = {name: say.ago(length).replace("\u00a0", " ") for name, say in load().items()}
    assert past == {"fr": f"il y a {french}", "en": f"{english} ago"}
