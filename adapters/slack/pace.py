"""Keeps to Slack's pace: one post a second in a channel, and what Retry-After asks for."""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

from bot.domain.errors import RetryLater

BURST, INTERVAL_S = 3, 1.0  # Slack: one message a second in a channel, short bursts allowed
WAIT_MAX_S = 10.0  # longer waits are the outbox's business
_KNOWN_MAX = 5_000

Sleep = Callable[[float], Awaitable[None]]


class Pace:
    """Lets posts through in the order they came, channel by channel."""

    def __init__(
        self,
        *,
        time: Callable[[], float],
        sleep: Sleep = asyncio.sleep,
        interval_s: float = INTERVAL_S,
        burst: int = BURST,
    ) -> None:
        self._time, self._sleep = time, sleep
        self._interval, self._burst = interval_s, burst
        self._free_at: dict[str, float] = {}
        self._closed_until: dict[tuple[str, str, str], float] = {}

    def check(self, space: str, method: str, channel: str) -> None:
        """Refuse at once while Slack asked us to wait; raises ``RetryLater``."""
        left = self._closed_until.get((space, method, channel), 0.0) - self._time()
        if left > 0:
            raise RetryLater("rate", timedelta(seconds=left))

    def close(self, space: str, method: str, channel: str, after: timedelta) -> None:
        """Note how long Slack asks us to wait with a method in a channel."""
        _bound(self._closed_until)
        until = self._time() + after.total_seconds()
        self._closed_until[space, method, channel] = until

    async def turn(self, channel: str) -> None:
        """Wait for the turn of a post in ``channel``; raises ``RetryLater`` for a long queue.

        The turn is taken before the wait, so that who came first goes first.
        """
        _bound(self._free_at)
        now = self._time()
        allowed = now - (self._burst - 1) * self._interval
        at = max(self._free_at.get(channel, 0.0), allowed)
        wait = at - now
        if wait > WAIT_MAX_S:
            raise RetryLater("rate", timedelta(seconds=wait))
        self._free_at[channel] = at + self._interval
        if wait > 0:
            await self._sleep(wait)


def _bound(known: dict[str, float] | dict[tuple[str, str, str], float]) -> None:
    if len(known) >= _KNOWN_MAX:
        known.clear()
