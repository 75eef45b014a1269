"""Applies the rules until none finds anything more, then says what is left to doubt."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import Final, TypeVar

from knowledge.redaction.addressee import Addressees
from knowledge.redaction.labels import ANY_LABEL, Language, label
from knowledge.redaction.model import (
    Doubt,
    Finder,
    Mask,
    MaskKind,
    Redaction,
    Rule,
    Suspicion,
)
from knowledge.redaction.normalise import BLANK, Normalised
from knowledge.redaction.ruleset import doubts_for, rules_for
from knowledge.redaction.span import Span

#: A mask may uncover another one (where two rules met, the second one's remains). Two passes
#: are usual, three are rare; the bound keeps the work linear whatever the text.
_MAX_PASSES: Final = 6

_Finder = TypeVar("_Finder", bound=Finder)


class Redactor:
    """Masks what identifies, for one list of names to hide and one language of labels.

    ``readers`` are the names of those who will read it: where they are greeted, they stay.
    """

    def __init__(
        self,
        names_to_hide: Sequence[str] = (),
        *,
        language: Language = "fr",
        readers: Sequence[str] = (),
    ) -> None:
        self._language: Language = language
        self._readers = Addressees(readers)
        self._rules: Sequence[Rule] = rules_for(names_to_hide)
        self._doubts: Sequence[Doubt] = doubts_for(names_to_hide)

    def redact(self, text: str) -> Redaction:
        """Return the masked text, its masks, and its suspicious remains.

        Redacting a redacted text changes nothing.
        """
        view = _with_labels_blank(text)
        masks: list[Mask] = []
        for _ in range(_MAX_PASSES):
            found = sorted(_found_by(self._rules, view), key=lambda pair: pair[0])
            for span, rule in found:
                at = view.origin(span)
                if not self._stays(text, at, rule.kind):
                    masks.append(Mask(*at, rule.kind))
            if not found:
                break
            view = view.without(span for span, _ in found)
        masks.sort(key=lambda mask: mask.start)
        masked = "".join(self._pieces(text, masks))
        return Redaction(masked, tuple(masks), tuple(self._suspicions(view, masks)))

    def _stays(self, text: str, at: Span, kind: MaskKind) -> bool:
        return kind is MaskKind.NAME and self._readers.are_greeted(text, at)

    def _pieces(self, text: str, masks: Iterable[Mask]) -> Iterator[str]:
        done = 0
        for mask in masks:
            yield text[done : mask.start]
            yield label(mask.kind, self._language)
            done = mask.end
        yield text[done:]

    def _suspicions(self, view: Normalised, masks: Sequence[Mask]) -> Iterator[Suspicion]:
        """Yield what the doubts find, from left to right, as places in the masked text."""
        ends = [mask.end for mask in masks]
        growths = (len(label(each.kind, self._language)) - each.end + each.start for each in masks)
        shifts = [0, *accumulate(growths)]
        for span, doubt in sorted(_found_by(self._doubts, view), key=lambda pair: pair[0]):
            start, end = (at + shifts[bisect_right(ends, at)] for at in view.origin(span))
            yield Suspicion(start, end, doubt.reason)


def redact(
    text: str,
    names_to_hide: Sequence[str] = (),
    language: Language = "fr",
    readers: Sequence[str] = (),
) -> Redaction:
    """Mask one text."""
    return Redactor(names_to_hide, language=language, readers=readers).redact(text)


def _found_by(finders: Iterable[_Finder], view: Normalised) -> Iterator[tuple[Span, _Finder]]:
    """Yield what finders find; where two of them meet, the first one has it.

    The second one's remains, if they are still something, are found by the next pass.
    """
    taken = bytearray(len(view.text))
    for finder in finders:
        for span in apart(map(view.whole, finder.find(view))):
            if taken.find(1, *span) < 0 and view.text.find(BLANK, *span) < 0:
                taken[slice(*span)] = b"\1" * (span.end - span.start)
                yield span, finder


def apart(spans: Iterable[Span]) -> list[Span]:
    """Return spans sorted, empty ones gone, overlapping ones joined."""
    joined: list[Span] = []
    done = 0
    for span in sorted(spans):
        start, end = span
        if start >= done and start < end:
            joined.append(span)
        elif end > done:
            joined[-1] = Span(joined[-1].start, end)
        done = max(done, end)
    return joined


def _with_labels_blank(text: str) -> Normalised:
    """Return the view of a text whose masks, if it was redacted before, are blank."""
    view = Normalised.of(text)
    labels = [view.spot(Span(*found.span())) for found in ANY_LABEL.finditer(text)]
    return view.without(labels) if labels else view
