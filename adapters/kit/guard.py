"""What keeps one event's error from ending the others, and from passing unsaid."""

import secrets
from collections.abc import Awaitable, Callable

import structlog

from adapters.kit.pending import Pending
from bot.domain.errors import RetryLater

_CODE_BYTES = 4

Excuse = Callable[[str], Awaitable[None]]  # given the code of the incident


class Guard:
    """Does what people ask; what we did not foresee is logged by its kind, and excused.

    ``too_late`` is what answers raise that nobody waits for any more.
    """

    def __init__(self, platform: str, *, too_late: type[Exception]) -> None:
        self._platform, self._too_late = platform, too_late
        self._log = structlog.get_logger()
        self._doing = Pending()

    async def run(self, kind: str, doing: Awaitable[None], *excuses: Excuse) -> bool:
        """Do it and say whether it was done; the first excuse that works is the one given."""
        with self._doing.one_more():
            return await self._run(kind, doing, excuses)

    async def finish(self, within_s: float | None = None) -> None:
        """Wait, for so long at most, until everybody who did something has an answer."""
        await self._doing.nobody(within_s)

    # --- inside -----------------------------------------------------------------------------

    async def _run(self, kind: str, doing: Awaitable[None], excuses: tuple[Excuse, ...]) -> bool:
        code = secrets.token_hex(_CODE_BYTES)
        named = {"kind": kind, "incident": code}
        try:
            await doing
        except self._too_late:
            self._log.warning(f"{self._platform}_too_late", kind=kind)
        except RetryLater as later:
            self._log.warning(f"{self._platform}_out_of_reach", reason=later.reason, **named)
            return await self._excuse(excuses, code)
        except Exception as error:
            fault = type(error).__name__
            self._log.error(f"{self._platform}_incident", error=fault, **named)
            return await self._excuse(excuses, code)
        return True

    async def _excuse(self, excuses: tuple[Excuse, ...], code: str) -> bool:
        for excuse in excuses:
            if await self.run("excuse", excuse(code)):
                break
        return False
