"""How web addresses are written: what they are made of, where they start and end."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from knowledge.redaction.normalise import BLANK, Normalised
from knowledge.redaction.span import Span

#: A dot in brackets, so that nobody clicks: ``evil[.]com``.
BRACKETED_DOT: Final = r"(?:\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\[point\]|\(point\))"
#: What an address is made of; a bracket only in a pair, so that Markdown's own stays out.
LINK_TAIL: Final = rf"(?:[^\s<>\"|{{}}\\^\[\](){BLANK}]|{BRACKETED_DOT}|\([^\s<>()]*+\))"
#: The punctuation of the sentence around.
TRAILING: Final = ".,;:!?'*_~-"
_LEAD: Final = re.compile(r"(?:(?<![a-z])h[tx]{2}ps?://)?(?:(?<![a-z0-9-])[a-z0-9-]{1,63}\.)?$")
_LONGEST_LEAD: Final = 80


def links_to(
    text: Normalised, host_words: Iterable[str], pattern: re.Pattern[str]
) -> Iterator[Span]:
    """Yield the addresses whose host has one of these words and matches from it on."""
    for found in text.matches_at(host_words, pattern):
        window = max(0, found.start() - _LONGEST_LEAD)
        lead = _LEAD.search(text.lower[window : found.start()])
        start = window + lead.start() if lead else found.start()
        yield Span(start, trimmed(found).end)


def trimmed(found: re.Match[str]) -> Span:
    """Leave the punctuation of the sentence out."""
    return Span(found.start(), found.start() + len(found.group().rstrip(TRAILING)))
