"""Moderators block the author of a request blind: nothing tells them, or anybody, who it is."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from bot.domain.people import Party
from bot.ui.forms import Gesture
from bot.ui.screen import Screen
from bot.wording import load
from tests.contracts.platforms.stage import StageDriver, StageMessenger, shown_text
from tests.contracts.platforms.stages import open_core
from tests.scenarios.test_time import DAY, claimed

SAY = load(strict=True)["fr"]
DAYS = timedelta(days=1)
STORY = "On se fait insulter sous notre publication."


COMMUNITY = SAY("demo-community")


def refused(until: date) -> str:
    return SAY("refusal-blocked-until", community=COMMUNITY, day=SAY.date(until))


async def block(stage: StageDriver, length: str = "1m") -> str:
    """Have the conversation of Camille and Nadia reported, and its author blocked."""
    await claimed(stage)
    await stage.press("nadia", SAY("button-report"))
    await stage.settled()
    await stage.press("sacha", SAY("button-block"))
    await stage.fill("sacha", length=length, reason="Insultes répétées.")
    await stage.settled()
    return stage.last_answer("sacha")


async def ask(stage: StageDriver, who: str) -> str:
    await stage.command(who, "crise")
    await stage.fill(who, text=STORY)
    return stage.last_answer(who)


async def listed(stage: StageDriver) -> str:
    await stage.command("sacha", "entraide")
    await stage.press("sacha", SAY("button-blocks"))
    return stage.last_answer("sacha")


async def test_the_author_is_blocked_for_a_month_and_nobody_else_is(stage: StageDriver) -> None:
    last = (stage.clock.now() + 30 * DAYS).date()
    until = SAY("block-until", day=SAY.date(last))
    assert SAY("blocked", until=until) in await block(stage)
    assert refused(last) in await ask(stage, "camille")
    assert SAY("preview-title") in await ask(stage, "louis")
    await stage.jump(31 * DAY)
    assert SAY("preview-title") in await ask(stage, "camille")


@pytest.mark.parametrize(("length", "days"), [("1d", 1), ("1w", 7), ("1m", 30)])
async def test_a_block_ends_with_its_last_day(stage: StageDriver, length: str, days: int) -> None:
    last = (stage.clock.now() + days * DAYS).date()
    await block(stage, length)
    stage.clock.advance(days=days)
    assert refused(last) in await ask(stage, "camille")
    stage.clock.advance(days=1)
    assert SAY("preview-title") in await ask(stage, "camille")
    assert SAY("blocks-none") in await listed(stage)


async def test_a_block_without_end_holds_until_it_is_lifted(stage: StageDriver) -> None:
    await block(stage, "lifted")
    [request] = await stage.desk.conversations(stage.actor("nadia"), Party.MENTOR)
    stage.clock.advance(days=400)
    assert SAY("refusal-blocked", community=COMMUNITY) in await ask(stage, "camille")
    line = f"{request.code_name} | Insultes répétées. | {SAY('block-lifted')} | Sacha"
    assert line in await listed(stage)
    await stage.choose("sacha", f"{request.code_name} (Insultes répétées.)")
    await stage.settled()
    assert SAY("block-lifted-now") in stage.last_answer("sacha")
    assert SAY("preview-title") in await ask(stage, "camille")


async def test_who_is_blocked_reads_where_to_write_and_the_day_is_the_communitys(
    stage: StageDriver,
) -> None:
    await stage.command("sacha", "entraide")
    await stage.press("sacha", SAY("button-setup"))
    await stage.press("sacha", SAY("button-local"))
    await stage.fill("sacha", time_zone="Pacific/Kiritimati", contact="mods@zed.example")
    await block(stage, "1d")
    zone = ZoneInfo("Pacific/Kiritimati")
    last = stage.clock.now().astimezone(zone).date() + DAYS
    name = f"{COMMUNITY} (mods@zed.example)"
    sentence = SAY("refusal-blocked-until", community=name, day=SAY.date(last))
    assert sentence in await ask(stage, "camille")


HELP = tuple(SAY(f"care-{key}") for key in ("3114", "3018", "112"))


async def test_who_is_blocked_keeps_what_was_typed_and_reads_whom_to_call(
    stage: StageDriver,
) -> None:
    await block(stage)
    await stage.command("camille", "crise")
    await stage.fill("camille", text=STORY, names="Zed", excluded="Agence Alix")
    answer = stage.last_answer("camille")
    assert SAY("care-anyway") in answer
    assert [typed for typed in (STORY, "Zed", "Agence Alix", *HELP) if typed not in answer] == []


async def test_who_is_blocked_and_in_distress_comes_first(stage: StageDriver) -> None:
    await block(stage)
    await stage.command("camille", "crise")
    await stage.fill("camille", text=f"{STORY} Je n’en peux plus, j’ai envie de mourir.")
    answer = stage.last_answer("camille")
    titles = [SAY(f"care-{risk}-title") for risk in ("danger", "distress")]
    assert any(answer.startswith(title) for title in titles)
    assert answer.count(SAY("care-3114-what")) == 1


async def test_who_is_blocked_between_preview_and_publishing_keeps_what_was_typed(
    stage: StageDriver,
) -> None:
    await claimed(stage)
    assert SAY("preview-title") in await ask(stage, "camille")
    draft = stage.answers["camille"][-1]
    await stage.press("nadia", SAY("button-report"))
    await stage.settled()
    await stage.press("sacha", SAY("button-block"))
    await stage.fill("sacha", length="lifted", reason="Insultes répétées.")
    await stage.settled()
    stage.answers["camille"].append(draft)
    await stage.press("camille", SAY("button-publish"))
    answer = stage.last_answer("camille")
    assert SAY("refusal-blocked", community=COMMUNITY) in answer
    assert STORY in answer


async def test_a_block_without_a_reason_or_a_length_comes_back(stage: StageDriver) -> None:
    await claimed(stage)
    await stage.press("nadia", SAY("button-report"))
    await stage.settled()
    await stage.press("sacha", SAY("button-block"))
    await stage.fill("sacha", reason="")
    assert SAY("fault-empty") in stage.last_answer("sacha")
    await stage.fill("sacha", length="ever", reason="Insultes.")
    assert SAY("fault-choose") in stage.last_answer("sacha")
    assert SAY("preview-title") in await ask(stage, "camille")


async def test_a_block_is_listed_by_the_name_of_the_request_as_long_as_its_link_exists(
    stage: StageDriver,
) -> None:
    await block(stage)
    [request] = await stage.desk.conversations(stage.actor("nadia"), Party.MENTOR)
    assert f"{request.code_name} | Insultes répétées. | " in await listed(stage)
    await stage.press("nadia", SAY("button-close"))
    await stage.settled()
    await stage.press("camille", SAY("button-close-yes"))
    await stage.settled()
    await stage.jump(8 * DAY)
    answer = await listed(stage)
    assert "– | Insultes répétées. | " in answer
    assert request.code_name not in answer


async def test_the_trail_tells_of_a_block_and_of_its_end_and_names_no_request(
    stage: StageDriver,
) -> None:
    await block(stage)
    await listed(stage)
    [request] = await stage.desk.conversations(stage.actor("nadia"), Party.MENTOR)
    await stage.choose("sacha", f"{request.code_name} (Insultes répétées.)")
    await stage.settled()
    await stage.command("sacha", "entraide")
    await stage.press("sacha", SAY("button-trail"))
    lines = stage.last_answer("sacha").splitlines()
    for what in ("trail-author-blocked", "trail-block-lifted"):
        [line] = [each for each in lines if SAY(what) in each and " | " in each]
        assert line.endswith(f" | – | {SAY(what)} | {SAY('trail-by-moderator')}")


async def test_who_is_blocked_cannot_publish_a_draft_nor_ask_again(stage: StageDriver) -> None:
    last = (stage.clock.now() + 30 * DAYS).date()
    await block(stage)
    await stage.press("nadia", SAY("button-close"))
    await stage.settled()
    await stage.press("camille", SAY("button-close-yes"))
    await stage.settled()
    await stage.press("camille", SAY("button-reopen"))
    assert refused(last) in stage.last_answer("camille")


async def test_no_screen_of_a_moderator_says_who_it_was(stage: StageDriver) -> None:
    await block(stage)
    await stage.command("sacha", "entraide")
    shown = [
        s for s in stage.messenger.sent if s.target.user == "sacha" or s.target.place == "room"
    ]
    answers = [a for a in stage.answers["sacha"] if isinstance(a, Screen)]
    assert len(answers) >= 2
    seen = "\n".join(shown_text(d) for d in [*(s.drawing for s in shown), *answers])
    assert "camille" not in seen.casefold()
    assert "camille" not in repr([*answers, *(s.drawing for s in shown)]).casefold()


async def test_a_block_holds_in_its_community_only(
    memory: tuple[KnowledgeSearch, KnowledgeTriage], stage: StageDriver
) -> None:
    await block(stage)
    other = await open_core(memory, {"web": StageMessenger()})
    elsewhere = StageDriver(
        other.desk,
        StageMessenger(),
        other.community,
        other.settle,
        other.pass_time,
        other.clock,
    )
    assert SAY("preview-title") in await ask(elsewhere, "camille")


async def test_once_the_link_is_destroyed_nobody_can_be_blocked_by_it(stage: StageDriver) -> None:
    await claimed(stage)
    [request] = await stage.desk.conversations(stage.actor("nadia"), Party.MENTOR)
    await stage.press("nadia", SAY("button-close"))
    await stage.settled()
    await stage.press("camille", SAY("button-close-yes"))
    await stage.settled()
    await stage.jump(8 * DAY)
    wanted = {"length": "1m", "reason": "Insultes."}
    gesture = Gesture("request.block", request.id, wanted)
    answer = await stage.desk.handle(stage.actor("sacha"), gesture)
    assert isinstance(answer, Screen)
    assert SAY("refusal-author-forgotten") in shown_text(answer)
    assert SAY("preview-title") in await ask(stage, "camille")
