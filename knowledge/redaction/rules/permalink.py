"""Links to one message of Discord or Slack: they name the server, the channel and the hour."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.model import MaskKind, Span
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.rules.link import LINK_TAIL

_PERMALINK: Final = re.compile(
    r"(?:(?<![a-z])h[tx]{2}ps?://|(?<![\w@.-]))"
    r"(?:(?:(?:www|canary|ptb)\.)?discord(?:app)?\.com/channels/"
    r"|[a-z0-9-]{1,63}\.slack\.com/(?:archives|files|team)/"
    r"|app\.slack\.com/client/)"
    rf"{LINK_TAIL}++"
)


class PermalinkRule:
    """Masks links to messages, channels and files of a community."""

    kind = MaskKind.PERMALINK

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield the links, the sentence's punctuation left out."""
        for found in _PERMALINK.finditer(text.lower):
            yield Span(found.start(), found.start() + len(found.group().rstrip(".,;:!?'*_~")))
