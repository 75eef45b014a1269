"""What keeps one listener's error from ending the others, and from passing unsaid."""

import asyncio
import secrets
from collections.abc import Awaitable, Callable

import structlog

from adapters.slack.errors import TooLateToAnswer

_CODE_BYTES = 4

Excuse = Callable[[str], Awaitable[None]]  # given the code of the incident


class Guard:
    """Does what people ask; what we did not foresee is logged by its kind, and excused."""

    def __init__(self) -> None:
        self._log = structlog.get_logger()
        self._doing, self._idle = 0, asyncio.Event()
        self._idle.set()

    async def run(self, kind: str, doing: Awaitable[None], *excuses: Excuse) -> bool:
        """Do it and say whether it was done; the first excuse that works is the one given."""
        self._begin()
        try:
            await doing
        except TooLateToAnswer:
            self._log.warning("slack_too_late", kind=kind)
        except Exception as error:
            code = secrets.token_hex(_CODE_BYTES)
            self._log.error("slack_fault", kind=kind, error=type(error).__name__, incident=code)
            for excuse in excuses:
                if await self.run("excuse", excuse(code)):
                    break
            return False
        finally:
            self._end()
        return True

    async def finish(self) -> None:
        """Wait until everybody who did something has an answer."""
        await self._idle.wait()

    def _begin(self) -> None:
        self._doing += 1
        self._idle.clear()

    def _end(self) -> None:
        self._doing -= 1
        if not self._doing:
            self._idle.set()
