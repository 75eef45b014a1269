"""When the store fails under somebody's words: they are marked, and their writer is told why."""

import io
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from bot.domain.people import LANGUAGES as ALL
from bot.domain.people import Language
from bot.wording import load
from tests.contracts.platforms.test_conversations import claimed
from tests.fakes.discord_wire.driver import DiscordDriver
from tests.fakes.discord_wire.platform import open_discord
from tests.fakes.stubborn import Stubborn, open_stubborn

SAYS = load(strict=True)
LANGUAGES = pytest.mark.parametrize("language", ALL)
CODE = re.compile(r"\b[0-9a-f]{8}\b")
BOTH = ("camille", "nadia")  # who asked writes in private, who helps in the thread


@dataclass(frozen=True, slots=True)
class Scene:
    """A conversation on Discord, on a database that can be spoiled."""

    driver: DiscordDriver
    database: Stubborn

    async def begun(self, language: Language) -> None:
        """Let Camille, who speaks a language, talk with Nadia, whose community does too."""
        async with self.driver.house.tools.uow() as uow:
            (community,) = await uow.communities.all()
            community.language = language
            await uow.communities.save(community)
            await uow.commit()
        await claimed(self.driver, SAYS[language])

    def marks(self, handle: str) -> list[str]:
        place, _, number = handle.partition("/")
        return self.driver.wire.town.reactions.get((place, number), [])

    async def told(self, who: str, key: str, language: Language) -> str:
        """Return the code of the one incident that somebody was told of."""
        seen, say = await self.driver.view(who), SAYS[language]
        assert seen.count(say(f"{key}-title")) == 1
        code: str = CODE.findall(seen)[-1]
        assert say(key, code=code) in seen
        return code


@pytest.fixture
async def scene(
    log: io.StringIO, memory: tuple[KnowledgeSearch, KnowledgeTriage], tmp_path: Path
) -> AsyncIterator[Scene]:
    async with (
        open_stubborn(tmp_path) as database,
        open_discord(memory, tmp_path, database=database) as driver,
    ):
        yield Scene(driver, database)


@LANGUAGES
@pytest.mark.parametrize("who", BOTH)
async def test_message_that_the_store_refuses_is_marked_and_its_writer_told(
    scene: Scene, who: str, language: Language, log: io.StringIO
) -> None:
    await scene.begun(language)
    scene.database.refuse("messages")
    handle = await scene.driver.write(who, "Je suis là")
    assert scene.marks(handle) == ["⚠"]
    assert await scene.told(who, "unsent", language) in log.getvalue()
    assert "Je suis là" in await scene.driver.view(who)
    assert "Je suis là" not in log.getvalue()


@LANGUAGES
@pytest.mark.parametrize("who", BOTH)
async def test_message_is_marked_while_nothing_can_be_written(
    scene: Scene, who: str, language: Language
) -> None:
    await scene.begun(language)
    scene.database.refuse("kept", "messages")
    handle = await scene.driver.write(who, "Je suis là")
    assert scene.marks(handle) == ["⚠"]
    await scene.told(who, "unsent", language)


async def test_message_is_marked_while_nothing_can_be_read(scene: Scene) -> None:
    """Nobody knows in which language to speak: it is said in all of them."""
    await scene.begun("fr")
    scene.database.hide("kept", "messages", "communities")
    in_private = await scene.driver.write("camille", "Je suis là")
    in_thread = await scene.driver.write("nadia", "Je suis là")
    assert scene.marks(in_private) == scene.marks(in_thread) == ["⚠"]
    for language in ALL:
        assert SAYS[language]("unsent-title") in await scene.driver.view("camille")
        assert SAYS[language]("unsent-title") not in await scene.driver.view("nadia")


async def test_words_that_went_out_are_not_called_lost(scene: Scene) -> None:
    """What cannot be noted is how far the channel was read, after they were passed on."""
    await scene.begun("fr")
    scene.database.refuse("kept", when="(SELECT count(*) FROM messages) > 0")
    handle = await scene.driver.write("nadia", "Je suis là")
    assert SAYS["fr"]("unsent-title") not in await scene.driver.view("nadia")
    assert "⚠" not in scene.marks(handle)


@LANGUAGES
@pytest.mark.parametrize("who", BOTH)
async def test_change_that_the_store_refuses_is_told(
    scene: Scene, who: str, language: Language
) -> None:
    driver = scene.driver
    await scene.begun(language)
    other = next(each for each in BOTH if each != who)
    handle = await driver.write(who, "Bonjour")
    await driver.settled()
    scene.database.refuse("messages")
    await driver.rewrite(who, handle, "Bonsoir")
    assert scene.marks(handle) == ["⚠"]
    await scene.told(who, "unchanged", language)
    assert "Bonjour" in await driver.view(other)
    scene.database.accept("messages")
    await driver.rewrite(who, handle, "Bonsoir à vous")
    await driver.settled()
    assert scene.marks(handle) == ["✅"]
    assert "Bonsoir à vous" in await driver.view(other)


@LANGUAGES
@pytest.mark.parametrize("who", BOTH)
async def test_deletion_that_the_store_refuses_is_told(
    scene: Scene, who: str, language: Language
) -> None:
    driver = scene.driver
    await scene.begun(language)
    other = next(each for each in BOTH if each != who)
    handle = await driver.write(who, "Un mot de trop")
    await driver.settled()
    scene.database.refuse("messages")
    await driver.unwrite(who, handle)
    await scene.told(who, "undeleted", language)
    assert "Un mot de trop" in await driver.view(other)


async def test_deletion_that_failed_is_made_up_for_at_the_next_session(scene: Scene) -> None:
    driver = scene.driver
    await scene.begun("fr")
    handle = await driver.write("camille", "Un mot de trop")
    await driver.settled()
    scene.database.refuse("messages")
    await driver.unwrite("camille", handle)
    assert "Un mot de trop" in await driver.view("nadia")
    scene.database.accept("messages")
    await driver.stop()
    await _caught_up(driver)
    await driver.settled()
    assert "Un mot de trop" not in await driver.view("nadia")


async def test_note_between_mentors_is_nobodys_loss(scene: Scene) -> None:
    await scene.begun("fr")
    scene.database.refuse("kept", "messages")
    driver = scene.driver
    note = await driver.people["nadia"].write(driver.place_of("nadia"), "Note pour moi")
    await driver.dealt_with()
    assert scene.marks(f"{note['channel_id']}/{note['id']}") == []
    assert SAYS["fr"]("unsent-title") not in await driver.view("nadia")


async def test_what_fails_while_catching_up_is_marked_and_read_again(scene: Scene) -> None:
    driver = scene.driver
    await scene.begun("fr")
    await driver.stop()
    handles = [await driver.write("camille", text) for text in ("Un", "Deux")]
    scene.database.refuse("messages")
    await _caught_up(driver)
    assert [scene.marks(handle) for handle in handles] == [["⚠"], ["⚠"]]
    await driver.stop()
    scene.database.accept("messages")
    await _caught_up(driver)
    await driver.settled()
    seen = await driver.view("nadia")
    assert (seen.count("Un\n"), seen.count("Deux")) == (1, 1)
    assert [scene.marks(handle) for handle in handles] == [["✅"], ["✅"]]


async def _caught_up(driver: DiscordDriver) -> None:
    await driver.start(driver.house.client(driver.wire))
    await driver.followed.until(lambda: driver.followed.sessions == 1)
