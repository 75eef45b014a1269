"""Two people at every step, and a restart in between: nobody ever gets another's answers."""

from pathlib import Path

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from adapters.store.memory.store import MemoryStore
from tests.adapters.slack.story import SAY
from tests.contracts.platforms.slack import Grounds, open_grounds
from tests.fakes.clock import FakeClock
from tests.fakes.slack_wire.workspace import town

Memory = tuple[KnowledgeSearch, KnowledgeTriage]


async def test_two_forms_sent_in_turn_stay_with_their_writers(grounds: Grounds) -> None:
    driver = grounds.driver
    await driver.command("camille", "crise")
    await driver.command("louis", "crise")
    await driver.fill("camille", text="Une blague du carnaval insulte tout le monde", urgency="now")
    await driver.fill("louis", text="Le compte du musée a été volé cette nuit", urgency="now")
    assert "Une blague du carnaval" in await driver.view("camille")
    assert "Le compte du musée" in await driver.view("louis")
    await driver.press("louis", SAY("button-publish"))
    await driver.settled()
    assert "a été volé cette nuit" in await driver.view("sacha")
    assert "insulte tout le monde" not in await driver.view("sacha")


async def test_forms_and_buttons_survive_a_restart(memory: Memory, tmp_path: Path) -> None:
    clock, workspace = FakeClock(), town()
    store = MemoryStore(clock=clock)
    async with open_grounds(
        memory, tmp_path, workspace=workspace, clock=clock, store=store, is_new=True
    ) as before:
        await before.driver.command("camille", "crise")
        await before.driver.command("louis", "crise")
    async with open_grounds(
        memory, tmp_path, workspace=workspace, clock=clock, store=store
    ) as after:
        driver = after.driver
        await driver.fill("louis", text="Le compte du musée a été volé cette nuit", urgency="now")
        await driver.fill("camille", text="Une blague du carnaval insulte", urgency="now")
        assert "Le compte du musée" in await driver.view("louis")
        await driver.press("camille", SAY("button-publish"))
        await driver.settled()
        await driver.press("nadia", SAY("button-claim"))
        await driver.settled()
        assert SAY("news-claimed", mentor="Nadia") in await driver.view("camille")


async def test_button_of_another_workspace_means_nothing_here(grounds: Grounds) -> None:
    driver = grounds.driver
    await driver.command("louis", "fiche")
    view = grounds.workspace.members["ULOUIS"].stack[-1]
    button = next(b for b in view["blocks"] if b["type"] == "actions")["elements"][0]
    foreign = {
        "type": "block_actions",
        "user": {"id": "UOTHER", "team_id": "TOTHER"},
        "team": {"id": "TOTHER"},
        "trigger_id": grounds.workspace.trigger("ULOUIS"),
        "actions": [button],
    }
    await grounds.server.send("interactive", foreign)
    await grounds.driver.finished()
    assert SAY("slack-no-community") in await driver.view("louis")
