"""Account names: mentions of every platform, legacy Discord tags, ids, « insta : nom »."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.lexicon import entries, words
from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span

_MARKUP: Final = re.compile(
    r"<(?:(?:@[!&]?|#)[a-z0-9]{5,25}+(?:\|[^<>\n]{0,80}+)?|!subteam\^[^<>\n]{1,80}+)>"
)
#: ``@name``, ``@user@instance.org``, ``@nom.de.compte``; the sentence's own dot stays out.
_MENTION: Final = re.compile(
    r"@(?<![\w@].)(?P<name>[\w][\w-]*+(?:\.[\w-]++)*+)(?:@[a-z0-9-]++(?:\.[a-z0-9-]++)++)?"
)
_TAG: Final = re.compile(r"#\d{4}(?!\w)")
_BEFORE_A_TAG: Final = re.compile(r"(?<![\w#.])[\w.]{2,32}$")
_LONGEST_TAG: Final = 33
_REDDIT: Final = re.compile(r"u/[\w-]{3,20}+(?!\w)")
_SNOWFLAKE: Final = re.compile(r"\d{17,20}")
_SLACK_ID: Final = re.compile(r"[UWCDTBG]0[A-Z0-9]{8,10}+(?!\w)")
_SLACK_ID_START: Final = re.compile(r"[uwcdtbg]0[a-z0-9]{8,10}")
_FEWEST_IN_CODE: Final = 10

_NETWORKS: Final = (
    *("insta", "instagram", "ig", "snap", "snapchat", "tiktok", "tik", "twitter", "x", "facebook"),
    *("fb", "linkedin", "twitch", "discord", "threads", "bluesky", "bsky", "mastodon", "telegram"),
)
_PLACES: Final = (
    *_NETWORKS,
    *(
        "youtube",
        "reddit",
        "pinterest",
        "skype",
        "steam",
        "vinted",
        "slack",
        "pseudo",
        "pseudonyme",
    ),
    *("alias", "compte", "profil", "user", "username", "handle", "identifiant", "login", "account"),
    *("nick", "nickname"),
)
_LINK_WORD: Final = (
    r"(?: (?:perso|pro|officiel|public|prive|secondaire|de secours|c'est|est|name|is|handle|id))"
)
#: An account name without its ``@`` is told by what no word has: a dot, an underscore, a digit.
_NAME_LIKE: Final = r"(?=[a-z][a-z-]*+(?:[._][a-z0-9]|\d))[a-z][\w-]*+(?:\.[\w-]++)*+"
_INTRODUCED: Final = re.compile(
    rf"\w+(?: tok)?{_LINK_WORD}{{0,2}}(?: ?[:=>] ?| ?\( ?| )[\"'*]?(?P<name>{_NAME_LIKE})"
)
#: « un joueur, Skarn_77, »: a person may be named by an account only.
_AFTER_A_ROLE: Final = re.compile(
    rf"\w+,? \(?(?=[a-z0-9-]{{0,30}}[_\d])(?P<name>{_NAME_LIKE})(?=[,.)\s]|$)"
)
#: « gravelprophet88 sur insta »: the place comes after.
_PLACED: Final = re.compile(
    rf"(?<![\w@.-])(?P<name>{_NAME_LIKE})(?= (?:on|sur|via|chez) (?:{'|'.join(_NETWORKS)})(?!\w))"
)
_LONGEST_PLACED: Final = 64
#: « Sasha (sasha_po) »: no word has an underscore.
_IN_BRACKETS: Final = re.compile(r"\((?P<name>[a-z][a-z0-9.]*+_[\w.]*\w)\)")
_PSEUDONYMS: Final = (
    *("pseudo", "pseudonyme", "alias", "username", "handle", "nickname", "gamertag"),
)
_PSEUDONYM: Final = re.compile(
    r"\w+(?: (?:c'est|est|is))?(?: ?[:=] ?|,? )"
    r"(?:\"(?P<quoted>[^\"\n]{2,32}+)\"|(?P<name>[\w][\w.-]{2,31}+))"
)
_FEWEST_CHARACTERS: Final = 4
_AT_SIGNS: Final = ("arobase", "arobas", "arrobase", "arrobas", "arobaz", "arobaze")
_SPELLED: Final = re.compile(
    r"\w+ (?P<name>[a-z0-9][\w.-]*+"
    r"(?: (?:underscore|tiret(?: du)?(?: bas)?|point|dot) [\w-]++){0,5})"
)


class HandleRule:
    """Masks account names; ``@everyone`` and the platforms' own accounts stay."""

    kind = MaskKind.HANDLE

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield account names, their sign or markup included."""
        for found in (*_MARKUP.finditer(text.lower), *text.matches_at(("u",), _REDDIT)):
            yield Span(*found.span())
        yield from _tags(text.lower)
        yield from _identifiers(text)
        public: dict[str, bool] = {}
        for found in _MENTION.finditer(text.lower):
            name = found["name"]
            if name not in public:
                public[name] = _is_public(name)
            if not public[name]:
                yield Span(*found.span())
        yield from _introduced(text)
        yield from _followed(text)


def _tags(lower: str) -> Iterator[Span]:
    """Yield the names that Discord gave before 2023: ``name#1234``."""
    for found in _TAG.finditer(lower):
        window = max(0, found.start() - _LONGEST_TAG)
        name = _BEFORE_A_TAG.search(lower[window : found.start()])
        if name:
            yield Span(window + name.start(), found.end())


