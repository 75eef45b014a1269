"""A report is open until a moderator looked, and who reported is told so."""

from bot.domain.people import Party
from bot.ui.forms import Gesture
from bot.ui.screen import Quote, Screen
from bot.wording import load
from tests.contracts.platforms.stage import StageDriver, shown_text
from tests.scenarios.test_time import claimed

SAY = load(strict=True)["fr"]


async def reported(stage: StageDriver, who: str = "camille") -> str:
    """Have the conversation of Camille and Nadia reported, and return its code name."""
    await claimed(stage)
    [request] = await stage.desk.conversations(stage.actor("nadia"), Party.MENTOR)
    await stage.press(who, SAY("button-report"))
    await stage.settled()
    return request.code_name


HARSH = "Débrouillez-vous sans moi."


async def spoken(stage: StageDriver) -> str:
    """Have both say something, and return how the platform names Nadia's harsh words."""
    await claimed(stage)
    await stage.write("nadia", "Bonjour")
    await stage.write("camille", "Je n’ai rien fait.")
    harsh = await stage.write("nadia", HARSH)
    await stage.fill("nadia")  # it came back to be reread, and is sent all the same
    await stage.settled()
    return harsh


async def ids(stage: StageDriver, words: str) -> tuple[str, ...]:
    """Return the names of what was said in these words."""
    [request] = await stage.desk.conversations(stage.actor("nadia"), Party.MENTOR)
    async with stage.desk._tools.uow() as uow:
        return tuple(each.id for each in await uow.relay.of(request.id) if each.text == words)


async def desk(stage: StageDriver, button: str = "") -> str:
    await stage.command("sacha", "entraide")
    if button:
        await stage.press("sacha", SAY(button))
    return stage.last_answer("sacha")


async def settle(stage: StageDriver, outcome: str, word: str = "") -> None:
    await stage.press("sacha", SAY("button-settle"))
    await stage.fill("sacha", outcome=outcome, word=word)
    await stage.settled()


async def test_a_report_waits_on_the_desk_with_its_age(stage: StageDriver) -> None:
    name = await reported(stage)
    assert f"{SAY('desk-reports')}: 1" in await desk(stage)
    line = f"{name} | {SAY('reported-by-requester')} | {SAY('today')}"
    assert line in await desk(stage, "button-reports")
    stage.clock.advance(days=3)
    assert "il y a 3 jours" in await desk(stage, "button-reports")


async def test_what_the_requester_reported_is_looked_at_and_they_are_told(
    stage: StageDriver,
) -> None:
    name = await reported(stage)
    await settle(stage, "handled", "Nous lui avons parlé.")
    seen = await stage.view("camille")
    assert SAY("report-answer-title", name=name) in seen
    assert SAY("report-answer-handled") in seen
    assert "Nous lui avons parlé." in seen
    assert "Nous lui avons parlé." not in await stage.view("nadia")
    assert f"{SAY('desk-reports')}: 0" in await desk(stage)
    assert SAY("reports-none") in await desk(stage, "button-reports")


async def test_what_a_mentor_reported_is_dismissed_and_they_alone_are_told(
    stage: StageDriver,
) -> None:
    await reported(stage, "nadia")
    await settle(stage, "dismissed")
    assert SAY("report-answer-dismissed") in await stage.view("nadia")
    assert SAY("report-answer-dismissed") not in await stage.view("camille")


async def test_moderators_read_what_was_joined_and_nothing_else_of_the_conversation(
    stage: StageDriver,
) -> None:
    await spoken(stage)
    await stage.press("camille", SAY("button-report"))
    await stage.fill("camille", joined=await ids(stage, HARSH))
    await stage.settled()
    alert = await stage.view("sacha")
    assert SAY("report-joined", count=1) in alert
    assert "sans moi" not in alert  # nobody reads it who does not ask to
    await stage.press("sacha", SAY("button-read-joined"))
    read = stage.answers["sacha"][-1]
    assert isinstance(read, Screen)
    quoted = [each for card in read.cards for each in card.blocks if isinstance(each, Quote)]
    assert quoted == [Quote(HARSH, by="Nadia")]
    for words in ("Bonjour", "Je n’ai rien fait."):
        assert words not in shown_text(read)


