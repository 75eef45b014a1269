"""Addresses of web pages and domains, in all their disguises; help pages stay."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.hosts import is_domain, is_public
from knowledge.redaction.lexicon import words
from knowledge.redaction.model import MaskKind, Span
from knowledge.redaction.normalise import BLANK, Normalised

_DOT: Final = r"(?:\[\.\]|\(\.\)|\{\.\}|\[dot\]|\(dot\)|\[point\]|\(point\))"
#: What an address is made of; a bracket only in a pair, so that Markdown's own stays out.
LINK_TAIL: Final = rf"(?:[^\s<>\"|{{}}\\^\[\]() {BLANK}]|{_DOT}|\([^\s<>()]*+\))"
_SCHEMED: Final = re.compile(
    rf"(?<![a-z])(?:h[tx*]{{2}}ps?|s?ftp|wss?) ?(?:\[:\]|:) ?//{LINK_TAIL}++"
)
_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]*+)"
_HOST: Final = re.compile(
    rf"(?<![\w@.%+-])(?P<host>{_LABEL}(?:\.[a-z0-9-]++)++)(?!@)"
    rf"(?P<path>(?::\d{{2,5}}+)?(?:[/?]{LINK_TAIL}*+)?)"
)
_BRACKETED: Final = re.compile(
    rf"(?<![\w@.-]){_LABEL}(?: ?{_DOT} ?[a-z0-9-]++)++(?:/{LINK_TAIL}*+)?"
)
_ENDING: Final = r"(?:com|fr|org|net|eu|io|be|ch|ca|info|shop|app|tv|co|uk|example|gg|me|ly)"
_SPELLED: Final = re.compile(
    rf"(?<![\w@.-])(?:www (?:point|dot) )?(?P<word>[a-z0-9-]{{3,63}}+)"
    rf"(?: (?:point|dot) [a-z0-9-]{{2,63}}){{0,2}} (?:point|dot) {_ENDING}(?![\w'-])"
)
_TRAILING: Final = ".,;:!?'*_~-"


class LinkRule:
    """Masks web addresses, except a platform's or an authority's own pages."""

    kind = MaskKind.URL

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield addresses with a scheme, bare ones, bracketed ones, spelled ones."""
        lower = text.lower
        for found in _SCHEMED.finditer(lower):
            if not _is_public_link(found.group()):
                yield _trimmed(lower, found)
        for found in _HOST.finditer(lower):
            if _is_telling(found["host"].strip("-"), found["path"]):
                yield _trimmed(lower, found)
        for found in _BRACKETED.finditer(lower):
            yield _trimmed(lower, found)
        for found in _SPELLED.finditer(lower):
            if found["word"] not in words("not_a_domain"):
                yield Span(*found.span())


def _trimmed(lower: str, found: re.Match[str]) -> Span:
    """Leave the punctuation of the sentence out."""
    return Span(found.start(), found.start() + len(found.group().rstrip(_TRAILING)))


def _is_public_link(link: str) -> bool:
    host, _, path = link.partition("//")[2].partition("/")
    return is_public(host.rstrip(_TRAILING), path.rstrip(_TRAILING))


def _is_telling(host: str, path: str) -> bool:
    sure = host.startswith("www.") or path.startswith("/")
    return is_domain(host, sure=sure) and not is_public(host, path.rstrip(_TRAILING))
