"""When the store fails under somebody's words: they are marked, and their writer is told why."""

import asyncio
import io
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from bot.domain.casebook import Findings
from bot.domain.people import Language
from bot.wording import load
from tests.adapters.slack.story import STORY, claimed
from tests.adapters.slack.test_missed import reconnected
from tests.contracts.platforms.slack import Grounds, open_grounds
from tests.fakes.slack_wire.driver import SlackDriver
from tests.fakes.slack_wire.events import message_event
from tests.fakes.slack_wire.workspace import Message
from tests.fakes.stubborn import Stubborn, open_stubborn

Memory = tuple[KnowledgeSearch, KnowledgeTriage]
SAYS = load(strict=True)
LANGUAGES = pytest.mark.parametrize("language", ["fr", "en"])
CODE = re.compile(r"\b[0-9a-f]{8}\b")


@dataclass(frozen=True, slots=True)
class Scene:
    """A conversation on Slack, on a database that can be spoiled."""

    grounds: Grounds
    database: Stubborn

    @property
    def driver(self) -> SlackDriver:
        return self.grounds.driver

    def marks(self, handle: str) -> set[str]:
        channel, _, ts = handle.partition("/")
        return self.grounds.workspace.messages[channel, ts].reactions

    def told(self, who: str) -> list[Message]:
        """Return what somebody alone was told in a thread."""
        user = f"U{who.upper()}"
        return [m for m in self.grounds.workspace.messages.values() if m.only_for == user]


@pytest.fixture
async def scene(log: io.StringIO, memory: Memory, tmp_path: Path) -> AsyncIterator[Scene]:
    async with (
        open_stubborn(tmp_path) as database,
        open_grounds(
            memory, tmp_path, store=database.store, clock=database.clock, is_new=True
        ) as grounds,
    ):
        await claimed(grounds.driver)
        yield Scene(grounds, database)


async def said_once(scene: Scene, key: str, language: Language) -> str:
    """Return the code in the one thing that Nadia alone was told."""
    assert len(scene.told("nadia")) == 1
    text = await scene.driver.view("nadia")
    code: str = CODE.findall(text)[-1]
    say = SAYS[language]
    assert say(f"{key}-title") in text
    assert say(key, code=code) in text
    return code


@LANGUAGES
async def test_message_that_the_store_refuses_is_marked_and_its_writer_told(
    scene: Scene, language: Language, log: io.StringIO
) -> None:
    await scene.driver.speak("nadia", language)
    scene.database.refuse("messages")
    handle = await scene.driver.write("nadia", "Je suis là")
    assert scene.marks(handle) == {"warning"}
    assert await said_once(scene, "unsent", language) in log.getvalue()
    assert "Je suis là" in await scene.driver.view("nadia")
    assert "Je suis là" not in log.getvalue()


@LANGUAGES
async def test_message_is_marked_while_nothing_can_be_written(
    scene: Scene, language: Language
) -> None:
    await scene.driver.speak("nadia", language)
    scene.database.refuse("kept", "messages")
    handle = await scene.driver.write("nadia", "Je suis là")
    assert scene.marks(handle) == {"warning"}
    await said_once(scene, "unsent", language)


@LANGUAGES
async def test_message_is_marked_while_nothing_can_be_read(
    scene: Scene, language: Language
) -> None:
    await scene.driver.speak("nadia", language)
    scene.database.hide("kept", "messages", "communities")
    handle = await scene.driver.write("nadia", "Je suis là")
    assert scene.marks(handle) == {"warning"}
    await said_once(scene, "unsent", language)


async def test_same_event_may_come_again_and_then_goes_through_once(scene: Scene) -> None:
    driver = scene.driver
    scene.database.refuse("messages")
    handle = await driver.write("nadia", "Je suis là")
    channel, _, ts = handle.partition("/")
    written = scene.grounds.workspace.messages[channel, ts]
    scene.database.accept("messages")
    for _ in range(2):
        await driver.event(
            message_event(driver.workspace.team, written, "Je suis là"), event_id="EvAgain"
        )
    await driver.settled()
    assert (await driver.view("camille")).count("Je suis là") == 1
    assert scene.marks(handle) == {"white_check_mark"}


async def test_words_that_went_out_are_not_called_lost(scene: Scene) -> None:
    """What cannot be noted is the event itself, after its words were passed on."""
    scene.database.refuse("kept", when="(SELECT count(*) FROM messages) > 0")
    handle = await scene.driver.write("nadia", "Je suis là")
    assert scene.told("nadia") == []
    assert "warning" not in scene.marks(handle)


