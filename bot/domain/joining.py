"""How a second space comes to a community: a code from the one side, then a yes from both."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from hmac import compare_digest
from typing import Self

from bot.domain.ids import JoiningId, new_receipt
from bot.domain.people import Address, Language

CODE_HOLDS = timedelta(minutes=15)
ANSWER_HOLDS = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Pass:
    """A code by which one other space may come, once; only its digest is kept."""

    digest: str
    expires_at: datetime

    @classmethod
    def new(cls, now: datetime) -> tuple[Self, str]:
        """Return a pass, with its code of 80 random bits."""
        code = new_receipt()
        return cls(_digest(code), now + CODE_HOLDS), code

    def opens_with(self, code: str, now: datetime) -> bool:
        """Say whether this is the code, and it may still be used."""
        return compare_digest(self.digest, _digest(code)) and now < self.expires_at


@dataclass(frozen=True, slots=True)
class Joining:
    """A space that gave the code; ``is_sure`` once ``asker``, who moderates there, confirmed.

    One that was answered, or expired unanswered, is kept for a while: its asker is to be told.
    """

    id: JoiningId
    platform: str
    space: str
    name: str
    expires_at: datetime
    is_sure: bool = False
    asker: Address | None = None
    language: Language = "fr"
    is_answered: bool = False

    def waits(self, now: datetime) -> bool:
        """Say whether the other side has yet to answer."""
        return self.is_sure and not self.is_answered and now < self.expires_at

    def is_over(self, now: datetime) -> bool:
        """Say whether nothing is to be said of it any more, to anybody."""
        return now >= self.expires_at and (self.is_answered or not self.is_sure)

    @property
    def where(self) -> tuple[str, str]:
        """The space that would join."""
        return self.platform, self.space


def _digest(code: str) -> str:
    """Return what is kept of a code, however it was typed."""
    return sha256("".join(filter(str.isalnum, code.upper())).encode()).hexdigest()
