"""Lifting anonymity: two people give each other a name, together or not at all."""

from dataclasses import dataclass, replace

from bot.domain.errors import TooLate
from bot.domain.ids import MentorId
from bot.domain.people import Party


@dataclass(frozen=True, slots=True)
class Naming:
    """What each side would be called by the other; nothing is shown before both gave it."""

    requester: str = ""
    mentor: str = ""
    by: MentorId | None = None

    @property
    def is_mutual(self) -> bool:
        """Whether both said yes: only then does either see anything."""
        return bool(self.requester and self.mentor)

    @property
    def asked_by(self) -> Party | None:
        """Return the side that waits for the other, if one does."""
        if self.is_mutual or not (self.requester or self.mentor):
            return None
        return Party.REQUESTER if self.requester else Party.MENTOR

    def given(self, side: Party, name: str, by: MentorId | None) -> "Naming":
        """Return it with a side's name; what both agreed on is not said again otherwise."""
        self._check_open()
        if side is Party.REQUESTER:
            return replace(self, requester=name)
        return replace(self, mentor=name, by=by)

    def kept(self, side: Party) -> "Naming":
        """Return it without a side's name; the other's stays hidden, and waits no longer."""
        self._check_open()
        return UNNAMED

    def _check_open(self) -> None:
        if self.is_mutual:
            raise TooLate("refusal-names-shared")


UNNAMED = Naming()
