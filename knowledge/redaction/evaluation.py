"""Measures the redaction on labelled JSON lines: what is gone, and what was lost with it."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.redaction.lexicon import words
from knowledge.redaction.model import Mask
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.redactor import redact
from knowledge.redaction.span import Span

_WORD = re.compile(r"\w+")
_TELLING = 3  # letters: what is shorter tells nothing when it stays alone


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one text: each span (kind, gone?), ordinary word (lost?), keep (there?)."""

    spans: tuple[tuple[str, bool], ...]
    words: tuple[bool, ...]
    keep: tuple[bool, ...]


def evaluate(lines: Iterable[str]) -> dict[str, object]:
    """Measure ``{"text", "names_to_hide"?, "spans": [{"start", "end", "type"}], "keep"?}`` lines.

    A span is gone when each word of it that tells something was masked; every word outside
    the spans is an ordinary one. ``keep`` holds spans, such as names of platforms, that stay.
    """
    outcomes = [outcome(json.loads(line)) for line in lines if line.strip()]
    spans = [span for each in outcomes for span in each.spans]
    kinds = sorted({kind for kind, _ in spans})
    return {
        "texts": len(outcomes),
        "spans_gone": _share([gone for _, gone in spans]),
        "ordinary_words_lost": _share([lost for each in outcomes for lost in each.words]),
        "kept": _share([there for each in outcomes for there in each.keep]),
        "spans_gone_by_type": {
            kind: _share([gone for other, gone in spans if other == kind]) for kind in kinds
        },
    }


def outcome(row: Mapping[str, Any]) -> Outcome:
    """Redact one labelled text and compare."""
    text, masks = row["text"], redact(row["text"], tuple(row.get("names_to_hide") or ())).masks
    spans = [Span(each["start"], each["end"]) for each in row["spans"]]
    keep = [Span(each["start"], each["end"]) for each in row.get("keep") or ()]
    ordinary = (word for word in _words(text) if not any(_meet(word, span) for span in spans))
    return Outcome(
        tuple((e["type"], _gone(text, s, masks)) for e, s in zip(row["spans"], spans, strict=True)),
        tuple(_masked(word, masks) for word in ordinary),
        tuple(not _masked(span, masks) for span in keep),
    )


def _gone(text: str, span: Span, masks: Sequence[Mask]) -> bool:
    telling = [w for w in _words(text, span) if _tells(text[w.start : w.end])]
    return all(_masked(word, masks) for word in telling or [span])


def _tells(word: str) -> bool:
    """Say whether a word that stays tells anything: not « Mme », nor « dossier » without number."""
    plain = Normalised.of(word).lower
    if any(map(str.isdigit, plain)):
        return True
    return len(plain) >= _TELLING and plain not in words("titles") | words("ticket_nouns")


def _words(text: str, within: Span | None = None) -> Iterator[Span]:
    where = within or Span(0, len(text))
    return (Span(*found.span()) for found in _WORD.finditer(text, where.start, where.end))


def _masked(span: Span, masks: Sequence[Mask]) -> bool:
    return any(_meet(span, Span(mask.start, mask.end)) for mask in masks)


def _meet(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _share(flags: Sequence[bool]) -> float:
    return round(sum(flags) / len(flags), 4) if flags else 0.0
