"""What people are told of keeping, hosting and erasing is what is so, on every platform."""

from bot.wording import Wording
from tests.contracts.platforms.driver import Driver
from tests.contracts.platforms.test_conversations import (
    claimed,
    command,
    resolved,
    say,
    speaking,
)
from tests.contracts.platforms.test_moderators import open_setup

FIXTURES = (say,)  # no `__all__`: Discord plays all of this by `import *`

DAY = 24 * 3600.0


async def keep_for(driver: Driver, say: Wording, **lengths: str) -> None:
    await open_setup(driver, say)
    await driver.press("sacha", say("button-retention"))
    await driver.fill("sacha", **lengths)


async def test_the_end_and_the_privacy_page_tell_the_communitys_own_delays(
    driver: Driver, say: Wording
) -> None:
    await keep_for(driver, say, identity="3 j", transcript="36 h 4 j")
    await resolved(driver, say)
    seen, kept = await driver.view("camille"), say("length-days", count=3)
    assert say("closed", identity=kept) in seen
    assert say("ended-footnote", identity=kept) in seen
    await driver.command("camille", command("confidentialite", say.language))
    told = say("privacy-retention", identity=kept, transcript=say("length-hours", count=132))
    assert told in await driver.view("camille")


async def test_the_warning_of_silence_counts_as_the_community_does(
    driver: Driver, say: Wording
) -> None:
    await keep_for(driver, say, silence="6 j", identity="7 j", transcript="30 j")
    await claimed(driver, say)
    await driver.write("nadia", "Bonjour, je suis là.")
    await driver.settled()
    await driver.later(4 * DAY + 60)
    since, left = (say("length-days", count=days) for days in (4, 2))
    assert say("silence-warning", since=since, left=left) in await driver.view("camille")


async def test_who_can_know_is_said_by_name_before_anything_is_written(
    driver: Driver, say: Wording
) -> None:
    await speaking(driver, say, "camille")
    await driver.command("camille", command("crise", say.language))
    seen = await driver.view("camille")
    assert say("host-unknown") in seen
    assert say("host-administers") in seen
    await driver.command("camille", command("confidentialite", say.language))
    assert say("host-administers") in await driver.view("camille")


async def test_who_keeps_nothing_here_is_told_so(driver: Driver, say: Wording) -> None:
    await speaking(driver, say, "louis")
    await driver.command("louis", command("confidentialite", say.language))
    await driver.press("louis", say("button-my-data"))
    assert say("my-data-none") in await driver.view("louis")


async def test_a_mentors_profile_is_given_and_erased_too(driver: Driver, say: Wording) -> None:
    await claimed(driver, say)
    await driver.command("nadia", command("confidentialite", say.language))
    await driver.press("nadia", say("button-my-data"))
    given = "".join([await driver.view("nadia"), *(await driver.files("nadia")).values()])
    assert '"display_name": "Nadia"' in given
    await driver.command("nadia", command("confidentialite", say.language))
    await driver.press("nadia", say("button-erase-all"))
    assert say("erase-all-text") in await driver.view("nadia")
    await driver.press("nadia", say("button-erase-yes"))
    await driver.settled()
    assert say("erased-all") in await driver.view("nadia")
    assert say("news-released-left", name="") in await driver.view("camille")
    for who in ("sacha", "louis"):
        assert "Nadia" not in await driver.view(who), who
    await driver.command("nadia", "mentor")
    assert say("profile-title") in await driver.view("nadia")
