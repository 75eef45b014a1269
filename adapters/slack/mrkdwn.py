"""Words that come from Slack, without its markup: links, names and entities."""

import re

_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
_ENTITY = re.compile("&(?:lt|gt|amp);")
_REFERENCE = re.compile(r"<([^<>|]{1,2000})(?:\|([^<>]{0,500}))?>")
_EMOJI = re.compile(r":([a-z0-9_+-]{1,40}):")

# The faces and signs that people use most; others stay as their name, which reads well.
_FACES = {
    "+1": "👍",
    "thumbsup": "👍",
    "-1": "👎",
    "pray": "🙏",
    "clap": "👏",
    "wave": "👋",
    "muscle": "💪",
    "fire": "🔥",
    "heart": "❤️",
    "broken_heart": "💔",
    "tada": "🎉",
    "eyes": "👀",
    "warning": "⚠️",
    "white_check_mark": "✅",
    "x": "❌",
    "slightly_smiling_face": "🙂",
    "smile": "😄",
    "blush": "😊",
    "wink": "😉",
    "joy": "😂",
    "sweat_smile": "😅",
    "cry": "😢",
    "sob": "😭",
    "disappointed": "😞",
    "worried": "😟",
    "scream": "😱",
    "rage": "😡",
    "sweat": "😓",
    "thinking_face": "🤔",
    "face_palm": "🤦",
    "hugging_face": "🤗",
}


def plain(text: str) -> str:
    """Return what was written as its author sees it; people and groups lose their ids."""
    spoken = _REFERENCE.sub(_reference, text)
    with_faces = _EMOJI.sub(lambda found: _FACES.get(found[1], found[0]), spoken)
    return _ENTITY.sub(lambda found: _ENTITIES[found[0]], with_faces)


def _reference(found: re.Match[str]) -> str:
    target, label = found[1], found[2]
    if target[0] in "@!":
        return "@…"
    if target[0] == "#":
        return f"#{label or '…'}"
    address = target.removeprefix("mailto:").removeprefix("tel:")
    return address if label in (None, "", address) else f"{label} ({address})"
