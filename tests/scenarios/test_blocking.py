"""Moderators block the author of a request blind: nothing tells them, or anybody, who it is."""

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
STORY = "On se fait insulter sous notre publication."


async def block(stage: StageDriver) -> str:
    """Have the conversation of Camille and Nadia reported, and its author blocked."""
    await claimed(stage)
    await stage.press("nadia", SAY("button-report"))
    await stage.settled()
    await stage.press("sacha", SAY("button-block"))
    await stage.settled()
    return stage.last_answer("sacha")


async def ask(stage: StageDriver, who: str) -> str:
    await stage.command(who, "crise")
    await stage.fill(who, text=STORY)
    return stage.last_answer(who)


async def test_the_author_is_blocked_for_a_month_and_nobody_else_is(stage: StageDriver) -> None:
    assert SAY("blocked") in await block(stage)
    assert SAY("refusal-blocked") in await ask(stage, "camille")
    assert SAY("refusal-blocked") not in await ask(stage, "louis")
    await stage.jump(31 * DAY)
    assert SAY("refusal-blocked") not in await ask(stage, "camille")


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
    assert SAY("refusal-blocked") not in await ask(elsewhere, "camille")


async def test_once_the_link_is_destroyed_nobody_can_be_blocked_by_it(stage: StageDriver) -> None:
    await claimed(stage)
    [request] = await stage.desk.conversations(stage.actor("nadia"), Party.MENTOR)
    await stage.press("nadia", SAY("button-close"))
    await stage.settled()
    await stage.press("camille", SAY("button-close-yes"))
    await stage.settled()
    await stage.jump(8 * DAY)
    answer = await stage.desk.handle(stage.actor("sacha"), Gesture("request.block", request.id))
    assert isinstance(answer, Screen)
    assert SAY("refusal-author-forgotten") in shown_text(answer)
    assert SAY("refusal-blocked") not in await ask(stage, "camille")