@LANGUAGES
async def test_change_that_the_store_refuses_is_told(scene: Scene, language: Language) -> None:
    driver = scene.driver
    await driver.speak("nadia", language)
    handle = await driver.write("nadia", "Bonjour")
    await driver.settled()
    scene.database.refuse("messages")
    await driver.rewrite("nadia", handle, "Bonsoir")
    assert scene.marks(handle) == {"warning"}
    await said_once(scene, "unchanged", language)
    assert "Bonjour" in await driver.view("camille")
    scene.database.accept("messages")
    await driver.rewrite("nadia", handle, "Bonsoir à vous")
    await driver.settled()
    assert scene.marks(handle) == {"white_check_mark"}
    assert "Bonsoir à vous" in await driver.view("camille")


@LANGUAGES
async def test_deletion_that_the_store_refuses_is_told(scene: Scene, language: Language) -> None:
    driver = scene.driver
    await driver.speak("nadia", language)
    handle = await driver.write("nadia", "Un mot de trop")
    await driver.settled()
    scene.database.refuse("messages")
    await driver.unwrite("nadia", handle)
    await said_once(scene, "undeleted", language)
    assert "Un mot de trop" in await driver.view("camille")


async def test_deletion_that_failed_is_made_up_for_at_the_next_socket(scene: Scene) -> None:
    driver = scene.driver
    handle = await driver.write("nadia", "Un mot de trop")
    await driver.settled()
    scene.database.refuse("messages")
    await driver.unwrite("nadia", handle)
    assert "Un mot de trop" in await driver.view("camille")
    scene.database.accept("messages")
    await reconnected(scene.grounds)
    assert "Un mot de trop" not in await driver.view("camille")


async def test_who_only_comments_is_told_nothing(scene: Scene) -> None:
    scene.database.refuse("kept", "messages")
    handle = await scene.driver.write("yann", "Bon courage")
    assert scene.told("yann") == []
    assert scene.marks(handle) == set()


@LANGUAGES
async def test_reply_at_home_stays_in_its_form(scene: Scene, language: Language) -> None:
    driver = scene.driver
    await driver.speak("camille", language)
    scene.database.refuse("messages")
    await driver.write("camille", "Vous êtes là ?")
    code = CODE.findall(await driver.view("camille"))[-1]
    assert SAYS[language]("incident", code=code) in await driver.view("camille")
    home = scene.grounds.workspace.members["UCAMILLE"].home
    assert "Vous êtes là" not in str(home)
    scene.database.accept("messages")
    await driver.fill("camille")
    await driver.settled()
    assert "Vous êtes là ?" in await driver.view("nadia")


@LANGUAGES
async def test_form_whose_answer_comes_late_and_fails_is_given_back_as_it_was(
    scene: Scene, language: Language
) -> None:
    driver = scene.driver
    await driver.speak("louis", language)
    gate, search = asyncio.Event(), scene.grounds.tools.search.search

    async def slow(*given: Any, **named: Any) -> Findings:
        await gate.wait()
        return await search(*given, **named)

    scene.grounds.tools.search.search = slow  # type: ignore[method-assign]
    await driver.command("louis", "crise")
    sending = asyncio.create_task(driver.fill("louis", text=STORY, urgency="today"))
    await _until_it_waits(driver, "louis", language)
    scene.database.refuse("kept")
    gate.set()
    await sending
    seen = await driver.view("louis")
    assert SAYS[language]("incident", code=CODE.findall(seen)[-1]) in seen
    assert (await driver.form_values("louis"))["text"] == STORY
    scene.database.accept("kept")
    await driver.fill("louis")
    assert SAYS[language]("button-publish") in await driver.buttons("louis")


async def test_form_with_a_fault_that_is_found_late_is_given_back_as_it_was(scene: Scene) -> None:
    driver = scene.driver
    await driver.write("camille", "Vous êtes là ?")
    await driver.settled()
    gate, is_blaming = asyncio.Event(), scene.grounds.tools.triage.is_blaming

    async def slow(reply: str) -> bool:
        await gate.wait()
        return await is_blaming(reply)

    scene.grounds.tools.triage.is_blaming = slow  # type: ignore[method-assign]
    await driver.press("nadia", SAYS["fr"]("button-reply"))
    sending = asyncio.create_task(driver.fill("nadia", text="  "))
    await _until_it_waits(driver, "nadia", "fr")
    gate.set()
    await sending
    assert SAYS["fr"]("fault-empty") in await driver.view("nadia")
    assert (await driver.form_values("nadia"))["text"] == "  "


async def _until_it_waits(driver: SlackDriver, who: str, language: Language) -> None:
    while SAYS[language]("slack-waiting") not in await driver.view(who):
        await asyncio.sleep(0.01)
