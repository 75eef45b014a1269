"""Applies the rules until none finds anything more, then says what is left to doubt."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final

from knowledge.redaction.labels import ANY_LABEL, Language, label
from knowledge.redaction.model import Doubt, Mask, Redaction, Rule, Span, Suspicion
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.ruleset import doubts_for, rules_for

#: A mask may uncover another one (a first name hidden, its surname is then alone). Two passes
#: are the rule, three are rare; the bound keeps the work linear whatever the text.
_MAX_PASSES: Final = 6


class Redactor:
    """Masks what identifies, for one list of names to hide and one language of labels."""

    def __init__(self, names_to_hide: Sequence[str] = (), *, language: Language = "fr") -> None:
        """Prepare the rules once; ``redact`` may then be called for many texts."""
        self._language: Language = language
        self._rules: Sequence[Rule] = rules_for(names_to_hide)
        self._doubts: Sequence[Doubt] = doubts_for(names_to_hide)

    def redact(self, text: str) -> Redaction:
        """Return the masked text, its masks, and its suspicious remains.

        Redacting a redacted text changes nothing.
        """
        view = _with_labels_blank(text)
        masks: list[Mask] = []
        for _ in range(_MAX_PASSES):
            view, found = self._one_pass(view)
            masks += found
            if not found:
                break
        masks.sort(key=lambda mask: mask.start)
        masked = "".join(self._pieces(text, masks))
        return Redaction(masked, tuple(masks), tuple(self._suspicions(masked)))

    def _one_pass(self, view: Normalised) -> tuple[Normalised, list[Mask]]:
        """Apply each rule once, each on what the former ones left."""
        masks: list[Mask] = []
        for rule in self._rules:
            spans = apart(view.whole(span) for span in rule.find(view))
            masks += (Mask(*view.origin(span), rule.kind) for span in spans)
            view = view.without(spans) if spans else view
        return view, masks

    def _pieces(self, text: str, masks: Iterable[Mask]) -> Iterator[str]:
        done = 0
        for mask in masks:
            yield text[done : mask.start]
            yield label(mask.kind, self._language)
            done = mask.end
        yield text[done:]

    def _suspicions(self, masked: str) -> Iterator[Suspicion]:
        """Return suspicions from left to right; of two that overlap, the first rule's."""
        view = _with_labels_blank(masked)
        taken: list[tuple[Span, Doubt]] = []
        for doubt in self._doubts:
            spans = [span for span, _ in taken]
            free = _outside(apart(doubt.find(view)), sorted(spans))
            taken += ((span, doubt) for span in free)
        for span, doubt in sorted(taken, key=lambda pair: pair[0]):
            yield Suspicion(*view.origin(span), doubt.reason)


def redact(text: str, names_to_hide: Sequence[str] = (), language: Language = "fr") -> Redaction:
    """Mask one text."""
    return Redactor(names_to_hide, language=language).redact(text)


def apart(spans: Iterable[Span]) -> list[Span]:
    """Return spans sorted, empty ones gone, overlapping ones joined."""
    joined: list[Span] = []
    for span in sorted(span for span in spans if span.start < span.end):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined


def _with_labels_blank(text: str) -> Normalised:
    """Return the view of a text whose masks, if it was redacted before, are blank."""
    view = Normalised.of(text)
    labels = [view.spot(Span(*found.span())) for found in ANY_LABEL.finditer(text)]
    return view.without(labels) if labels else view


def _outside(spans: list[Span], taken: list[Span]) -> Iterator[Span]:
    """Yield the spans that overlap none of those taken; both are sorted and apart."""
    gaps = [Span(0, 0), *taken, Span(2**62, 2**62)]
    holes = (Span(left.end, right.start) for left, right in pairwise(gaps))
    hole = next(holes)
    for span in spans:
        while span.start >= hole.end:
            hole = next(holes)
        if span.start >= hole.start and span.end <= hole.end:
            yield span
