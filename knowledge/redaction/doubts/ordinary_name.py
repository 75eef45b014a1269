"""Names to hide that are ordinary words, where the sentence reads them as such."""

from collections.abc import Iterator, Sequence

from knowledge.redaction.model import SuspicionReason
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span
from knowledge.redaction.squashed import matches
from knowledge.redaction.variants import variants_of


class OrdinaryNameDoubt:
    """Highlights « un éclat » when « Éclat » is to be hidden."""

    reason = SuspicionReason.ORDINARY_NAME

    def __init__(self, names_to_hide: Sequence[str]) -> None:
        self._ordinary = variants_of(names_to_hide).ordinary

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield the words that the rule of hidden names left."""
        yield from matches(text, self._ordinary, lambda squashed, _: squashed in self._ordinary)
