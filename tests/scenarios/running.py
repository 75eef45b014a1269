"""`entraide run` in a process of its own, on a platform that is ours."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.domain.ids import new_id

PATIENCE_S = 300  # a machine under load is slow, not broken
PAUSE_S = 0.05
ROOT = Path(__file__).parents[2]


@dataclass
class Running:
    """The process and what it logged."""

    process: asyncio.subprocess.Process
    log_file: Path

    @property
    def log(self) -> str:
        return self.log_file.read_text("utf-8")

    @property
    def is_dead(self) -> bool:
        return self.process.returncode is not None

    async def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Tell it to stop, and return how it ended."""
        self.process.send_signal(how)
        async with asyncio.timeout(PATIENCE_S):
            return await self.process.wait()


@asynccontextmanager
async def running(folder: Path, *arguments: str, **settings: str) -> AsyncIterator[Running]:
    """Run until the end of the block; the settings are named as in the environment."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("ENTRAIDE_")}
    named = {f"ENTRAIDE_{name.upper()}": value for name, value in settings.items()}
    mine = {"ENTRAIDE_STATE_DIR": str(folder), "ENTRAIDE_MODEL": "none", "PYTHONPATH": str(ROOT)}
    log_file = folder / f"log-{new_id()}"
    with log_file.open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            *("-m", "bot.cli", "run", *arguments),
            env={**clean, **mine, **named},
            cwd=folder,
            stderr=log,
        )
    try:
        yield Running(process, log_file)
    finally:
        with contextlib.suppress(ProcessLookupError):
            process.kill()
        await process.wait()


async def until(what: Callable[[], bool], process: Running) -> None:
    """Wait until it is so; a process that ended by itself makes it never so."""
    async with asyncio.timeout(PATIENCE_S):
        while not what():
            assert process.process.returncode is None, process.log
            await asyncio.sleep(PAUSE_S)
