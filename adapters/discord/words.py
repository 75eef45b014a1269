"""Words that come from Discord, without its markup: names, channels, emoji, doubled marks."""

import re

_REFERENCE = re.compile(r"<(?:@[!&]?\d{1,20}|#\d{1,20}|(?:id:\w{1,20})|/[^<>\n:]{1,100}:\d{1,20})>")
_EMOJI = re.compile(r"<a?(:\w{1,40}:)\d{1,20}>")
_TIME = re.compile(r"<t:-?\d{1,15}(?::[a-zA-Z])?>")
_BARE_LINK = re.compile(r"<(https?://[^\s<>]{1,2000})>")
_LINK = re.compile(r"\[([^\[\]\n]{1,500})\]\(<?(https?://[^\s<>()]{1,2000})>?\)")
_MARKS = (
    (re.compile(r"\*\*(?=\S)([^*\n]{1,2000}?)(?<=\S)\*\*"), r"*\1*"),
    (re.compile(r"~~(?=\S)([^~\n]{1,2000}?)(?<=\S)~~"), r"~\1~"),
    (re.compile(r"(?<!\w)__(?=\S)([^_\n]{1,2000}?)(?<=\S)__(?!\w)"), r"_\1_"),
    (re.compile(r"\|\|(?=\S)([^|\n]{1,2000}?)(?<=\S)\|\|"), r"\1"),
    (re.compile(r"^-# ", re.MULTILINE), ""),
)


def plain(text: str) -> str:
    """Return what was written as people elsewhere can read it; accounts lose their ids.

    Bold, struck and underlined words keep a single mark, as one writes in plain text.
    """
    spoken = _REFERENCE.sub(lambda found: "#…" if found[0][1] == "#" else "@…", text)
    spoken = _TIME.sub("…", _EMOJI.sub(r"\1", spoken))
    spoken = _LINK.sub(_labelled, _BARE_LINK.sub(r"\1", spoken))
    for mark, single in _MARKS:
        spoken = mark.sub(single, spoken)
    return spoken


def _labelled(found: re.Match[str]) -> str:
    label, address = found.groups()
    return address if label == address else f"{label} ({address})"
