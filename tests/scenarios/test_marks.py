"""How far somebody's own message got: it waits, it is there, or it failed."""

from collections import deque
from dataclasses import dataclass, field

import pytest

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from bot.domain.errors import RetryLater, Undeliverable
from bot.domain.ids import DeliveryId
from bot.ports.outbound import Target
from bot.ui.screen import Bubble, Mark, Screen
from tests.contracts.platforms.stage import StageDriver, StageMessenger
from tests.contracts.platforms.stages import open_core
from tests.scenarios.test_time import claimed


@dataclass
class Town(StageMessenger):
    """A stage that raises ``faults``, one a message, and remembers every mark."""

    faults: deque[Exception] = field(default_factory=deque)
    history: list[tuple[str, Mark]] = field(default_factory=list)

    async def post(self, target: Target, drawing: Screen | Bubble, *, key: DeliveryId) -> str:
        if isinstance(drawing, Bubble) and self.faults:
            raise self.faults.popleft()
        return await super().post(target, drawing, key=key)

    async def mark(self, target: Target, origin: str, mark: Mark) -> None:
        self.history.append((origin, mark))


@pytest.fixture
async def stage(memory: tuple[KnowledgeSearch, KnowledgeTriage]) -> StageDriver:
    core = await open_core(memory, {"web": (town := Town())})
    await core.settle()
    return StageDriver(core.desk, town, core.community, core.settle, core.pass_time, core.clock)


@pytest.mark.parametrize("who", ["camille", "nadia"])
@pytest.mark.parametrize(
    ("last", "mark"), [((), Mark.DELIVERED), ((Undeliverable("closed"),), Mark.FAILED)]
)
async def test_author_sees_that_a_message_waits_and_what_became_of_it(
    stage: StageDriver, who: str, last: tuple[Exception, ...], mark: Mark
) -> None:
    await claimed(stage)
    assert isinstance(stage.messenger, Town)
    stage.messenger.history.clear()
    stage.messenger.faults.extend((RetryLater("network"), RetryLater("rate"), *last))
    origin = await stage.write(who, "Bonjour, je vous lis.")
    await stage.settled()
    assert stage.messenger.history == [(origin, Mark.WAITING)]
    await stage.later(120)
    assert stage.messenger.history == [(origin, Mark.WAITING), (origin, mark)]


async def test_what_is_delivered_at_once_is_never_said_to_wait(stage: StageDriver) -> None:
    await claimed(stage)
    assert isinstance(stage.messenger, Town)
    stage.messenger.history.clear()
    origin = await stage.write("nadia", "Bonjour, je vous lis.")
    await stage.settled()
    assert stage.messenger.history == [(origin, Mark.DELIVERED)]
