"""Invitations to servers, workspaces, groups and meetings."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.links import LINK_TAIL, links_to
from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span

_HOST_WORDS: Final = (
    *("discord", "discordapp", "dsc", "gg", "t", "telegram", "chat", "join", "slack", "signal"),
    *("meet", "zoom", "teams"),
)
_INVITE: Final = re.compile(
    r"(?:discord(?:app)?\.com/invite/|discord\.(?:gg|me|io|link)/|dsc\.gg/|gg/"
    r"|t(?:elegram)?\.me/(?:joinchat/|\+)|chat\.whatsapp\.com/|join\.slack\.com/"
    r"|slack\.com/join/|signal\.group/|meet\.google\.com/[a-z]|zoom\.us/j/"
    rf"|teams\.microsoft\.com/l/){LINK_TAIL}++"
)


class InviteRule:
    """Masks links that let anyone in."""

    kind = MaskKind.INVITE

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield invitation links, the sentence's punctuation left out."""
        yield from links_to(text, _HOST_WORDS, _INVITE)
