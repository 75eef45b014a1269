"""What the page remembers of its visitors: their language, how far they came on the path."""

from adapters.web.sealed_file import SealedFile
from bot.domain.people import Language

PAGE = "the page itself"  # its own labels have a language too


class Choices:
    """Languages and steps; they outlive a restart and are the same in every browser."""

    def __init__(self, file: SealedFile) -> None:
        self._file = file

    async def language(self, person: str) -> Language:
        """Return the language in which a person reads: French until they choose."""
        query = "SELECT language FROM languages WHERE person = ?"
        rows = await self._file.rows(query, self._file.digest("person", person))
        return rows[0]["language"] if rows else "fr"

    async def speak(self, person: str, language: Language) -> None:
        """Note the language in which a person reads from now on."""
        digest = self._file.digest("person", person)
        async with self._file.change() as change:
            await change.do("INSERT OR REPLACE INTO languages VALUES (?, ?)", digest, language)

    async def steps(self) -> frozenset[str]:
        """Return the steps of the guided path that were taken."""
        return frozenset(row["name"] for row in await self._file.rows("SELECT name FROM steps"))

    async def take(self, step: str) -> None:
        """Tick off a step of the guided path."""
        if step not in await self.steps():
            async with self._file.change() as change:
                await change.do("INSERT OR IGNORE INTO steps VALUES (?)", step)
