"""Tokens outlive the process that issued them, each for its own time."""

from pathlib import Path

import pytest

from adapters.kit.tokens import PASSING, Meaning, SealedTokens
from adapters.store.engine import create_engine
from adapters.store.migrations import upgrade
from adapters.store.sql import SqlStore
from adapters.store.vault import FileVault
from tests.fakes.clock import FakeClock


@pytest.mark.parametrize("platform", ["discord", "slack"])
async def test_button_of_a_card_outlives_the_same_button_of_a_form(
    platform: str, tmp_path: Path
) -> None:
    clock = FakeClock()
    vault = FileVault(tmp_path / "keys", clock=clock)
    url = f"sqlite+aiosqlite:///{tmp_path / 'store.db'}"
    store = SqlStore(create_engine(url), vault=vault, clock=clock)
    await upgrade(url)
    memory = store.platform_memory
    made = SealedTokens(platform, memory=memory, vault=vault, clock=clock)
    card, form = made.sheaf("S1"), made.sheaf("S1", lasts=PASSING)
    on_card, on_form = (sheaf.issue("request.claim", "r1") for sheaf in (card, form))
    for sheaf in (card, form):
        await sheaf.keep()
    clock.advance(days=2)
    restarted = SealedTokens(platform, memory=memory, vault=vault, clock=clock)
    assert await restarted.redeem(on_card) == Meaning("request.claim", "r1", space="S1")
    assert await restarted.redeem(on_form) is None
    await store.close()
