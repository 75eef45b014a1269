"""Ready-made replies, sealed with the standing key."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, or_, select

from adapters.store.codec import seal, unseal
from adapters.store.schema import snippets
from adapters.store.work import Work
from bot.domain.ids import CommunityId, MentorId, SnippetId
from bot.domain.snippet import Snippet


class SqlSnippets:
    """Keeps snippets."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def add(self, snippet: Snippet) -> None:
        vault = self._work.vault
        row = {
            "id": snippet.id,
            "community": snippet.community,
            "mentor": snippet.mentor,
            "sealed": seal(vault, vault.standing_key(), snippet, "snippets", snippet.id),
        }
        await self._work.db.write(insert(snippets).values(row))

    async def remove(self, snippet: SnippetId) -> None:
        await self._work.db.write(delete(snippets).where(snippets.c.id == snippet))

    async def available(self, community: CommunityId, mentor: MentorId) -> Sequence[Snippet]:
        usable = or_(snippets.c.mentor == mentor, snippets.c.mentor.is_(None))
        here = select(snippets).where(snippets.c.community == community, usable)
        vault = self._work.vault
        return [
            unseal(vault, vault.standing_key(), Snippet, row["sealed"], "snippets", row["id"])
            for row in await self._work.db.rows(here.order_by(snippets.c.position))
        ]
