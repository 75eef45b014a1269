"""The life of a claim: slips, goodbyes, and those who go without one."""

import re

import pytest

from bot.ui.forms import Gesture
from bot.ui.screen import Button
from bot.wording import load
from tests.contracts.platforms.stage import StageDriver
from tests.scenarios.test_time import HOUR, MINUTE, STORY, claimed, publish

SAY = load(strict=True)["fr"]


async def test_a_slip_can_be_undone_for_a_minute_and_not_longer(stage: StageDriver) -> None:
    await claimed(stage)
    await stage.jump(61)
    await stage.press("nadia", SAY("button-undo"))
    assert SAY("refusal-undo-too-late") in stage.last_answer("nadia")


async def test_an_undone_claim_asks_nobody_twice_and_keeps_its_pace(stage: StageDriver) -> None:
    await publish(stage)
    await stage.jump(2 * MINUTE)
    await stage.press("nadia", SAY("button-claim"))
    await stage.settled()
    await stage.jump(30)
    await stage.press("nadia", SAY("button-undo"))
    await stage.settled()
    sent = len([s for s in stage.messenger.sent if s.target.user == "yann"])
    await stage.jump(30)
    assert SAY("news-wave-2") in await stage.view("camille")
    assert len([s for s in stage.messenger.sent if s.target.user == "yann"]) == sent


async def test_a_mentor_who_leaves_hands_over_to_the_one_beside_them(stage: StageDriver) -> None:
    await claimed(stage)
    await stage.press("nadia", SAY("button-backup"))
    await stage.settled()
    await stage.press("yann", SAY("button-join"))
    await stage.settled()
    await stage.command("nadia", "mentor")
    await stage.press("nadia", SAY("button-leave"))
    await stage.settled()
    assert SAY("news-handed-over", mentor="Nadia", other="Yann") in await stage.view("camille")
    await stage.write("yann", "Bonjour, je suis là avec vous.")
    await stage.settled()
    assert "Bonjour, je suis là avec vous." in await stage.view("camille")


async def test_a_mentor_who_loses_the_role_holds_nothing_any_more(stage: StageDriver) -> None:
    await claimed(stage)
    address = stage.actor("nadia").address
    async with stage.desk._tools.uow() as uow:
        nadia = await uow.mentors.at(stage.community, address)
    assert nadia is not None
    moderator = stage.actor("sacha")
    await stage.desk.handle(moderator, Gesture("mentor.decide", nadia.id, {"value": "no"}))
    await stage.settled()
    assert SAY("news-released-left") in await stage.view("camille")
    assert SAY("button-claim") in await stage.buttons("yann")


async def test_who_is_never_to_meet_again_does_not(stage: StageDriver) -> None:
    await claimed(stage)
    await stage.press("camille", SAY("button-another"))
    await stage.settled()
    await stage.press("camille", SAY("button-part"))
    await stage.press("camille", SAY("button-withdraw"))
    await stage.settled()
    await publish(stage)
    await stage.press("nadia", SAY("button-claim"))
    assert SAY("refusal-avoided") in stage.last_answer("nadia")


async def test_a_long_conversation_ends_with_a_word_for_the_mentor(stage: StageDriver) -> None:
    await claimed(stage)
    for number in range(40):
        await stage.write("nadia", f"Je suis là, message {number}.")
        await stage.jump(3)
    await stage.press("nadia", SAY("button-close"))
    await stage.settled()
    await stage.press("camille", SAY("button-close-yes"))
    await stage.settled()
    assert SAY("news-after-hard") in await stage.view("nadia")
    await stage.command("nadia", "mentor")
    seen = stage.last_answer("nadia")
    assert f"{SAY('record-helped')}: 1" in seen
    assert f"{SAY('record-words')}: 40" in seen


async def test_a_short_conversation_ends_without_it(stage: StageDriver) -> None:
    await claimed(stage)
    await stage.press("nadia", SAY("button-close"))
    await stage.settled()
    await stage.press("camille", SAY("button-close-yes"))
    await stage.settled()
    assert SAY("news-after-hard") not in await stage.view("nadia")


async def test_words_outside_ones_hours_are_counted_for_oneself(stage: StageDriver) -> None:
    await stage.command("nadia", "mentor")
    await stage.press("nadia", SAY("button-profile"))
    await stage.fill("nadia", hours="lun-ven 9-18")
    await claimed(stage)
    await stage.write("nadia", "Je suis là.")
    await stage.jump(10 * HOUR)
    await stage.write("nadia", "Bonsoir, je suis toujours là.")
    await stage.command("nadia", "mentor")
    assert f"{SAY('record-off-hours')}: 1" in stage.last_answer("nadia")
    assert SAY("record-off-hours") not in await stage.view("yann")


