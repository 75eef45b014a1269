"""Who may act is asked at the moment of the act, whatever buttons are still on a screen."""

import pytest

from bot.domain.ids import RequestId, new_id
from bot.domain.mentor import Standing
from bot.domain.people import Actor, Party
from bot.domain.relay import Said
from bot.helpdesk import ACTS
from bot.ui.forms import Gesture
from bot.ui.screen import Screen
from bot.wording import load
from tests.contracts.platforms.stage import StageDriver, shown_text
from tests.scenarios.test_time import claimed

SAY = load(strict=True)["fr"]
WORDS = "Un mot entre nous deux."


async def revoke(stage: StageDriver, who: str) -> None:
    """Take somebody's role away behind the desk, as another process would."""
    async with stage.desk._tools.uow() as uow:
        mentor = await uow.mentors.at(stage.community, stage.actor(who).address)
        assert mentor is not None
        mentor.standing = Standing.DECLINED
        await uow.mentors.save(mentor)
        await uow.commit()


async def conversation(stage: StageDriver, request: RequestId) -> str:
    async with stage.desk._tools.uow() as uow:
        return repr([await uow.requests.get(request), *await uow.relay.of(request)])


async def held(stage: StageDriver) -> RequestId:
    await claimed(stage)
    await stage.write("camille", WORDS)
    await stage.settled()
    return (await stage.desk.conversations(stage.actor("nadia"), Party.MENTOR))[-1].id


# Acts by which somebody asks anew, for themselves, and reads back what they just typed; and the
# one by which they go for good, which leaves what they held to others.
OWN = {"request.draft", "relay.form", "privacy.erase"}


@pytest.mark.parametrize("act", sorted(set(ACTS) - OWN))
async def test_a_mentor_without_the_role_can_do_nothing_and_read_nothing(
    stage: StageDriver, act: str
) -> None:
    request = await held(stage)
    await revoke(stage, "nadia")
    before = await conversation(stage, request)
    gesture = Gesture(act, request, {"value": "yes", "urgency": "week", "name": "Nadia"})
    answer = await stage.desk.handle(stage.actor("nadia"), gesture)
    assert await conversation(stage, request) == before
    assert WORDS not in (shown_text(answer) if isinstance(answer, Screen) else repr(answer))


async def test_a_mentor_without_the_role_is_told_so_when_they_write(stage: StageDriver) -> None:
    request = await held(stage)
    await revoke(stage, "nadia")
    before = await conversation(stage, request)
    answer = await stage.desk.say(
        stage.actor("nadia"), Said(request, "Bonjour, je reste avec vous.", new_id())
    )
    assert isinstance(answer, Screen)
    assert shown_text(answer) != ""
    assert await conversation(stage, request) == before


MODERATORS_ACTS = (
    "request.block",
    "mentor.decide",
    "review.publish",
    "partner.invite",
    "setup.role",
)


@pytest.mark.parametrize("act", MODERATORS_ACTS)
async def test_a_moderator_is_one_at_the_moment_of_the_click_only(
    stage: StageDriver, act: str
) -> None:
    request = await held(stage)
    sacha = stage.actor("sacha")
    former = Actor(sacha.address, sacha.community, "fr", sacha.name, False)
    before = await conversation(stage, request)
    answer = await stage.desk.handle(former, Gesture(act, request, {"value": "yes"}))
    assert isinstance(answer, Screen)
    assert SAY("refusal-not-a-moderator") in shown_text(answer)
    assert await conversation(stage, request) == before
