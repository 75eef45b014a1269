"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta


class FakeClock:
    """Tells the time that it was given."""

    def __init__(self, now: datetime = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)) -> None:
        self._now = now

    def now(self) -> datetime:
        return self._now

    def advance(self, **units: float) -> datetime:
        """Move forward by ``minutes=5`` and the like, and return the new time."""
        self._now += timedelta(**units)
        return self._now

    def set(self, now: datetime) -> None:
        """Put it to another time, earlier or later."""
        self._now = now
