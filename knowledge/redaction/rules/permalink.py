"""Links to one message of Discord or Slack: they name the server, the channel and the hour."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.links import LINK_TAIL, links_to
from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span

_HOST_WORDS: Final = ("discord", "discordapp", "slack", "app")
_PERMALINK: Final = re.compile(
    r"(?:discord(?:app)?\.com/channels/|slack\.com/(?:archives|files|team|messages)/"
    rf"|app\.slack\.com/client/){LINK_TAIL}++"
)


class PermalinkRule:
    """Masks links to messages, channels and files of a community."""

    kind = MaskKind.PERMALINK

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield the links, the sentence's punctuation left out."""
        yield from links_to(text, _HOST_WORDS, _PERMALINK)
