"""One community on Slack and elsewhere: cards on both, one claim, a relay that nobody notices."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from bot.domain.community import Channel, Space
from bot.domain.people import Actor, Address
from bot.domain.vocabulary import Category
from bot.ui.forms import Gesture
from tests.adapters.slack.story import SAY, publish
from tests.contracts.platforms.slack import Grounds, open_grounds
from tests.contracts.platforms.stage import StageDriver, StageMessenger

Memory = tuple[KnowledgeSearch, KnowledgeTriage]


@dataclass(frozen=True, slots=True)
class Both:
    """Slack, and a second platform without any SDK."""

    grounds: Grounds
    other: StageDriver


@pytest.fixture
async def both(memory: Memory, tmp_path: Path) -> AsyncIterator[Both]:
    messenger = StageMessenger()
    async with open_grounds(memory, tmp_path, others={"web": messenger}) as grounds:
        driver = grounds.driver
        other = StageDriver(
            grounds.desk,
            messenger,
            grounds.community,
            driver.settle,
            driver.pass_time,
            driver.clock,
        )
        await link(grounds)
        await grounds.driver.settled()
        yield Both(grounds, other)


async def link(grounds: Grounds) -> None:
    """Give the community a second space, with Yann as a mentor of it."""
    async with grounds.tools.uow() as uow:
        community = await uow.communities.get(grounds.community)
        second = Space("web", "sandbox", {channel: channel.value for channel in Channel})
        await uow.communities.save(replace(community, spaces=(*community.spaces, second)))
        await uow.commit()
    yann = Actor(Address("web", "sandbox", "yann"), grounds.community, "fr", "Yannick")
    sacha = Actor(Address("web", "sandbox", "sacha"), grounds.community, "fr", "Sacha", True)
    profile: dict[str, str | tuple[str, ...]] = {
        "display_name": "Yannick",
        "experience": "Dix ans",
        "categories": (Category.BLUNDER.value,),
        "languages": ("fr",),
        "capacity": "3",
    }
    await grounds.desk.handle(yann, Gesture("mentor.apply", "new", profile))
    async with grounds.tools.uow() as uow:
        mentor = await uow.mentors.at(grounds.community, yann.address)
    assert mentor is not None
    await grounds.desk.handle(sacha, Gesture("mentor.decide", mentor.id, {"value": "yes"}))


async def test_card_is_on_both_and_the_first_claim_wins_everywhere(both: Both) -> None:
    slack = both.grounds.driver
    await publish(slack)
    assert "compte de la mairie" in await slack.view("louis")
    assert "compte de la mairie" in await both.other.view("louis")
    await both.other.press("yann", SAY("button-claim"))
    await slack.settled()
    assert "Yannick" in await slack.view("louis")
    assert SAY("button-claim") not in await slack.buttons("nadia")


async def test_conversation_crosses_with_edits_deletions_and_no_name(both: Both) -> None:
    slack, other = both.grounds.driver, both.other
    await publish(slack)
    await other.press("yann", SAY("button-claim"))
    await slack.settled()
    greeting = await other.write("yann", "Bonjour, *vraiment* <b>là</b> & disponible 🙂")
    await slack.settled()
    assert "Bonjour, *vraiment* <b>là</b> & disponible 🙂" in await slack.view("camille")
    message = await slack.write("camille", "Merci <@UNADIA>, Zed est furieux & moi aussi")
    await slack.settled()
    seen = await other.view("yann")
    assert "est furieux & moi aussi" in seen
    assert [mark for mark in ("UCAMILLE", "camille", "Zed", "slack") if mark in seen] == []
    await slack.rewrite("camille", message, "Tout est calme")
    await other.unwrite("yann", greeting)
    await slack.settled()
    assert "Tout est calme" in await other.view("yann")
    assert "vraiment" not in await slack.view("camille")


async def test_mentor_on_slack_helps_somebody_elsewhere(both: Both) -> None:
    slack, other = both.grounds.driver, both.other
    await other.command("camille", "crise")
    await other.fill("camille", text="On nous insulte partout depuis hier", urgency="now")
    await other.press("camille", SAY("button-publish"))
    await slack.settled()
    await slack.press("nadia", SAY("button-claim"))
    await slack.settled()
    await slack.write("nadia", "Je suis là, lisez <ceci> :pray:")
    await slack.settled()
    assert "Je suis là, lisez <ceci> 🙏" in await other.view("camille")
