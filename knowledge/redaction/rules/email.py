"""E-mail addresses: plain, in a Slack link, spaced, bracketed, and spelled out."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.lexicon import words
from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span
from knowledge.redaction.writing import is_ordinary

_SLACK: Final = re.compile(r"<mailto:[^<>\s]{1,300}+>")

#: ``a.b@c.org``, ``a.b%40c.org``, also without an ending (``sav@ombrine``) or cut (``j.a@…``).
_PLAIN: Final = re.compile(
    r"(?<![\w.+%@-])(?:mailto:)?[\w+-][\w.+-]*+(?:@|%40|&#0*64;|&commat;)"
    r"(?:[a-z0-9][a-z0-9-]*+(?:\.[a-z0-9-]++)++|[a-z][a-z0-9-]++|\.{2,}+|\*{2,}+)"
    r"(?:@[\w.-]*+)*+"
)
_SIGN: Final = re.compile(r"@(?<=[\w.+-]@)|%40|&")
_WORD: Final = r"(?:\w(?: \w){3,30}+(?!\w)|[\w+-]{1,64}+)"
_BRACKETED_DOT: Final = r" ?[\[({<] ?(?:dot|point|pt|\.) ?[\])}>] ?"
_JOIN: Final = (
    rf"(?:[._-]| [._-] |{_BRACKETED_DOT}"
    r"| (?:point|dot|pt|tiret(?: du)?(?: bas| haut)?|underscore|dash|hyphen"
    r"|moins|plus|under score) )"
)
_LOCAL: Final = rf"(?<![\w.+-]){_WORD}(?:{_JOIN}{_WORD}){{0,6}}+"
_STRONG_AT: Final = (
    r"(?:@| @ | ?[\[({<*] ?(?:at|arr?obas?e?|arobaz|@|a|chez) ?[\])}>*] ?"
    r"| (?:arr?obas?e?|arobaz|a commercial|at sign) )"
)
_WEAK_AT: Final = r" (?:at|chez|@) "
_SPELLED_DOT: Final = r" (?:point|dot|pt) "
_ENDING: Final = r"(?:com|fr|org|net|eu|io|be|ch|ca|co|uk|de|es|it|lu|info|example)"
#: After a loose dot, the ending of a domain, lest the next sentence be taken in.
_LOOSE_DOT: Final = (
    rf" \. ?(?={_ENDING}\b"
    r"|[a-z0-9-]++ ?\. ?[a-z])"
)
_ANY_DOT: Final = rf"(?:\.|{_LOOSE_DOT}|{_BRACKETED_DOT}|{_SPELLED_DOT})"
_PROVIDER: Final = (
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|orange|wanadoo|free|sfr|laposte"
    r"|proton(?:mail)?|gmx|bbox|aol)"
)
_HOST: Final = rf"[a-z0-9]{_WORD}(?:(?:-| - | tiret | dash ){_WORD}){{0,3}}+"
_DISGUISED: Final = re.compile(
    rf"{_LOCAL}{_STRONG_AT}(?:{_HOST}(?:{_ANY_DOT}{_HOST}){{1,4}}+|{_PROVIDER}\b)"
)
#: « at » and « chez » are words: a known ending must follow, and no word of grammar stand before.
_WHISPERED: Final = re.compile(
    rf"(?P<local>{_LOCAL}){_WEAK_AT}"
    rf"(?:{_HOST}(?:(?:{_BRACKETED_DOT}|{_SPELLED_DOT}){_WORD}){{0,2}}"
    rf"(?:{_BRACKETED_DOT}|{_SPELLED_DOT}){_ENDING}|(?P<provider>{_PROVIDER}\.[a-z]{{2,6}}))(?!\w)"
)
#: What stands for the sign in a disguise; a bare sign with no space around needs no disguise.
_AT_WORDS: Final = (
    *("arobase", "arobas", "arrobase", "arrobas", "arobaz", "arobaze", "commercial", "at", "chez"),
)
_AT_SIGN: Final = re.compile(r"@(?= |(?:[\w-]{1,63}(?:[ \[({]|$)))|[\[({<*] ?(?:at|a|@|arobase)\b")
_REACH: Final = 160


class EmailRule:
    """Masks e-mail addresses."""

    kind = MaskKind.EMAIL

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield the addresses, local part and domain together."""
        lower = text.lower
        for found in _SLACK.finditer(lower):
            yield Span(*found.span())
        plain_signs = (found.start() for found in _SIGN.finditer(lower))
        for found in text.matches_near(plain_signs, _PLAIN, reach=_REACH):
            yield Span(*found.span())
        signs = [found.start() for found in _AT_SIGN.finditer(lower)]
        triggers = [*signs, *text.places_of(_AT_WORDS)]
        for found in text.matches_near(triggers, _DISGUISED, reach=_REACH):
            yield Span(*found.span())
        for found in text.matches_near(triggers, _WHISPERED, reach=_REACH):
            if not _is_talk(found):
                yield Span(*found.span())


def _is_talk(found: re.Match[str]) -> bool:
    """Tell « look at gmail.com » from « camille at gmail.com »."""
    local = found["local"]
    return local in words("function_words") or (bool(found["provider"]) and is_ordinary(local))
