"""Names that everybody knows: brands, media, celebrities. They name nobody in the story."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from knowledge.redaction.lexicon import entries
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span


def public_names(text: Normalised) -> Iterator[Span]:
    """Yield where the public names of the list stand."""
    for word, names in _by_first_word().items():
        for at in text.places.get(word, ()):
            for name in names:
                end = at + len(name)
                if text.lower.startswith(name, at) and not text.lower[end : end + 1].isalnum():
                    yield Span(at, end)


@cache
def _by_first_word() -> Mapping[str, Sequence[str]]:
    by_first_word: dict[str, list[str]] = defaultdict(list)
    for name in entries("public_names"):
        by_first_word[name.partition(" ")[0]].append(name)
    return by_first_word
