"""Those who wait are counted, and who lets them go first waits until there are none."""

import asyncio

from adapters.kit.pending import Pending


async def test_each_one_counts_until_its_block_ends() -> None:
    pending = Pending()
    with pending.one_more():
        with pending.one_more():
            assert len(pending) == 2
        assert len(pending) == 1
    assert len(pending) == 0


async def test_nobody_comes_when_the_last_one_left() -> None:
    pending = Pending()
    with pending.one_more():
        polite = asyncio.create_task(pending.nobody(None))
        await asyncio.sleep(0)
        assert not polite.done()
    await polite


async def test_who_lets_others_go_first_waits_no_longer_than_they_said() -> None:
    pending = Pending()
    with pending.one_more():
        await pending.nobody(0.0)
        assert len(pending) == 1
