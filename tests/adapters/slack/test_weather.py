"""Slack is slow, full or away: what is to be said is said in the end, once and in order."""

import pytest

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from bot.domain.community import Channel
from tests.adapters.slack.story import SAY, claimed, publish
from tests.contracts.platforms.slack import Grounds
from tests.fakes.slack_wire.server import Failure

Memory = tuple[KnowledgeSearch, KnowledgeTriage]


def cards(grounds: Grounds) -> int:
    shown = [m for m in grounds.workspace.messages.values() if m.channel == "CHELP"]
    return len(shown)


async def test_retry_after_is_honoured_then_the_card_comes_once(grounds: Grounds) -> None:
    driver = grounds.driver
    await driver.command("camille", "crise")
    await driver.fill("camille", text="On nous insulte partout", urgency="now")
    grounds.server.fail("chat.postMessage", *[Failure(429, "ratelimited", 90)] * 3)
    await driver.press("camille", SAY("button-publish"))
    await driver.settled()
    assert cards(grounds) == 0
    calls = len(grounds.server.calls("chat.postMessage"))
    driver.clock.advance(seconds=30)
    await driver.settled()
    assert len(grounds.server.calls("chat.postMessage")) == calls
    await driver.later(5 * 60)
    assert cards(grounds) == 1


@pytest.mark.parametrize("failure", [Failure(503), Failure(200, "internal_error")])
async def test_outage_delays_and_loses_nothing(grounds: Grounds, failure: Failure) -> None:
    driver = grounds.driver
    grounds.server.fail("chat.postMessage", *[failure] * 4)
    await publish(driver)
    await driver.later(10 * 60)
    assert cards(grounds) == 1
    assert "compte de la mairie" in await driver.view("louis")


async def test_socket_that_slack_closes_is_opened_again(grounds: Grounds) -> None:
    driver = grounds.driver
    await grounds.server.drop()
    await driver.command("louis", "fiche")
    assert len(grounds.server.calls("apps.connections.open")) == 2
    assert SAY("playbooks-title") in await driver.view("louis")


async def test_late_click_is_nobodys_fault(grounds: Grounds) -> None:
    driver = grounds.driver
    grounds.server.fail("views.open", Failure(200, "expired_trigger_id"))
    await driver.command("louis", "crise")
    assert grounds.workspace.members["ULOUIS"].stack == []
    await driver.command("louis", "crise")
    assert (await driver._form("louis")).act == "request.draft"


async def test_without_a_mentors_channel_the_thread_is_in_direct_messages(
    grounds: Grounds,
) -> None:
    driver = grounds.driver
    async with grounds.tools.uow() as uow:
        community = await uow.communities.get(grounds.community)
        (space,) = community.spaces
        del space.channels[Channel.MENTORS]  # type: ignore[attr-defined]
        await uow.communities.save(community)
        await uow.commit()
    await claimed(driver)
    await driver.write("camille", "Vous êtes là ?")
    await driver.settled()
    last = grounds.server.calls("chat.postMessage")[-1]
    assert last["channel"] == "DNADIA"
    await driver.press("nadia", SAY("button-reply"))
    await driver.fill("nadia", text="Oui, je lis.")
    await driver.settled()
    assert "Oui, je lis." in await driver.view("camille")
