"""Those who go without a word: nobody is left waiting for them."""

from dataclasses import dataclass

import pytest

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from bot.domain.errors import Undeliverable
from bot.domain.ids import DeliveryId
from bot.ports.outbound import Target
from bot.ui.screen import Bubble, Screen
from bot.wording import load
from tests.contracts.platforms.stage import StageDriver, StageMessenger
from tests.contracts.platforms.stages import Core, open_core
from tests.scenarios.test_time import DAY, claimed, publish

SAY = load(strict=True)["fr"]


@dataclass
class Town(StageMessenger):
    """A stage that people can leave."""

    gone: str = ""

    async def post(self, target: Target, drawing: Screen | Bubble, *, key: DeliveryId) -> str:
        if self.gone and target.user == self.gone:
            raise Undeliverable("left")
        return await super().post(target, drawing, key=key)


@pytest.fixture
async def core(memory: tuple[KnowledgeSearch, KnowledgeTriage]) -> Core:
    core = await open_core(memory, {"web": Town()})
    await core.settle()
    return core


@pytest.fixture
def stage(core: Core) -> StageDriver:
    town = core.dispatcher._messengers["web"]
    assert isinstance(town, Town)
    return StageDriver(core.desk, town, core.community, core.settle, core.pass_time, core.clock)


async def test_a_mentor_is_told_that_the_requester_has_left(stage: StageDriver) -> None:
    await claimed(stage)
    assert isinstance(stage.messenger, Town)
    stage.messenger.gone = "camille"
    await stage.write("nadia", "Bonjour, je suis là.")
    await stage.settled()
    assert SAY("news-requester-gone") in await stage.view("nadia")
    assert SAY("state-resolved") in await stage.view("louis")


async def test_a_request_whose_author_has_left_is_offered_to_nobody(stage: StageDriver) -> None:
    assert isinstance(stage.messenger, Town)
    stage.messenger.gone = "camille"
    await publish(stage)
    assert SAY("state-expired") in await stage.view("louis")
    assert SAY("button-claim") not in await stage.buttons("yann")


async def test_a_space_that_removes_the_bot_leaves_nobody_waiting(
    stage: StageDriver, core: Core
) -> None:
    await claimed(stage)
    await publish(stage)
    await stage.desk.space_removed("web", "sandbox")
    await stage.settled()
    async with core.tools.uow() as uow:
        assert not await uow.requests.live(core.community)
        community = await uow.communities.get(core.community)
        standings = {mentor.standing.value for mentor in await uow.mentors.all(core.community)}
    assert [dict(space.channels) for space in community.spaces] == [{}]
    assert standings == {"left"}


async def test_another_space_of_the_community_goes_on(stage: StageDriver, core: Core) -> None:
    await claimed(stage)
    await stage.desk.space_removed("discord", "unknown")
    async with core.tools.uow() as uow:
        assert len(await uow.requests.live(core.community)) == 1


async def test_who_mentors_already_is_not_invited(stage: StageDriver) -> None:
    await stage.command("camille", "mentor")
    await stage.fill("camille", display_name="Camille")
    await claimed(stage)
    await stage.press("nadia", SAY("button-close"))
    await stage.settled()
    await stage.press("camille", SAY("button-close-yes"))
    await stage.settled()
    await stage.press("camille", SAY("rating-3"))
    await stage.jump(3 * DAY)
    assert SAY("invitation-title") not in await stage.view("camille")


async def test_the_second_time_nobody_is_invited_again(stage: StageDriver) -> None:
    for _ in range(2):
        await claimed(stage)
        await stage.press("nadia", SAY("button-close"))
        await stage.settled()
        await stage.press("camille", SAY("button-close-yes"))
        await stage.settled()
        await stage.press("camille", SAY("rating-2"))
        await stage.jump(3 * DAY)
    assert (await stage.view("camille")).count(SAY("invitation-title")) == 1
