"""The words of redaction: what was masked, what looks identifying, and the shape of a rule."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from knowledge.redaction.normalise import Normalised
from knowledge.redaction.span import Span


class MaskKind(StrEnum):
    """What a mask stands for."""

    ADDRESS = "address"
    BIRTHDAY = "birthday"
    CARD = "card"
    COMPANY_ID = "company_id"
    EMAIL = "email"
    HANDLE = "handle"
    HIDDEN = "hidden"
    IBAN = "iban"
    INVITE = "invite"
    IP = "ip"
    NAME = "name"
    NATIONAL_ID = "national_id"
    PERMALINK = "permalink"
    PHONE = "phone"
    PLATE = "plate"
    SECRET = "secret"
    TICKET = "ticket"
    URL = "url"


class SuspicionReason(StrEnum):
    """Why something left in the text may still identify."""

    CAPITALISED = "capitalised"
    LONG_NUMBER = "long_number"
    PLACE = "place"
    QUOTE = "quote"
    ROLE_AND_CITY = "role_and_city"
    ORDINARY_NAME = "ordinary_name"


@dataclass(frozen=True, slots=True)
class Mask:
    """Characters of the original text that were masked."""

    start: int
    end: int
    kind: MaskKind


@dataclass(frozen=True, slots=True)
class Suspicion:
    """Characters of the masked text that may identify, and were left."""

    start: int
    end: int
    reason: SuspicionReason


@dataclass(frozen=True, slots=True)
class Redaction:
    """A masked text; ``masks`` point into the original, ``suspicions`` into ``text``."""

    text: str
    masks: tuple[Mask, ...] = ()
    suspicions: tuple[Suspicion, ...] = ()


class Finder(Protocol):
    """Finds one kind of text; knows nothing of the other finders."""

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield spans of ``text.text``, in any order; overlapping ones are joined."""
        ...


class Rule(Finder, Protocol):
    """Finds what identifies, to be masked."""

    @property
    def kind(self) -> MaskKind: ...


class Doubt(Finder, Protocol):
    """Finds what may identify, to be highlighted and left."""

    @property
    def reason(self) -> SuspicionReason: ...
