"""A platform that was opened: its messenger delivers already, and it can be listened to."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import structlog

from bot.domain.errors import RetryLater

LONGEST_PAUSE_S = 60.0
Listen = Callable[[], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Line:
    """``listen`` takes what people do until it is cancelled; it comes back by itself."""

    listen: Listen
    is_connected: Callable[[], Awaitable[bool]]


async def insisting(attempt: Callable[[], Awaitable[None]], platform: str) -> None:
    """Do it until it works: a platform that is away must not keep the others from starting."""
    pause_s = 1.0
    while True:
        try:
            await attempt()
        except RetryLater as later:
            structlog.get_logger().warning("away", platform=platform, reason=later.reason)
        else:
            return
        await asyncio.sleep(pause_s)
        pause_s = min(LONGEST_PAUSE_S, pause_s * 2)


@asynccontextmanager
async def listening(*listens: Listen) -> AsyncIterator[None]:
    """Listen during the block; what ends in a fault ends the block with it."""
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(listen()) for listen in listens]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
