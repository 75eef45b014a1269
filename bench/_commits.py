"""The baseline of every relay: one durable commit of one row, on the same disk, in the same run."""

import asyncio
import tempfile
import time
from collections.abc import Callable, Coroutine, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Any, TypeVar

import aiosqlite

COMMITS = 300
_Ours = TypeVar("_Ours")


def beside_commits(
    measured: Callable[[Path], Coroutine[Any, Any, _Ours]],
) -> tuple[_Ours, Sequence[float]]:
    """Measure in a folder of its own, then time the commits there."""
    with tempfile.TemporaryDirectory() as folder:
        ours = asyncio.run(measured(Path(folder)))
        return ours, asyncio.run(_commits(Path(folder) / "baseline.db"))


def print_head(title: str, baseline: Sequence[float]) -> None:
    """Print how the table begins: with the baseline."""
    print(f"\n### {title}\n")
    print("| | median | p99 |\n| --- | --- | --- |")
    print(row("one durable commit (baseline)", baseline))


def row(name: str, seconds: Sequence[float]) -> str:
    """Return a line of the table."""
    return f"| {name} | {median(seconds) * 1000:.1f} ms | {p99(seconds) * 1000:.1f} ms |"


def p99(seconds: Sequence[float]) -> float:
    """Return what one in a hundred exceeds."""
    return quantiles(seconds, n=100)[-1]


async def _commits(path: Path) -> list[float]:
    """Time one durable commit after the other."""
    taken = []
    async with aiosqlite.connect(path, isolation_level=None) as db:
        await db.execute("PRAGMA journal_mode = WAL")
        await db.execute("PRAGMA synchronous = FULL")
        await db.execute("CREATE TABLE t (x TEXT)")
        for number in range(COMMITS):
            started = time.perf_counter()
            await db.execute("INSERT INTO t VALUES (?)", (f"message {number}",))
            taken.append(time.perf_counter() - started)
    return taken
