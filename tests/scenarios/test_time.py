"""Nobody waits in silence: what happens because time passed."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.timers import Timer, TimerKind
from bot.wording import load
from tests.contracts.platforms.stage import StageDriver

SAY = load(strict=True)["fr"]
STORY = "On se fait insulter depuis une heure sous notre dernière publication, que faire ?"
MINUTE, HOUR, DAY = 60, 3600, 86400
SINCE, LEFT = (SAY("length-days", count=days) for days in (2, 1))
WARNING = SAY("silence-warning", since=SINCE, left=LEFT)


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


async def test_after_an_outage_the_furthest_wave_speaks_for_all(stage: StageDriver) -> None:
    await publish(stage)
    await stage.jump(2 * HOUR)
    told = [n for n in (1, 2, 3, 4) if SAY(f"news-wave-{n}") in await stage.view("camille")]
    assert told == [1, 4]
    assert SAY("alert-unanswered") in await stage.view("sacha")


async def test_an_outage_during_a_claim_leaves_the_mentor_time_to_write(
    stage: StageDriver,
) -> None:
    await claimed(stage)
    await stage.jump(2 * HOUR)
    assert SAY("news-reminder") in await stage.view("nadia")
    assert SAY("news-released-silent") not in await stage.view("camille")
    await stage.jump(10 * MINUTE)
    assert SAY("news-released-silent") in await stage.view("camille")


async def test_an_outage_of_days_warns_before_it_closes(stage: StageDriver) -> None:
    await claimed(stage)
    await stage.write("nadia", "Je suis là.")
    await stage.jump(4 * DAY)
    assert WARNING in await stage.view("camille")
    assert SAY("ended-text") not in await stage.view("camille")
    await stage.jump(DAY)
    assert SAY("ended-text") in await stage.view("camille")


async def test_a_request_that_becomes_urgent_is_at_once_as_far_as_it_should_be(
    stage: StageDriver,
) -> None:
    await publish(stage, "week")
    await stage.jump(10 * MINUTE)
    await stage.press("camille", SAY("button-urgency"))
    await stage.fill("camille", urgency="now")
    await stage.settled()
    seen = await stage.view("camille")
    assert SAY("news-wave-3") in seen
    assert SAY("news-wave-2") not in seen
    await stage.jump(5 * MINUTE)
    assert SAY("news-wave-4") in await stage.view("camille")


async def test_a_request_that_can_wait_is_not_asked_again(stage: StageDriver) -> None:
    await publish(stage, "now")
    await stage.jump(3 * MINUTE)
    await stage.press("camille", SAY("button-urgency"))
    await stage.fill("camille", urgency="today")
    await stage.jump(2 * HOUR - 3 * MINUTE - 1)
    assert SAY("news-wave-3") not in await stage.view("camille")
    await stage.jump(1)
    assert SAY("news-wave-3") in await stage.view("camille")


async def test_waves_count_real_hours_across_the_end_of_summer_time(stage: StageDriver) -> None:
    stage.clock.set(datetime(2026, 10, 24, 20, 0, tzinfo=UTC))  # 22:00 in Paris, 21:00 a day on
    await publish(stage, "week")
    await stage.jump(24 * HOUR - 1)
    assert SAY("news-wave-3") not in await stage.view("camille")
    await stage.jump(1)
    assert SAY("news-wave-3") in await stage.view("camille")


async def test_a_clock_set_back_repeats_nothing(stage: StageDriver) -> None:
    await publish(stage)
    await stage.jump(3 * MINUTE)
    stage.clock.advance(seconds=-HOUR)
    await stage.jump(HOUR)
    assert (await stage.view("camille")).count(SAY("news-wave-2")) == 1


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
    assert WARNING in await stage.view("camille")
    assert WARNING in await stage.view("nadia")
    await stage.jump(24 * HOUR)
    assert SAY("ended-text") in await stage.view("camille")


async def test_a_word_puts_silence_off(stage: StageDriver) -> None:
    await claimed(stage)
    await stage.write("nadia", "Je suis là.")
    await stage.jump(47 * HOUR)
    await stage.write("camille", "Merci, on respire.")
    await stage.jump(2 * HOUR)
    assert WARNING not in await stage.view("camille")


async def test_a_forgotten_draft_is_destroyed_after_a_day(stage: StageDriver) -> None:
    await stage.command("camille", "crise")
    await stage.fill("camille", text=STORY)
    await stage.jump(DAY)
    await stage.command("camille", "boite")
    assert SAY("inbox-empty") in await stage.view("camille")


async def test_a_request_that_nobody_can_take_ends_with_an_apology(stage: StageDriver) -> None:
    await publish(stage)
    await stage.jump(15 * MINUTE)
    await stage.jump(7 * DAY - 15 * MINUTE)
    assert SAY("news-expired") in await stage.view("camille")
    await stage.press("camille", SAY("button-reopen"))
    await stage.settled()
    assert SAY("button-claim") in await stage.buttons("yann")


async def test_a_discreet_request_is_public_within_its_delay(stage: StageDriver) -> None:
    await publish(stage, "today", discreet="on")
    await stage.jump(20 * MINUTE + 1)
    assert "insulter" in await stage.view("louis")


async def scheduled(stage: StageDriver) -> None:
    """Say yes to a discreet request, for which the longest delay is drawn."""
    await stage.command("camille", "crise")
    await stage.fill("camille", text=STORY, urgency="today", discreet="on")
    async with stage.desk._tools.uow() as uow:
        (request,) = await uow.requests.of(stage.community, stage.actor("camille").address)
        request.prepare(code_name="loutre-bleue", receipt="AAAA")
        await uow.requests.save(request)
        await uow.timers.cancel(request.id)
        due_at = stage.clock.now() + timedelta(minutes=20)
        await uow.timers.set(Timer(TimerKind.PUBLISH, request.id, stage.community, due_at))
        await uow.commit()
    await stage.command("camille", "boite")


async def test_a_request_that_waits_says_so_to_its_author_alone(stage: StageDriver) -> None:
    await scheduled(stage)
    assert SAY("state-scheduled") in stage.last_answer("camille")
    await stage.press("camille", SAY("button-urgency"))
    await stage.fill("camille", urgency="week")
    assert SAY("urgency-waiting") in stage.last_answer("camille")
    await stage.settled()
    assert "insulter" not in await stage.view("louis")


async def test_a_request_that_waits_and_becomes_urgent_waits_no_longer(stage: StageDriver) -> None:
    await scheduled(stage)
    await stage.press("camille", SAY("button-urgency"))
    await stage.fill("camille", urgency="now")
    assert SAY("state-open") in stage.last_answer("camille")
    await stage.settled()
    assert "insulter" in await stage.view("louis")


async def test_a_request_that_waits_is_a_draft_again_once_edited(stage: StageDriver) -> None:
    await scheduled(stage)
    await stage.press("camille", SAY("button-edit"))
    await stage.fill("camille")
    await stage.jump(20 * MINUTE)
    assert "insulter" not in await stage.view("louis")
    await stage.jump(DAY)
    await stage.command("camille", "boite")
    assert SAY("inbox-empty") in await stage.view("camille")


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
