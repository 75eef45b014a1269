"""Nobody can send too much, too often or too long, and each limit says so kindly."""

import pytest

from bot.domain.ids import RequestId, new_id
from bot.domain.limits import (
    ANSWER_MAX,
    HOUR,
    MESSAGES_PER_MINUTE,
    REQUESTS_PER_DAY,
    REQUESTS_PER_HOUR_HERE,
)
from bot.domain.people import NOBODY, Party
from bot.helpdesk import ACTS
from bot.ui.forms import Form, Gesture, TextField
from bot.wording import load
from tests.contracts.platforms.stage import StageDriver
from tests.scenarios.test_time import claimed

SAY = load(strict=True)["fr"]
STORY = "On se fait insulter sous notre publication."
ENDLESS = "mot " * (ANSWER_MAX // 4 + 1)


async def draft(stage: StageDriver, who: str) -> str:
    await stage.command(who, "crise")
    await stage.fill(who, text=STORY)
    return stage.last_answer(who)


async def test_one_person_asks_a_few_times_a_day(stage: StageDriver) -> None:
    refusal = SAY("refusal-too-many-requests", maximum=REQUESTS_PER_DAY)
    answers = [await draft(stage, "camille") for _ in range(REQUESTS_PER_DAY + 1)]
    assert [refusal in answer for answer in answers] == [False] * REQUESTS_PER_DAY + [True]
    await stage.jump(25 * 3600)
    assert refusal not in await draft(stage, "camille")


async def test_many_accounts_cannot_flood_a_community(stage: StageDriver) -> None:
    now = stage.clock.now()
    async with stage.desk._tools.uow() as uow:
        for _ in range(REQUESTS_PER_HOUR_HERE):
            await uow.limits.hit(stage.community, NOBODY, "request", now - HOUR, now)
        await uow.commit()
    assert SAY("refusal-too-many-here") in await draft(stage, "camille")
    await stage.jump(2 * 3600)
    assert SAY("refusal-too-many-here") not in await draft(stage, "camille")


async def test_a_request_counts_for_its_community(stage: StageDriver) -> None:
    await draft(stage, "camille")
    now = stage.clock.now()
    async with stage.desk._tools.uow() as uow:
        assert await uow.limits.hit(stage.community, NOBODY, "request", now - HOUR, now) == 2


async def test_a_conversation_has_a_pace(stage: StageDriver) -> None:
    await claimed(stage)
    for number in range(MESSAGES_PER_MINUTE + 1):
        await stage.write("camille", f"message {number}")
    refusal = SAY("refusal-too-many-messages", maximum=MESSAGES_PER_MINUTE)
    assert refusal in stage.last_answer("camille")


@pytest.mark.parametrize("field", ["text", "names", "excluded"])
async def test_a_form_that_is_too_long_comes_back_whole(stage: StageDriver, field: str) -> None:
    await stage.command("camille", "crise")
    await stage.fill("camille", **{"text": STORY, field: ENDLESS})
    form = stage.answers["camille"][-1]
    assert isinstance(form, Form)
    [kept] = [each for each in form.fields if each.name == field]
    assert isinstance(kept, TextField)
    told = SAY("fault-too-long", maximum=kept.max_length)
    assert (kept.value, kept.fault) == (ENDLESS.strip(), told)


@pytest.mark.parametrize("act", sorted(ACTS))
async def test_nothing_endless_gets_to_a_use_case(stage: StageDriver, act: str) -> None:
    reached: list[str] = []

    class Noting(Gesture):
        def text(self, name: str) -> str:
            if name == "any":
                reached.append(name)
            return super().text(name)

    answer = await stage.desk.handle(
        stage.actor("camille"), Noting(act, RequestId(new_id()), {"any": ENDLESS})
    )
    assert answer is not None
    assert reached == ["any"], "the door looked at it, and nobody after the door"


@pytest.mark.parametrize("who", ["camille", "nadia"])
async def test_a_message_that_is_too_long_is_not_sent(stage: StageDriver, who: str) -> None:
    await claimed(stage)
    await stage.write(who, ENDLESS)
    assert SAY("fault-too-long", maximum=ANSWER_MAX) in stage.last_answer(who)
    side = Party.MENTOR if who == "nadia" else Party.REQUESTER
    [request] = await stage.desk.conversations(stage.actor(who), side)
    async with stage.desk._tools.uow() as uow:
        assert await uow.relay.of(request.id) == []