async def test_what_was_joined_is_read_until_somebody_decided(stage: StageDriver) -> None:
    await spoken(stage)
    await stage.press("camille", SAY("button-report"))
    await stage.fill("camille", joined=await ids(stage, HARSH))
    await stage.settled()
    await settle(stage, "handled")
    await stage.command("sacha", "fiche", question="")
    assert SAY("button-read-joined") not in await stage.buttons("sacha")
    [request] = await stage.desk.conversations(stage.actor("nadia"), Party.MENTOR)
    read = Gesture("report.show", "", {"value": f"{request.id}|requester"})
    answer = await stage.desk.handle(stage.actor("sacha"), read)
    assert isinstance(answer, Screen)
    assert "sans moi" not in shown_text(answer)


async def test_mentor_joins_masked_words_of_the_other_side_only(stage: StageDriver) -> None:
    await spoken(stage)
    await stage.press("nadia", SAY("button-report"))
    theirs, ours = await ids(stage, "Je n’ai rien fait."), await ids(stage, HARSH)
    assert await stage.options("nadia", "joined") == list(theirs)
    await stage.fill("nadia", joined=(*theirs, *ours))
    await stage.settled()
    await stage.press("sacha", SAY("button-read-joined"))
    read = stage.last_answer("sacha")
    assert "Je n’ai rien fait." in read
    assert HARSH not in read
    assert "Camille" not in read


async def test_what_its_author_took_back_is_read_no_more(stage: StageDriver) -> None:
    harsh = await spoken(stage)
    await stage.press("camille", SAY("button-report"))
    await stage.fill("camille", joined=await ids(stage, HARSH))
    await stage.settled()
    await stage.unwrite("nadia", harsh)
    await stage.settled()
    await stage.press("sacha", SAY("button-read-joined"))
    read = stage.last_answer("sacha")
    assert "sans moi" not in read
    assert SAY("message-deleted") in read


async def test_reporting_again_joins_more_to_what_waits(stage: StageDriver) -> None:
    await spoken(stage)
    for words in (HARSH, "Bonjour"):
        await stage.press("camille", SAY("button-report"))
        await stage.fill("camille", joined=await ids(stage, words))
        await stage.settled()
    assert SAY("report-joined", count=2) in await stage.view("sacha")
    assert f"{SAY('desk-reports')}: 1" in await desk(stage)


async def test_the_alert_shows_that_somebody_looked(stage: StageDriver) -> None:
    await reported(stage)
    await settle(stage, "handled")
    await stage.command("sacha", "fiche", question="")
    assert SAY("report-handled") in await stage.view("sacha")
    assert SAY("button-settle") not in await stage.buttons("sacha")


async def test_reporting_twice_before_anybody_looked_is_reporting_once(
    stage: StageDriver,
) -> None:
    await reported(stage)
    await stage.press("camille", SAY("button-report"))
    await stage.settled()
    assert f"{SAY('desk-reports')}: 1" in await desk(stage)
    await stage.press("nadia", SAY("button-report"))
    await stage.settled()
    assert f"{SAY('desk-reports')}: 2" in await desk(stage)


async def test_a_report_is_settled_once_and_can_come_again(stage: StageDriver) -> None:
    await reported(stage)
    [request] = await stage.desk.conversations(stage.actor("nadia"), Party.MENTOR)
    await settle(stage, "dismissed")
    again = Gesture("report.settle", f"{request.id}|requester", {"outcome": "handled"})
    answer = await stage.desk.handle(stage.actor("sacha"), again)
    assert isinstance(answer, Screen)
    assert SAY("refusal-report-settled") in shown_text(answer)
    await stage.press("camille", SAY("button-report"))
    await stage.settled()
    assert f"{SAY('desk-reports')}: 1" in await desk(stage)


async def test_a_report_goes_with_the_request(stage: StageDriver) -> None:
    await reported(stage)
    await stage.command("camille", "boite")
    await stage.press("camille", SAY("button-erase"))
    await stage.press("camille", SAY("button-erase-yes"))
    await stage.settled()
    assert SAY("reports-none") in await desk(stage, "button-reports")


async def test_the_desk_begins_with_who_waits_the_longest(stage: StageDriver) -> None:
    for who in ("camille", "louis"):
        await stage.command(who, "crise")
        await stage.fill(who, text="On se fait insulter sous notre publication.")
        await stage.press(who, SAY("button-publish"))
        await stage.settled()
        await stage.jump(3600)
    seen = await desk(stage)
    [line] = [each for each in seen.splitlines() if each.startswith(SAY("desk-oldest"))]
    name = line.removeprefix(f"{SAY('desk-oldest')}: ").partition(",")[0]
    assert line.endswith("il y a 2 heures")
    await stage.press("sacha", SAY("button-look-at", name=name))
    looked = stage.last_answer("sacha")
    assert SAY("alert-looked-at") in looked
    assert "On se fait insulter" in looked