def _identifiers(text: Normalised) -> Iterator[Span]:
    """Yield the numbers of Discord and the codes of Slack that stand for an account."""
    long = [word for word in text.codes if len(word) >= _FEWEST_IN_CODE]
    snowflakes = [word for word in long if _SNOWFLAKE.fullmatch(word)]
    for found in text.matches_at(snowflakes, _SNOWFLAKE):
        yield Span(*found.span())
    codes = [word for word in long if _SLACK_ID_START.fullmatch(word)]
    for found in text.matches_at(codes, _SLACK_ID, cased=True):
        yield Span(*found.span())


def _introduced(text: Normalised) -> Iterator[Span]:
    """Yield what a word before it says to be an account name."""
    for found in text.matches_at(_PLACES, _INTRODUCED):
        if not _is_public(found["name"]):
            yield Span(*found.span("name"))
    for found in text.matches_at(words("roles"), _AFTER_A_ROLE):
        if not _is_public(found["name"]):
            yield Span(*found.span("name"))
    for found in text.matches_at(_PSEUDONYMS, _PSEUDONYM):
        if found["quoted"]:
            yield Span(*found.span("quoted"))
        elif _is_a_pseudonym(text.text[slice(*found.span("name"))]):
            yield Span(*found.span("name"))
    for found in text.matches_at(_AT_SIGNS, _SPELLED):
        yield Span(*found.span())


def _followed(text: Normalised) -> Iterator[Span]:
    """Yield what its place after it, or the brackets around it, say to be an account name."""
    networks = text.places_of(_NETWORKS)
    for found in text.matches_near(networks, _PLACED, reach=_LONGEST_PLACED):
        if not _is_public(found["name"]):
            yield Span(*found.span("name"))
    for found in _IN_BRACKETS.finditer(text.lower):
        yield Span(*found.span("name"))


def _is_public(name: str) -> bool:
    """Say whether a name is a platform's own, or no name: a number, a version, a domain."""
    is_short = len(name) < _FEWEST_CHARACTERS
    return (
        name in entries("public_handles")
        or name in entries("public_hosts")
        or not any(char.isalpha() for char in name)
        or (is_short and any(char.isdigit() for char in name))
    )


def _is_a_pseudonym(word: str) -> bool:
    """Say whether a word after « pseudo » differs from the words around it."""
    if word.lower() in words("platforms"):
        return False
    return not word.islower() or any(not char.isalpha() for char in word)
