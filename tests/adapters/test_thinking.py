"""However many questions come at once, the memory takes few threads for them."""

import asyncio
import os
import threading
import time

import pytest

from adapters.thinking import thought


async def test_many_questions_at_once_leave_half_of_the_processors() -> None:
    at_work, most, lock = 0, 0, threading.Lock()

    def question() -> None:
        nonlocal at_work, most
        with lock:
            at_work += 1
            most = max(most, at_work)
        time.sleep(0.01)  # long enough for others to begin, if they may
        with lock:
            at_work -= 1

    await asyncio.gather(*(thought(question) for _ in range(20)))
    assert 1 <= most <= max(1, (os.cpu_count() or 2) // 2)


async def test_a_thought_is_given_all_that_it_is_asked_and_its_fault_comes_back() -> None:
    assert await thought(sorted, "bca", reverse=True) == ["c", "b", "a"]
    with pytest.raises(ValueError, match="douze"):
        await thought(int, "douze")
