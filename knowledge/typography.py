"""Puts the typography of French and English prose right, and leaves everything else alone."""

import re

NARROW, NO_BREAK, APOSTROPHE = "\u202f", "\u00a0", "\u2019"

# Stands for a verbatim piece while the rules run, so that they see what is around it.
_HOLE = "\ue000"
# What is not prose: code, addresses (the end of a Markdown link too), entities, :emoji: and `::`.
_VERBATIM = re.compile(
    r"```.*?```|`[^`\n]+`|(?:https?://|www\.)[^\s<>«»]*[^\s<>«».,;:!?)\]]|\]\([^)\s]*\)"
    rf"|&#?\w+;|:[a-z0-9_+-]+:|::+|{_HOLE}",
    re.DOTALL,
)
_SP = rf"[ {NARROW}{NO_BREAK}]"
_CLOSING = rf"\w)\]»”%€*{_HOLE}"  # a mark may follow these without a space in careless typing

_Rules = tuple[tuple[re.Pattern[str], str], ...]
_FRENCH: _Rules = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (rf"(?<=[^\W\d_])'(?=[\w«\"*{_HOLE}])", APOSTROPHE),
        (r"(?<!\.)\.\.\.(?!\.)", "…"),
        (rf'(?<![\w"])"{_SP}*([^"\n]*[^"\s]){_SP}*"(?![\w"])', r"«\1»"),
        (rf"«{_SP}*(?=[^\s»])", f"«{NO_BREAK}"),
        (rf"(?<=[^\s«]){_SP}*»", f"{NO_BREAK}»"),
        (rf"(?<=[^\s(\[{{«]){_SP}+([;!?])(?![\w=\[])", rf"{NARROW}\1"),
        (rf"(?<=[{_CLOSING}])([;!?])(?![\w=\[])", rf"{NARROW}\1"),
        # 18:30, 16:9 and the rule of a table have a character right after the colon.
        (rf"(?<=\S){_SP}+:(?=[\s»*_)|]|$)", f"{NO_BREAK}:"),
        (rf"(?<=[{_CLOSING}]):(?=\s|$)", f"{NO_BREAK}:"),
        (rf"(?<=\d){_SP}?([%€])(?!\w)", rf"{NO_BREAK}\1"),
    )
)
_THOUSANDS = re.compile(rf"(?<![\d,.])\d{{1,3}}(?:{_SP}\d{{3}})+(?!\d)")
_ENGLISH: _Rules = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<!\.)\.\.\.(?!\.)", "…"),
        (r"(?<=\w)'", APOSTROPHE),
        (r"(?<!\S)'(?=\w)|(?<=[(\[])'(?=\w)", "‘"),
        (r"(?<=[.,;:!?…])'(?!\w)", APOSTROPHE),
        (rf'(?<![^\s(\[])"(?=[\w‘{_HOLE}])', "“"),
        (rf'(?<=[\w.,;:!?…’%){_HOLE}])"(?!\w)', "”"),
    )
)


def french(text: str) -> str:
    """Return ``text`` with French typography; doing it twice changes nothing more."""
    return _applied(_FRENCH, text, thousands=True)


def english(text: str) -> str:
    """Return ``text`` with typographic apostrophes, quotes and ellipses."""
    return _applied(_ENGLISH, text, thousands=False)


def in_language(text: str, language: str) -> str:
    """Return ``text`` with the typography of ``language``."""
    return french(text) if language == "fr" else english(text)


def _applied(rules: _Rules, text: str, *, thousands: bool) -> str:
    verbatim = _VERBATIM.findall(text)
    prose = _VERBATIM.sub(_HOLE, text)
    for pattern, replacement in rules:
        prose = pattern.sub(replacement, prose)
    if thousands:
        prose = _THOUSANDS.sub(lambda number: re.sub(r"\s", NARROW, number[0]), prose)
    pieces = prose.split(_HOLE)
    return pieces[0] + "".join(v + p for v, p in zip(verbatim, pieces[1:], strict=True))
