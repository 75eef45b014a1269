"""What moderators do with `/entraide`, the same on every platform."""

import csv
import io
import re

from bot.wording import Wording
from tests.contracts.platforms.driver import Driver
from tests.contracts.platforms.test_conversations import (
    WORDINGS,
    ask,
    claimed,
    command,
    publish,
    resolved,
    say,
    speaking,
)

FIXTURES = (say,)  # no `__all__`: Discord plays all of this by `import *`


async def open_setup(driver: Driver, say: Wording) -> None:
    await speaking(driver, say, "sacha")
    await driver.command("sacha", "entraide")
    await driver.press("sacha", say("button-setup"))


async def test_setup_says_what_is_chosen_and_that_nothing_is_missing(
    driver: Driver, say: Wording
) -> None:
    await open_setup(driver, say)
    seen = await driver.view("sacha")
    assert say("setup-all-well") in seen
    assert say("setup-not-chosen") not in seen
    assert say("setup-few", people=20) not in seen


async def test_delays_are_changed_in_words(driver: Driver, say: Wording) -> None:
    await open_setup(driver, say)
    await driver.choose("sacha", say("urgency-now"))
    await driver.fill("sacha", second="4 min", everyone="1 h", moderators="2h30")
    assert say("unit-minutes", count=150) in await driver.view("sacha")


async def test_delays_that_make_no_sense_come_back_with_what_was_typed(
    driver: Driver, say: Wording
) -> None:
    await open_setup(driver, say)
    await driver.choose("sacha", say("urgency-now"))
    await driver.fill("sacha", second="bientôt", everyone="plus tard")
    assert (await driver.view("sacha")).count(say("fault-duration")) == 2
    assert (await driver.form_values("sacha"))["second"] == "bientôt"


async def test_delays_follow_one_another(driver: Driver, say: Wording) -> None:
    await open_setup(driver, say)
    await driver.choose("sacha", say("urgency-now"))
    await driver.fill("sacha", everyone="2 min")
    assert say("fault-duration-order") in await driver.view("sacha")


async def test_channels_stay_as_they_are_when_only_the_name_changes(
    driver: Driver, say: Wording
) -> None:
    await open_setup(driver, say)
    await driver.press("sacha", say("button-channels"))
    await driver.fill("sacha", name="Les veilleurs")
    seen = await driver.view("sacha")
    assert say("setup-title", name="Les veilleurs") in seen
    assert say("setup-not-chosen") not in seen


async def test_retention_is_changed(driver: Driver, say: Wording) -> None:
    await open_setup(driver, say)
    await driver.press("sacha", say("button-retention"))
    await driver.fill("sacha", identity="3 j", transcript="10 d")
    seen = await driver.view("sacha")
    assert say("unit-days", count=10) in seen


async def test_the_clock_and_the_moderators_address_are_set_and_shown(
    driver: Driver, say: Wording
) -> None:
    await open_setup(driver, say)
    await driver.press("sacha", say("button-local"))
    await driver.fill("sacha", time_zone="Mars/Olympus")
    assert say("fault-time-zone") in await driver.view("sacha")
    await driver.fill("sacha", time_zone="Indian/Reunion", contact="le salon des modérateurs")
    assert "Indian/Reunion" in await driver.view("sacha")
    await speaking(driver, say, "camille")
    await driver.command("camille", command("confidentialite", say.language))
    seen = await driver.view("camille")
    assert say("privacy-contact", contact="le salon des modérateurs") in seen


async def test_setup_is_for_moderators(driver: Driver, say: Wording) -> None:
    await speaking(driver, say, "camille")
    await driver.command("camille", "entraide")
    assert say("refusal-not-a-moderator") in await driver.view("camille")


