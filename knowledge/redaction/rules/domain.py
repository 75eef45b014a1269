"""Addresses of web pages without a scheme: bare, bracketed, loose, spelled out."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.hosts import is_domain, is_public
from knowledge.redaction.lexicon import words
from knowledge.redaction.links import BRACKETED_DOT, LINK_TAIL, TRAILING, trimmed
from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span

_LABEL: Final = r"[a-z0-9](?:[a-z0-9-]*+)"
_HOST: Final = re.compile(
    r"[a-z0-9](?<![\w@.%+-].)(?P<rest>[a-z0-9-]*+(?:\.[a-z0-9-]++)++(?<=[a-z-]))(?!@)"
    rf"(?P<path>(?::\d{{2,5}}+)?(?:[/?]{LINK_TAIL}*+)?)"
)
_BRACKETED: Final = re.compile(
    rf"(?<![\w@.-]){_LABEL}(?: ?{BRACKETED_DOT} ?[a-z0-9-]++)++(?:/{LINK_TAIL}*+)?"
)
_DOT_IN_BRACKETS: Final = re.compile(rf"(?=[\[({{]){BRACKETED_DOT}")
_LOOSE: Final = re.compile(
    r"(?<![\w@.-])[a-z0-9-]{3,63}+ \. (?:com|fr|org|net|eu|io)"
    r"(?:(?: ?/ ?)[^\s<>]{1,200}+)?(?![\w'-])"
)
_LOOSE_DOT: Final = re.compile(r" \. ")
_ENDING: Final = r"(?:com|fr|org|net|eu|io|be|ch|ca|info|shop|app|tv|co|uk|example|gg|me|ly)"
_SPELLED: Final = re.compile(
    rf"(?<![\w@.-])(?:www (?:point|dot) )?(?P<word>[a-z0-9-]{{3,63}}+)"
    rf"(?: (?:point|dot|tiret|dash|hyphen) [a-z0-9-]{{2,63}}+){{0,4}}"
    rf" (?:point|dot) {_ENDING}(?![\w'-])"
)
_REACH: Final = 160


class DomainRule:
    """Masks domains and pages, except a platform's or an authority's own."""

    kind = MaskKind.URL

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield bare addresses, then those whose dots are in brackets, loose, or words."""
        lower = text.lower
        known: dict[str, bool] = {}
        for found in _HOST.finditer(lower):
            page = found.group()
            if page not in known:
                host = lower[found.start() : found.end("rest")].strip("-")
                known[page] = _is_telling(host, found["path"])
            if known[page]:
                yield trimmed(found)
        brackets = (found.start() for found in _DOT_IN_BRACKETS.finditer(lower))
        for found in text.matches_near(brackets, _BRACKETED, reach=_REACH):
            if not found.group()[0].isdigit():
                yield trimmed(found)
        loose = (found.start() for found in _LOOSE_DOT.finditer(lower))
        yield from map(trimmed, text.matches_near(loose, _LOOSE, reach=_REACH))
        dots = text.places_of(("point", "dot"))
        for found in text.matches_near(dots, _SPELLED, reach=_REACH):
            if found["word"] not in words("not_a_domain"):
                yield Span(*found.span())


def _is_telling(host: str, path: str) -> bool:
    sure = host.startswith("www.") or path.startswith("/")
    return is_domain(host, sure=sure) and not is_public(host, path.rstrip(TRAILING))
