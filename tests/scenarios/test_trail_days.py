"""What a requester does by themselves is in the trail by its day, never by its minute."""

import csv
import io

from bot.wording import load
from tests.contracts.platforms.stage import StageDriver

SAY = load(strict=True)["fr"]


async def asked(stage: StageDriver, who: str) -> None:
    await stage.command(who, "crise")
    await stage.fill(who, text="On se fait insulter sous notre publication.")
    await stage.press(who, SAY("button-publish"))
    await stage.settled()
    stage.clock.advance(hours=1)


async def trail(stage: StageDriver) -> list[dict[str, str]]:
    """Return the trail's lines, newest first, as they are exported."""
    await stage.command("sacha", "entraide")
    await stage.press("sacha", SAY("button-trail"))
    await stage.press("sacha", SAY("button-csv"))
    text = (await stage.files("sacha"))["entraide-trail.csv"]
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def hours(lines: list[dict[str, str]], what: str) -> list[str]:
    at, named = SAY("trail-at"), SAY("trail-what")
    return [line[at] for line in lines if line[named] == SAY(f"trail-{what}")]


async def test_withdrawals_erasures_and_reports_have_a_day_and_no_minute(
    stage: StageDriver,
) -> None:
    day = stage.clock.now().date().isoformat()
    await asked(stage, "camille")
    await stage.press("camille", SAY("button-withdraw"))
    await stage.settled()
    await asked(stage, "louis")
    await stage.press("nadia", SAY("button-claim"))
    await stage.settled()
    await stage.press("louis", SAY("button-report"))
    await stage.settled()
    await stage.command("louis", "boite")
    await stage.press("louis", SAY("button-erase"))
    await stage.press("louis", SAY("button-erase-yes"))
    await stage.settled()
    lines = await trail(stage)
    for what in ("request-withdrawn", "request-reported", "request-erased"):
        assert hours(lines, what) == [day], what
    assert all(len(at) > len(day) for at in hours(lines, "request-published"))


async def test_a_line_without_a_minute_gets_none_from_its_neighbours(stage: StageDriver) -> None:
    await asked(stage, "camille")
    await stage.press("camille", SAY("button-withdraw"))
    await stage.settled()
    await asked(stage, "louis")
    lines = await trail(stage)
    assert lines[-1][SAY("trail-what")] == SAY("trail-request-withdrawn"), "at its day's beginning"
