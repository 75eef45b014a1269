"""Nobody waits in silence: what happens because time passed."""

import pytest

from bot.wording import load
from tests.contracts.platforms.stage import StageDriver

SAY = load(strict=True)["fr"]
STORY = "On se fait insulter depuis une heure sous notre dernière publication, que faire ?"
MINUTE, HOUR, DAY = 60, 3600, 86400


async def publish(stage: StageDriver, urgency: str = "now", **answers: str) -> None:
    await stage.command("camille", "crise")
    await stage.fill("camille", text=STORY, urgency=urgency, **answers)
    await stage.press("camille", SAY("button-publish"))
    await stage.settled()


async def claimed(stage: StageDriver) -> None:
    await publish(stage)
    await stage.press("nadia", SAY("button-claim"))
    await stage.settled()


@pytest.mark.parametrize(
    ("urgency", "waves"),
    [
        ("now", (3 * MINUTE, 8 * MINUTE, 15 * MINUTE)),
        ("today", (30 * MINUTE, 2 * HOUR, 6 * HOUR)),
        ("week", (12 * HOUR, 24 * HOUR, 48 * HOUR)),
    ],
)
async def test_the_search_widens_exactly_when_promised(
    stage: StageDriver, urgency: str, waves: tuple[int, ...]
) -> None:
    await publish(stage, urgency)
    passed = 0
    for number, moment in enumerate(waves, start=2):
        await stage.jump(moment - passed - 1)
        assert SAY(f"news-wave-{number}") not in await stage.view("camille")
        await stage.jump(1)
        assert SAY(f"news-wave-{number}") in await stage.view("camille")
        passed = moment


async def test_a_long_outage_catches_up_in_order(stage: StageDriver) -> None:
    await publish(stage)
    await stage.jump(2 * HOUR)
    seen = await stage.view("camille")
    places = [seen.index(SAY(f"news-wave-{n}")) for n in (1, 2, 3, 4)]
    assert places == sorted(places)


async def test_a_claim_ends_the_search(stage: StageDriver) -> None:
    await claimed(stage)
    await stage.write("nadia", "Je suis là.")
    await stage.jump(1 * HOUR)
    assert SAY("news-wave-2") not in await stage.view("camille")


async def test_a_silent_mentor_is_reminded_then_the_request_reopens_without_blame(
    stage: StageDriver,
) -> None:
    await claimed(stage)
    await stage.jump(5 * MINUTE)
    assert SAY("news-reminder") in await stage.view("nadia")
    await stage.jump(10 * MINUTE)
    assert SAY("news-released-silent") in await stage.view("camille")
    await stage.press("yann", SAY("button-claim"))
    await stage.settled()
    assert "Yann" in await stage.view("camille")


async def test_reminders_stop_at_the_first_word(stage: StageDriver) -> None:
    await claimed(stage)
    await stage.write("nadia", "Je suis là.")
    await stage.jump(1 * HOUR)
    assert SAY("news-reminder") not in await stage.view("nadia")
    assert SAY("news-released-silent") not in await stage.view("camille")


async def test_silence_warns_both_then_closes(stage: StageDriver) -> None:
    await claimed(stage)
    await stage.write("nadia", "Je suis là.")
    await stage.jump(48 * HOUR)
    assert SAY("silence-warning") in await stage.view("camille")
    assert SAY("silence-warning") in await stage.view("nadia")
    await stage.jump(24 * HOUR)
    assert SAY("ended-text") in await stage.view("camille")


async def test_a_word_puts_silence_off(stage: StageDriver) -> None:
    await claimed(stage)
    await stage.write("nadia", "Je suis là.")
    await stage.jump(47 * HOUR)
    await stage.write("camille", "Merci, on respire.")
    await stage.jump(2 * HOUR)
    assert SAY("silence-warning") not in await stage.view("camille")


async def test_a_forgotten_draft_is_destroyed_after_a_day(stage: StageDriver) -> None:
    await stage.command("camille", "crise")
    await stage.fill("camille", text=STORY)
    await stage.jump(DAY)
    await stage.command("camille", "boite")
    assert SAY("inbox-empty") in await stage.view("camille")


async def test_a_request_that_nobody_can_take_ends_with_an_apology(stage: StageDriver) -> None:
    await publish(stage)
    await stage.jump(7 * DAY)
    assert SAY("news-expired") in await stage.view("camille")
    await stage.press("camille", SAY("button-reopen"))
    await stage.settled()
    assert SAY("button-claim") in await stage.buttons("yann")


async def test_a_discreet_request_is_public_within_its_delay(stage: StageDriver) -> None:
    await publish(stage, discreet="on")
    await stage.jump(20 * MINUTE + 1)
    assert "insulter" in await stage.view("louis")


async def test_the_link_goes_after_a_week_and_the_words_after_a_month(stage: StageDriver) -> None:
    await claimed(stage)
    await stage.press("nadia", SAY("button-close"))
    await stage.settled()
    await stage.press("camille", SAY("button-close-yes"))
    await stage.settled()
    await stage.command("camille", "boite")
    assert "insulter" in await stage.view("camille")
    await stage.jump(7 * DAY)
    await stage.command("camille", "boite")
    assert SAY("inbox-empty") in stage.last_answer("camille")
