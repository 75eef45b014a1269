"""Everything that the page is made of, at hand for its handlers."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from adapters.web.album import Album
from adapters.web.choices import Choices
from adapters.web.feed import Feed, Place
from adapters.web.people import PEOPLE, Person, members_of
from adapters.web.render import Renderer
from adapters.web.sealed_file import SealedFile
from bot.domain.community import Channel
from bot.domain.errors import NotFound
from bot.domain.ids import CommunityId
from bot.domain.people import Actor, Language
from bot.ports.vault import Vault
from bot.wording import Wording


@dataclass(frozen=True, slots=True)
class Site:
    """The page's file, what is kept in it, and how things look."""

    file: SealedFile
    feed: Feed
    album: Album
    choices: Choices
    renderer: Renderer
    community: CommunityId

    @classmethod
    async def open(
        cls,
        path: Path,
        *,
        vault: Vault,
        wordings: Mapping[Language, Wording],
        community: CommunityId,
    ) -> Self:
        """Open the page's file and let everybody into the rooms and their own inbox."""
        file = await SealedFile.open(path, vault=vault)
        feed = Feed(file)
        for person in PEOPLE:
            await feed.admit(Place("inbox", owner=person), [person])
        for channel in Channel:
            await feed.admit(Place("room", channel=channel), members_of(channel))
        return cls(file, feed, Album(file), Choices(file), Renderer(wordings), community)

    async def close(self) -> None:
        """Let go of the file."""
        await self.file.close()

    async def actor(self, person: Person) -> Actor:
        """Return somebody as the help desk knows people."""
        return person.actor(self.community, await self.choices.language(person.id))


def person_named(name: str) -> Person:
    """Return somebody of the sandbox; raises ``NotFound`` for everybody else."""
    if name not in PEOPLE:
        raise NotFound
    return PEOPLE[name]
