"""Distress is met with numbers to call, and leaves no trace: not kept, not logged, not shown."""

import io

import pytest

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from adapters.store.schema import metadata
from bot.domain.request import Request
from bot.wording import load
from tests.contracts.platforms.stage import StageDriver, StageMessenger, shown_text
from tests.contracts.platforms.stages import Core, open_core

SAY = load(strict=True)["fr"]
PLAIN = "On se fait insulter sous notre publication depuis ce matin."
HEAVY = f"{PLAIN} Je n'en peux plus, j'ai envie de mourir."
CARE = tuple(SAY(f"care-{key}") for key in ("danger-title", "distress-title", "text", "3114"))
LABELS = ("distress", "danger", "risk", "care", "3114", "détresse")


@pytest.fixture
async def core(memory: tuple[KnowledgeSearch, KnowledgeTriage]) -> tuple[Core, StageMessenger]:
    messenger = StageMessenger()
    core = await open_core(memory, {"web": messenger})
    await core.settle()
    return core, messenger


def driver_of(core: Core, messenger: StageMessenger) -> StageDriver:
    return StageDriver(
        core.desk, messenger, core.community, core.settle, core.pass_time, core.clock
    )


async def publish(driver: StageDriver, who: str, text: str) -> None:
    await driver.command(who, "crise")
    await driver.fill(who, text=text, urgency="now", category="trolls-harcelement")
    await driver.press(who, SAY("button-publish"))
    await driver.settled()


async def test_its_writer_reads_numbers_to_call_before_anything_else(
    core: tuple[Core, StageMessenger],
) -> None:
    driver = driver_of(*core)
    await driver.command("camille", "crise")
    await driver.fill("camille", text=HEAVY)
    answer = driver.last_answer("camille")
    assert answer.startswith((SAY("care-distress-title"), SAY("care-danger-title")))
    assert SAY("care-3114") in answer
    assert SAY("button-publish") in await driver.buttons("camille"), "it blocks nothing"


async def test_who_searches_reads_them_first_too(core: tuple[Core, StageMessenger]) -> None:
    driver = driver_of(*core)
    await driver.command("camille", "cas", question=HEAVY)
    answer = driver.last_answer("camille")
    assert answer.startswith((SAY("care-distress-title"), SAY("care-danger-title")))


async def test_nobody_else_is_told_and_no_log_notes_it(
    core: tuple[Core, StageMessenger], log: io.StringIO
) -> None:
    house, messenger = core
    driver = driver_of(house, messenger)
    await publish(driver, "camille", HEAVY)
    others = [shown for shown in messenger.sent if shown.target.user != "camille"]
    assert others
    told = "\n".join(shown_text(shown.drawing) for shown in others)
    assert [words for words in CARE if words in told] == []
    assert [label for label in LABELS if label in log.getvalue()] == []


async def test_a_heavy_text_is_kept_and_routed_like_any_other(
    core: tuple[Core, StageMessenger],
) -> None:
    """All that differs between two stored requests is their text."""
    house, messenger = core
    driver = driver_of(house, messenger)
    await publish(driver, "camille", PLAIN)
    await publish(driver, "louis", HEAVY)
    async with house.tools.uow() as uow:
        found = await uow.requests.live(house.community)
        timers = [[timer.kind for timer in await uow.timers.of(each.id)] for each in found]
    assert len(found) == 2
    assert {facts(request) for request in found} == {facts(found[0])}
    assert timers[0] == timers[1]
    assert all(label not in repr(request) for request in found for label in LABELS)


def facts(request: Request) -> tuple[object, ...]:
    return (
        request.urgency,
        request.category,
        request.state,
        request.discreet,
        request.hidden_names,
        request.excluded,
        request.wave,
    )


def test_no_column_has_room_for_it() -> None:
    columns = [column.name for table in metadata.tables.values() for column in table.columns]
    assert [name for name in columns if any(label in name for label in LABELS)] == []