async def test_trail_tells_who_took_what_and_never_who_asked(driver: Driver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.command("sacha", "entraide")
    await driver.press("sacha", say("button-trail"))
    seen = await driver.view("sacha")
    assert say("trail-request-published") in seen
    assert say("trail-request-claimed") in seen
    assert say("trail-wave-reached", wave="1") in seen
    assert "Camille" not in seen
    assert "blague" not in seen.partition(say("trail-title"))[2]


async def test_an_author_is_blocked_blind_and_the_block_is_lifted(
    driver: Driver, say: Wording
) -> None:
    await claimed(driver, say)
    await driver.press("nadia", say("button-report"))
    await driver.settled()
    await driver.press("sacha", WORDINGS["fr"]("button-block"))
    await driver.fill("sacha", length="lifted", reason="Insultes.")
    await driver.settled()
    await ask(driver, say)
    refused, _, turn_to = say("refusal-blocked", community="|").partition("|")
    seen = await driver.view("camille")
    assert refused in seen
    assert turn_to in seen
    await driver.command("sacha", "entraide")
    await driver.press("sacha", say("button-blocks"))
    seen = await driver.view("sacha")
    assert say("block-lifted") in seen
    assert "Camille" not in seen
    found = re.search(r"(\w+-\w+)(?:\W|Motif|Reason)+Insultes", seen)
    assert found, seen
    await driver.choose("sacha", f"{found[1]} (Insultes.)")
    await ask(driver, say)
    assert say("preview-title") in await driver.view("camille")


async def test_a_report_is_looked_at_and_who_reported_is_told(driver: Driver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.press("camille", say("button-report"))
    await driver.settled()
    await driver.command("sacha", "entraide")
    await driver.press("sacha", say("button-reports"))
    assert say("reported-by-requester") in await driver.view("sacha")
    await driver.press("sacha", WORDINGS["fr"]("button-settle"))
    await driver.fill("sacha", outcome="handled", word="Merci, c'est vu.")
    await driver.settled()
    seen = await driver.view("camille")
    assert say("report-answer-handled") in seen
    assert "c'est vu." in seen
    assert "c'est vu." not in await driver.view("nadia")


async def test_digest_comes_once_a_week_with_its_picture(driver: Driver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.jump(7 * 86_400)
    title = WORDINGS["fr"]("digest-title", day="").strip()
    seen = await driver.view("sacha")
    assert title in seen
    assert WORDINGS["fr"]("digest-untold") in seen
    assert title not in await driver.view("camille")
    await driver.jump(3600)
    assert (await driver.view("sacha")).count(title) == seen.count(title)


async def test_weeks_are_given_as_a_file_with_all_that_the_pictures_tell(
    driver: Driver, say: Wording
) -> None:
    await claimed(driver, say)
    await driver.jump(7 * 86_400)
    await driver.command("sacha", "entraide")
    await driver.press("sacha", say("button-weeks"))
    await driver.press("sacha", say("button-csv"))
    [week] = rows((await driver.files("sacha"))["entraide-weeks.csv"])
    waited = say("digest-wait-minutes", urgency=say("urgency-now"))
    assert week[waited] == week[say("digest-load")] == say("digest-less")
    assert week[say("digest-published")] == say("digest-untold")
    assert say("category-boulette") in week
    assert "entraide-weeks.csv" not in await driver.files("camille")


async def test_the_trail_is_given_as_a_file_to_moderators_alone(
    driver: Driver, say: Wording
) -> None:
    await claimed(driver, say)
    await driver.jump(40 * 86_400)
    await driver.command("sacha", "entraide")
    await driver.press("sacha", say("button-trail"))
    await publish(driver, say)
    await driver.command("sacha", "entraide")
    await driver.press("sacha", say("button-trail"))
    await driver.press("sacha", say("button-csv"))
    told = [
        row[say("trail-what")] for row in rows((await driver.files("sacha"))["entraide-trail.csv"])
    ]
    assert told.count(say("trail-request-published")) == 2, "older than the page shows"
    assert "entraide-trail.csv" not in await driver.files("nadia")


def rows(text: str) -> list[dict[str, str]]:
    """Return a file as a spreadsheet reads it."""
    assert text.startswith("\ufeff"), "without the mark, accents are read as something else"
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


async def test_a_published_case_is_corrected_for_everybody(driver: Driver, say: Wording) -> None:
    await resolved(driver, say)
    await driver.press("camille", say("button-debrief"))
    await driver.fill(
        "camille", title="Blague mairie", response="Rien.", outcome="Bien.", lessons="Dormir."
    )
    await driver.press("camille", say("button-agree"))
    await driver.settled()
    await driver.press("sacha", WORDINGS["fr"]("button-publish-case"))
    await driver.press("sacha", say("button-read-case"))
    await driver.press("sacha", say("button-correct"))
    await driver.fill("sacha", outcome="Corrigé par zed@zed.example.")
    await driver.press("sacha", say("button-read-case"))
    seen = await driver.view("sacha")
    assert "Corrigé par" in seen
    assert "zed@zed.example" not in seen
    await driver.command("louis", command("cas", say.language), question="cas-blague-mairie")
    assert "Corrigé par" in await driver.view("louis")
    assert say("button-correct") not in await driver.buttons("louis")


async def test_spaces_say_where_the_community_lives_and_give_a_code(
    driver: Driver, say: Wording
) -> None:
    await speaking(driver, say, "sacha")
    await driver.command("sacha", "entraide")
    await driver.press("sacha", say("button-spaces"))
    seen = await driver.view("sacha")
    assert say("spaces-set") in seen
    assert say("spaces-here") in seen
    await driver.press("sacha", say("button-space-code"))
    assert say("space-code-title", code="").strip() in await driver.view("sacha")


async def test_moderators_who_ask_read_the_messages_that_a_report_joins(
    driver: Driver, say: Wording
) -> None:
    await claimed(driver, say)
    await driver.write("nadia", "Voyez donc un avocat.")
    await driver.settled()
    await driver.press("camille", say("button-report"))
    [message] = await driver.options("camille", "joined")
    await driver.fill("camille", joined=message)
    await driver.settled()
    assert "un avocat" not in await driver.view("sacha")
    await driver.press("sacha", WORDINGS["fr"]("button-read-joined"))
    assert "un avocat" in await driver.view("sacha")
