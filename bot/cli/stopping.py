"""Being told to stop: once, and what is in flight ends first; twice, and all ends at once."""

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress

SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def told_to_stop() -> Iterator[asyncio.Event]:
    """Yield what is set when this process is told to stop."""
    told, loop = asyncio.Event(), asyncio.get_running_loop()

    def hear() -> None:
        told.set()
        _hear_no_more(loop)

    for each in SIGNALS:
        with suppress(NotImplementedError):  # Windows: Ctrl+C ends all at once
            loop.add_signal_handler(each, hear)
    try:
        yield told
    finally:
        _hear_no_more(loop)


def _hear_no_more(loop: asyncio.AbstractEventLoop) -> None:
    for each in SIGNALS:
        with suppress(NotImplementedError):
            loop.remove_signal_handler(each)
