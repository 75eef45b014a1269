"""What keeps one event's error from ending the others, and from passing unsaid."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable
from typing import Any

import structlog

from adapters.discord.errors import TooLateToAnswer
from bot.domain.errors import RetryLater

_CODE_BYTES = 4

_log = structlog.get_logger()

Excuse = Callable[[str], Awaitable[None]]  # given the code of the incident


class Guard:
    """Does what people ask; what we did not foresee is logged by its kind, and excused."""

    def __init__(self) -> None:
        self._doing: set[asyncio.Task[Any]] = set()

    async def run(self, doing: Awaitable[None], *excuses: Excuse) -> bool:
        """Do it and say whether it was done; the first excuse that works is the one given."""
        task = asyncio.current_task()
        is_outermost = task is not None and task not in self._doing
        if task is not None:
            self._doing.add(task)
        try:
            return await self._run(doing, excuses)
        finally:
            if is_outermost:
                self._doing -= {task}

    async def finish(self, within_s: float) -> None:
        """Wait, for so long at most, until what people did was done."""
        if self._doing:
            await asyncio.wait(self._doing, timeout=within_s)

    async def _run(self, doing: Awaitable[None], excuses: tuple[Excuse, ...]) -> bool:
        code = secrets.token_hex(_CODE_BYTES)
        try:
            await doing
            return True
        except TooLateToAnswer:
            _log.warning("discord_too_late")
            return True
        except RetryLater as later:
            _log.warning("discord_out_of_reach", reason=later.reason, incident=code)
        except Exception as error:
            _log.error("discord_incident", incident=code, error=type(error).__name__)
        for excuse in excuses:
            if await self.run(excuse(code)):
                break
        return False
