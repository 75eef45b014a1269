"""Addresses of web pages with their scheme, also a disguised one; help pages stay."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.hosts import is_public
from knowledge.redaction.links import LINK_TAIL, TRAILING, trimmed
from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span

_SCHEMES: Final = (
    *("http", "https", "hxxp", "hxxps", "htxp", "hxtp", "htxps", "hxtps", "ftp", "sftp", "ws"),
    "wss",
)
_TIGHT: Final = re.compile(rf"[a-z]++ ?(?:\[:\]|:) ?//{LINK_TAIL}++")
_SPACED: Final = re.compile(
    r"[a-z]++(?: : ?| ?: )/ ?/ ?[a-z0-9-]{1,63}+(?: ?\. ?[a-z0-9-]{1,63}+){1,4}"
    r"(?: ?/ ?[^\s<>]{1,200}+)?"
)


class LinkRule:
    """Masks web addresses, except a platform's or an authority's own pages."""

    kind = MaskKind.URL

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield the addresses, the sentence's punctuation left out."""
        for found in text.matches_at(_SCHEMES, _TIGHT):
            if not _is_public_link(found.group()):
                yield trimmed(found)
        yield from map(trimmed, text.matches_at(_SCHEMES, _SPACED))


def _is_public_link(link: str) -> bool:
    host, _, path = link.partition("//")[2].partition("/")
    return is_public(host.rstrip(TRAILING), path.rstrip(TRAILING))
