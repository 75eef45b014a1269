"""Everything that can go wrong, as one tree.

::

    EntraideError
    ├── Refusal              the person cannot do this, and is told why and what to do next
    │   ├── NotAllowed       not theirs to do
    │   ├── TooLate          the request is no longer in a state that permits it
    │   ├── AlreadyClaimed   another mentor was faster
    │   ├── NobodyYet        no mentor is there to read it so far
    │   ├── NotFound         gone, or never theirs to see
    │   ├── TooMany          a rate or a size is exceeded
    │   ├── InvalidAnswers   a form has faults; carries one sentence for each field
    │   └── BadFile          a file cannot be taken; says what to send instead
    ├── Conflict             somebody else saved first: load again and retry
    └── DeliveryError        a platform did not take a message
        ├── RetryLater       it may take it after a while
        └── Undeliverable    it never will (closed messages, deleted channel)
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import ClassVar

WordingArgument = str | int


class EntraideError(Exception):
    """The root of the tree."""


class Refusal(EntraideError):
    """An act that cannot be done; ``key`` names the sentence that says so kindly."""

    default_key: ClassVar[str] = "refusal"
    title_key: ClassVar[str] = "refusal-title"

    def __init__(self, key: str | None = None, /, **arguments: WordingArgument) -> None:
        self.key = key or self.default_key
        self.arguments: Mapping[str, WordingArgument] = arguments
        super().__init__(self.key)


class NotAllowed(Refusal):
    """Not theirs to do."""

    default_key = "refusal-not-allowed"


class TooLate(Refusal):
    """The request moved on since the button was drawn."""

    default_key = "refusal-too-late"


class AlreadyClaimed(Refusal):
    """Another mentor was faster; the sentence says who."""

    default_key = "refusal-already-claimed"
    title_key = "refusal-already-claimed-title"


class NobodyYet(Refusal):
    """No mentor is there to read it so far; says where the words would be read."""

    default_key = "refusal-nobody-yet"
    title_key = "refusal-nobody-yet-title"


class NotFound(Refusal):
    """Gone, or never theirs to see: both sound the same on purpose."""

    default_key = "refusal-not-found"


class TooMany(Refusal):
    """A rate or a size is exceeded."""

    default_key = "refusal-too-many"


class BadFile(Refusal):
    """A file cannot be taken."""

    default_key = "refusal-bad-file"


class InvalidAnswers(Refusal):
    """A form has faults; ``faults`` maps a field's name to the key of its sentence."""

    default_key = "refusal-invalid-answers"

    def __init__(self, faults: Mapping[str, str], **arguments: WordingArgument) -> None:
        super().__init__(**arguments)
        self.faults = faults

    @property
    def first(self) -> Refusal:
        """The first fault alone, for where there is no question to mark."""
        return Refusal(next(iter(self.faults.values())), **self.arguments)


class Conflict(EntraideError):
    """The stored version is newer than the one that was changed."""


class DeliveryError(EntraideError):
    """A platform did not take a message."""


class RetryLater(DeliveryError):
    """It may take it after ``after``."""

    def __init__(self, reason: str, after: timedelta | None = None) -> None:
        self.reason, self.after = reason, after
        super().__init__(reason)


LEFT = "left"  # the person is no longer where we could reach them


class Undeliverable(DeliveryError):
    """It never will; ``reason``: ``closed``, ``gone``, ``refused`` or ``left``."""

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(reason)
