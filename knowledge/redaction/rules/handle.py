"""Account names: mentions of every platform, legacy Discord tags, ids, « insta : nom »."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.lexicon import entries
from knowledge.redaction.model import MaskKind, Span
from knowledge.redaction.normalise import Normalised

_MARKUP: Final = re.compile(
    r"<(?:@[!&]?|#)[a-z0-9]{5,25}+(?:\|[^<>\n]{0,80}+)?>|<!subteam\^[^<>\n]{1,80}+>"
)
#: ``@name``, ``@user@instance.org``, ``@nom.de.compte``; the sentence's own dot stays out.
_MENTION: Final = re.compile(
    r"(?<![\w@])@(?P<name>[\w][\w-]*+(?:\.[\w-]++)*+)(?:@[a-z0-9-]++(?:\.[a-z0-9-]++)++)?"
)
_LEGACY: Final = re.compile(r"(?<![\w#.])[\w.]{2,32}+#\d{4}(?!\w)")
_REDDIT: Final = re.compile(r"(?<![\w./])/?u/[\w-]{3,20}+(?!\w)")
_SNOWFLAKE: Final = re.compile(r"(?<![\w.,])\d{17,20}+(?!\w)")
_SLACK_ID: Final = re.compile(r"(?<!\w)[UWCDTBG]0[A-Z0-9]{8,10}+(?!\w)")

_PLACE: Final = (
    r"(?:insta(?:gram)?|ig|snap(?:chat)?|tik ?tok|twitter|x|facebook|fb|linkedin|twitch|discord"
    r"|threads|bluesky|bsky|mastodon|telegram|youtube|reddit|pinterest|skype|steam|vinted|slack"
    r"|pseudo(?:nyme)?s?|alias|compte|profil|user(?:name)?|handle|identifiant|login|account"
    r"|nick(?:name)?)"
)
_LINK_WORD: Final = (
    r"(?: (?:perso|pro|officiel|public|prive|secondaire|de secours|c'est|est|name|is|handle|id))"
)
#: An account name without its ``@`` is told by what no word has: a dot, an underscore, a digit.
_NAME_LIKE: Final = r"(?=[a-z][a-z-]*+(?:[._][a-z0-9]|\d))[a-z][\w-]*+(?:\.[\w-]++)*+"
_INTRODUCED: Final = re.compile(
    rf"(?<!\w){_PLACE}{_LINK_WORD}{{0,2}}(?: ?[:=>] ?| ?\( ?| )[\"'*]?(?P<name>{_NAME_LIKE})"
)
_PSEUDONYM: Final = re.compile(
    r"(?<!\w)(?:pseudo(?:nyme)?|alias|nom d'utilisateur|username|handle|nickname|screen name"
    r"|gamertag)(?: (?:c'est|est|is))?(?: ?[:=] ?| )"
    r"(?:\"(?P<quoted>[^\"\n]{2,32}+)\"|(?P<name>[\w][\w.-]{2,31}+))"
)
_SPELLED: Final = re.compile(
    r"(?<!\w)(?:arr?obas?e?|arobaz) (?P<name>[a-z0-9][\w.-]*+"
    r"(?: (?:underscore|tiret(?: du)?(?: bas)?|point|dot) [\w-]++){0,5})"
)


class HandleRule:
    """Masks account names; ``@everyone`` and the platforms' own accounts stay."""

    kind = MaskKind.HANDLE

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield account names, their sign or markup included."""
        for pattern in (_MARKUP, _LEGACY, _REDDIT, _SNOWFLAKE):
            for found in pattern.finditer(text.lower):
                yield Span(*found.span())
        for found in _SLACK_ID.finditer(text.text):
            yield Span(*found.span())
        for found in _MENTION.finditer(text.lower):
            if not _is_public(found["name"]):
                yield Span(*found.span())
        yield from _introduced(text)


def _introduced(text: Normalised) -> Iterator[Span]:
    """Yield what a word before it says to be an account name."""
    for found in _INTRODUCED.finditer(text.lower):
        if not _is_public(found["name"]):
            yield Span(*found.span("name"))
    for found in _PSEUDONYM.finditer(text.lower):
        if found["quoted"]:
            yield Span(*found.span("quoted"))
        elif _is_written_as_a_name(text.text[slice(*found.span("name"))]):
            yield Span(*found.span("name"))
    for found in _SPELLED.finditer(text.lower):
        yield Span(*found.span())


def _is_public(name: str) -> bool:
    return name in entries("public_handles") or not any(char.isalpha() for char in name)


def _is_written_as_a_name(word: str) -> bool:
    """Say whether a pseudonym given in full text differs from the words around it."""
    return not word.islower() or any(not char.isalpha() for char in word)
