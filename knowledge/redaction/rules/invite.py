"""Invitations to servers, workspaces, groups and meetings."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.model import MaskKind, Span
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.rules.link import LINK_TAIL

_PLACE: Final = (
    r"(?:discord(?:app)?\.com/invite/|discord\.(?:gg|me|io|link)/|dsc\.gg/"
    r"|(?:t|telegram)\.me/(?:joinchat/|\+)|chat\.whatsapp\.com/|join\.slack\.com/"
    r"|[a-z0-9-]{1,63}\.slack\.com/join/|signal\.group/|meet\.google\.com/[a-z]"
    r"|zoom\.us/j/|[a-z0-9-]{1,63}\.zoom\.us/j/|teams\.microsoft\.com/l/|(?<!\w)\.gg/)"
)
_INVITE: Final = re.compile(
    rf"(?:(?<![a-z])h[tx]{{2}}ps?://|(?<![\w@.-]))(?:(?:www|canary|ptb)\.)?{_PLACE}{LINK_TAIL}++"
)


class InviteRule:
    """Masks links that let anyone in."""

    kind = MaskKind.INVITE

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield invitation links, the sentence's punctuation left out."""
        for found in _INVITE.finditer(text.lower):
            yield Span(found.start(), found.start() + len(found.group().rstrip(".,;:!?'*_~")))