async def test_a_rating_that_thanks_for_nothing_is_told_to_nobody(stage: StageDriver) -> None:
    await claimed(stage)
    await stage.press("nadia", SAY("button-close"))
    await stage.settled()
    await stage.press("camille", SAY("button-close-yes"))
    await stage.settled()
    await stage.press("camille", SAY("rating-1"))
    await stage.settled()
    assert SAY("news-thanks") not in await stage.view("nadia")


async def test_who_is_on_holiday_is_not_asked(stage: StageDriver) -> None:
    await stage.command("nadia", "mentor")
    await stage.press("nadia", SAY("button-profile"))
    await stage.fill("nadia", holidays="1/3/2026 – 8/3/2026")
    await publish(stage)
    told = [s.target.user for s in stage.messenger.sent if s.target.place == "inbox"]
    assert "yann" in told
    before = told.count("nadia")
    await stage.jump(15 * MINUTE)
    told = [s.target.user for s in stage.messenger.sent if s.target.place == "inbox"]
    assert told.count("nadia") == before


async def test_who_wants_to_be_named_in_the_channel_is_named_there_alone(
    stage: StageDriver,
) -> None:
    await stage.command("nadia", "mentor")
    await stage.press("nadia", SAY("button-profile"))
    await stage.fill("nadia", notice="channel")
    await publish(stage)
    call = SAY("call-title", names="Nadia")
    assert call in await stage.view("yann")
    await stage.press("yann", SAY("button-claim"))
    await stage.settled()
    assert call not in await stage.view("yann")
    private = [s for s in stage.messenger.sent if s.target.place == "inbox"]
    assert not any("a besoin de quelqu" in repr(s) for s in private if s.target.user == "nadia")


async def test_two_accounts_of_one_mentor_are_never_offered_their_own_request(
    stage: StageDriver,
) -> None:
    await stage.command("nadia", "mentor")
    await stage.press("nadia", SAY("button-link-account"))
    code = re.search(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}", stage.last_answer("nadia"))
    assert code is not None
    await stage.command("camille", "mentor")
    await stage.fill("camille", display_name="Nadia", code="AAAA-BBBB")
    assert SAY("fault-link-code") in stage.last_answer("camille")
    await stage.fill("camille", code=code.group(0))
    assert SAY("linked-title") in stage.last_answer("camille")
    before = [s for s in stage.messenger.sent if s.target.place == "inbox"]
    await publish(stage)
    await stage.jump(15 * MINUTE)
    asked = [s.target.user for s in stage.messenger.sent if s.target.place == "inbox"]
    assert set(asked[len(before) :]) == {"yann"}
    await stage.press("nadia", SAY("button-claim"))
    assert SAY("refusal-own-request") in stage.last_answer("nadia")


async def test_a_newcomers_profile_begins_with_the_communitys_clock(stage: StageDriver) -> None:
    await stage.command("sacha", "entraide")
    await stage.press("sacha", SAY("button-setup"))
    await stage.press("sacha", SAY("button-local"))
    await stage.fill("sacha", time_zone="Indian/Reunion")
    await stage.command("louis", "mentor")
    assert (await stage.form_values("louis"))["time_zone"] == "Indian/Reunion"


STRIKE = "les bus sont en grève, je me fais insulter du matin au soir"
BOYCOTT = "un appel au boycott de notre lait, parce qu'on le trouve trop cher"


@pytest.mark.parametrize("story", [STORY, STRIKE, BOYCOTT])
async def test_a_mentor_is_shown_the_first_cases_of_whoever_asks(
    stage: StageDriver, story: str
) -> None:
    await stage.command("camille", "crise")
    await stage.fill("camille", text=story, urgency="now")
    asked = cases_shown(stage, "camille")
    await stage.press("camille", SAY("button-publish"))
    await stage.settled()
    assert cases_shown(stage, "nadia") == asked[:2]


def cases_shown(stage: StageDriver, who: str) -> list[str]:
    """Return the cases that somebody can open from where they are."""
    buttons = [control for control in stage._controls(who) if isinstance(control, Button)]
    return [button.subject for button in buttons if button.act == "case.show"]
