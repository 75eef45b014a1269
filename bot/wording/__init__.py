"""Every sentence that a person can read, in French and in English (Fluent files).

A sentence is asked for by its key: ``say("claimed", name="loutre-bleue")``. A key that is
missing in a language is said in French; one that is missing everywhere is said as the key
itself, because a person in trouble must never meet a crash. Tests make both impossible.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

import structlog
from babel.dates import format_date, format_timedelta
from fluent.runtime import FluentBundle, FluentResource

from bot.domain.people import LANGUAGES, Language

_LOCALES: Mapping[Language, str] = {"fr": "fr_FR", "en": "en_GB"}
_WHOLE = 1  # a unit is said from one whole: 59 minutes, then 1 hour

_log = structlog.get_logger()


class MissingWording(LookupError):
    """A key or one of its placeholders is missing; raised only by ``strict`` wordings."""


class Wording:
    """The sentences of one language; ``strict`` ones raise where others would improvise."""

    def __init__(
        self,
        language: Language,
        bundle: FluentBundle,
        fallback: "Wording | None" = None,
        *,
        strict: bool = False,
    ) -> None:
        self.language = language
        self._bundle, self._fallback, self._strict = bundle, fallback, strict
        self._said: dict[str, str] = {}  # sentences that are always the same: a form has dozens

    def __call__(self, key: str, /, **arguments: str | int) -> str:
        """Return the sentence ``key`` with its placeholders filled in."""
        if arguments:
            return self._formatted(key, arguments)
        if key not in self._said:
            self._said[key] = self._formatted(key, {})
        return self._said[key]

    def date(self, day: date) -> str:
        """Return a day as people write it, such as ``21 novembre 2026``."""
        text = format_date(day, "long", locale=_LOCALES[self.language])
        # The locale data lack the first of the month, which French alone says differently.
        return f"1er{text[1:]}" if self.language == "fr" and day.day == 1 else text

    def duration(self, length: timedelta) -> str:
        """Return a duration in its largest unit, such as ``3 heures``."""
        return format_timedelta(length, locale=_LOCALES[self.language], threshold=_WHOLE)

    def ago(self, length: timedelta) -> str:
        """Return how long ago something was, such as ``il y a 3 heures``."""
        return format_timedelta(
            -length, locale=_LOCALES[self.language], threshold=_WHOLE, add_direction=True
        )

    def _formatted(self, key: str, arguments: Mapping[str, str | int]) -> str:
        if not self._bundle.has_message(key):
            return self._missing(key, arguments)
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            return self._missing(key, arguments)
        text, errors = self._bundle.format_pattern(pattern, dict(arguments))
        if errors:
            self._complain(key, "a placeholder is missing")
        return str(text)

    def _missing(self, key: str, arguments: Mapping[str, str | int]) -> str:
        self._complain(key, "the key is missing")
        return self._fallback(key, **arguments) if self._fallback else key

    def _complain(self, key: str, reason: str) -> None:
        if self._strict:
            raise MissingWording(f"{self.language}: {key}: {reason}")
        _log.error("wording_missing", key=key, language=self.language, reason=reason)


def load(*, strict: bool = False) -> Mapping[Language, Wording]:
    """Read the sentences of every language; French is what the others fall back to."""
    french = Wording("fr", _bundle("fr"), strict=strict)
    return {
        language: french
        if language == "fr"
        else Wording(language, _bundle(language), french, strict=strict)
        for language in LANGUAGES
    }


@cache
def _bundle(language: Language) -> FluentBundle:
    """Parse once what never changes while we run: it takes half a second."""
    bundle = FluentBundle([_LOCALES[language].replace("_", "-")], use_isolating=False)
    for file in sorted(files(__package__).joinpath(language).iterdir(), key=lambda f: f.name):
        if file.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(file.read_text("utf-8")))
    return bundle
