"""The role that a server gives its mentors: chosen in its own list, looked up when it counts."""

import pytest

from bot.domain.community import Channel
from bot.domain.premises import Lack, Missing
from bot.wording import load
from tests.adapters.discord.test_premises import missing
from tests.contracts.platforms.test_conversations import claimed, publish
from tests.fakes.discord_wire.driver import DiscordDriver
from tests.fakes.discord_wire.wire import Failure, Gate

SAY = load(strict=True)["fr"]


@pytest.fixture
async def role(driver: DiscordDriver) -> str:
    """The role of nadia and yann, which the moderator chose in the setup."""
    town = driver.wire.town
    role = town.add_role("Mentors")
    for who in ("nadia", "yann"):
        driver.people[who].user.roles.append(role)
    await driver.command("sacha", "entraide")
    await driver.press("sacha", SAY("button-setup"))
    await driver.press("sacha", SAY("setup-role"))
    await driver.fill("sacha", role=role)
    assert SAY("setup-all-well") in await driver.view("sacha")
    return role


async def test_who_lacks_the_role_cannot_offer_to_help(driver: DiscordDriver, role: str) -> None:
    await driver.command("louis", "mentor")
    assert SAY("refusal-role-needed") in await driver.view("louis")
    driver.people["louis"].user.roles.append(role)
    await driver.command("louis", "mentor")
    assert await driver.form_values("louis")


async def test_who_lost_the_role_claims_nothing_and_others_do(
    driver: DiscordDriver, role: str
) -> None:
    await publish(driver, SAY)
    driver.people["nadia"].user.roles.clear()
    await driver.press("nadia", SAY("button-claim"))
    assert SAY("refusal-role-lost") in await driver.view("nadia")
    await driver.press("yann", SAY("button-claim"))
    await driver.settled()
    assert "Yann" in await driver.view("camille")


async def test_who_left_the_server_is_not_asked(driver: DiscordDriver, role: str) -> None:
    nadia = driver.people["nadia"].user
    nadia.is_member = False
    await publish(driver, SAY)
    private = driver.wire.town.private_with(nadia.id)
    sent = [call for call in driver.wire.calls if call.path == f"/channels/{private.id}/messages"]
    assert len(sent) == 1, "only the welcome that came before"


async def test_a_role_that_was_deleted_is_told_and_dismisses_nobody(
    driver: DiscordDriver, role: str
) -> None:
    del driver.wire.town.roles[role]
    driver.people["nadia"].user.roles.clear()
    assert await missing(driver) == [Missing(Channel.MENTORS, Lack.ROLE)]
    await publish(driver, SAY)
    await driver.press("nadia", SAY("button-claim"))
    await driver.settled()
    assert "Nadia" in await driver.view("camille")


async def test_while_discord_is_out_of_reach_nobody_is_dismissed(
    driver: DiscordDriver, role: str
) -> None:
    await publish(driver, SAY)
    nadia = driver.people["nadia"].user
    nadia.roles.clear()
    busy = {"retry_after": 40, "global": False, "message": "slow down"}
    path = rf"/guilds/\d+/members/{nadia.id}"
    driver.wire.failures.append(Failure("GET", path, 429, busy))
    await driver.press("nadia", SAY("button-claim"))
    await driver.settled()
    assert "Nadia" in await driver.view("camille")


async def test_who_lost_the_role_reads_nothing_more(driver: DiscordDriver, role: str) -> None:
    await claimed(driver, SAY)
    driver.people["nadia"].user.roles.clear()
    await driver.write("camille", "Ceci est pour la personne suivante")
    await driver.settled()
    assert SAY("refusal-nobody-reads") in await driver.view("camille")
    assert "personne suivante" not in await driver.view("nadia")


async def test_words_wait_for_no_slow_answer_about_a_role(driver: DiscordDriver, role: str) -> None:
    await claimed(driver, SAY)
    nadia = driver.people["nadia"].user
    nadia.roles.clear()
    gate = Gate("GET", rf"/guilds/\d+/members/{nadia.id}")
    driver.wire.gates.append(gate)
    await driver.write("camille", "Vous me lisez ?")
    await driver.settled()
    gate.open.set()
    assert "Vous me lisez ?" in await driver.view("nadia")
