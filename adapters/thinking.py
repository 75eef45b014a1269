"""Where the memory thinks: half of the processors, and never more threads than that.

The model spreads one question over several processors by itself. More questions at once would
not be answered sooner, and each would take its turns from the event loop, on which everybody
waits for a first word.
"""

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

_MIND = ThreadPoolExecutor(max(1, (os.cpu_count() or 2) // 2), "thinking")


async def thought(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Return what ``work`` returns, when its turn has come."""
    return await asyncio.get_running_loop().run_in_executor(_MIND, partial(work, *args, **kwargs))
