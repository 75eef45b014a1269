"""Whoever is away when everybody is asked is left in peace until their hours begin."""

from datetime import UTC, datetime

import pytest

from bot.domain.ids import MentorId
from bot.domain.people import Actor
from bot.ui.forms import Gesture
from bot.wording import load
from tests.contracts.platforms.stage import StageDriver, StageMessenger
from tests.contracts.platforms.stages import Core, Memory, open_core
from tests.scenarios.test_time import HOUR, MINUTE, publish

SAY = load(strict=True)["fr"]
NINE = datetime(2026, 10, 26, 8, 0, tzinfo=UTC)  # a Monday, 9:00 in Paris
YES = {"value": "yes"}
EVENING_PEOPLE = tuple(f"soir{number:02}" for number in range(14))


@pytest.fixture
async def stage(memory: Memory) -> StageDriver:
    """Nadia and Yann at any hour, and fourteen mentors after work."""
    messenger = StageMessenger()
    core = await open_core(memory, {"web": messenger})
    driver = StageDriver(
        core.desk, messenger, core.community, core.settle, core.pass_time, core.clock
    )
    for user in EVENING_PEOPLE:
        await volunteer(core, driver.actor(user), driver.actor("sacha"))
    core.clock.set(NINE)
    await core.settle()
    return driver


async def volunteer(core: Core, who: Actor, moderator: Actor) -> None:
    answers = {"display_name": who.name, "hours": "lun-dim 18-22"}
    await core.desk.handle(who, Gesture("mentor.apply", "new", answers))
    await core.desk.handle(moderator, Gesture("mentor.decide", await _id(core, who), YES))


async def _id(core: Core, who: Actor) -> MentorId:
    async with core.tools.uow() as uow:
        mentor = await uow.mentors.at(who.community, who.address)
    assert mentor is not None
    return mentor.id


async def asked(stage: StageDriver) -> int:
    """Return how many of the evening people hold a notice that they can answer."""
    label = SAY("button-not-for-me")
    return sum([label in await stage.buttons(user) for user in EVENING_PEOPLE])


async def test_they_are_asked_a_few_at_a_time_when_their_hours_begin(stage: StageDriver) -> None:
    await publish(stage)
    await stage.jump(3 * MINUTE)
    assert await asked(stage) == 7  # the nine of two waves, less Nadia and Yann
    for minutes in (5, 7):  # everybody who is there, then the moderators
        await stage.jump(minutes * MINUTE)
    assert await asked(stage) == 7
    await stage.jump(9 * HOUR - 15 * MINUTE - 1)
    assert await asked(stage) == 7
    counts = []
    for seconds in (1, 5 * MINUTE, 5 * MINUTE, 5 * MINUTE):
        await stage.jump(seconds)
        counts.append(await asked(stage))
    assert counts == [10, 13, 14, 14]
    heard = [(await stage.view("camille")).count(SAY(f"news-wave-{n}")) for n in (1, 2, 3, 4)]
    assert heard == [1, 1, 1, 1]


async def test_a_claim_leaves_the_others_in_peace(stage: StageDriver) -> None:
    await publish(stage)
    await stage.jump(15 * MINUTE)
    await stage.press("nadia", SAY("button-claim"))
    await stage.write("nadia", "Je suis là.")
    await stage.jump(9 * HOUR)
    assert await asked(stage) == 0


async def test_a_claim_that_was_a_slip_does_not_forget_them(stage: StageDriver) -> None:
    await publish(stage)
    for _ in range(3):
        await stage.jump(5 * MINUTE)
    await stage.press("nadia", SAY("button-claim"))
    await stage.settled()
    await stage.press("nadia", SAY("button-undo"))
    await stage.settled()
    await stage.jump(9 * HOUR)
    assert await asked(stage) == 10


async def test_the_trail_tells_who_was_asked_between_the_waves(stage: StageDriver) -> None:
    await publish(stage)
    await stage.jump(15 * MINUTE)
    await stage.jump(9 * HOUR)
    await stage.command("sacha", "entraide")
    await stage.press("sacha", SAY("button-trail"))
    assert SAY("trail-more-asked") in stage.last_answer("sacha")
