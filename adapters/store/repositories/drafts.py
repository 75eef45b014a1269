"""The stories on their way to the casebook, sealed with the key of their request."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import insert, select, update

from adapters.store.codec import seal, unseal
from adapters.store.once import Row
from adapters.store.schema import drafts, requests
from adapters.store.work import Work
from bot.domain.case_draft import CaseDraft, Stage
from bot.domain.errors import Conflict, NotFound
from bot.domain.ids import CommunityId, DraftId, RequestId
from bot.ports.vault import WrappedKey

_OPENABLE = select(drafts, requests.c.words_key).join(requests, requests.c.id == drafts.c.request)


class SqlDrafts:
    """Keeps drafts: one a request."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def add(self, draft: CaseDraft) -> None:
        key = await self._work.words_key(draft.request)
        row = {
            "id": draft.id,
            "request": draft.request,
            "community": draft.community,
            "stage": draft.stage.value,
            "version": draft.version,
            "sealed": self._sealed(key, draft),
        }
        await self._work.db.write(insert(drafts).values(row))
        self._work.tell(draft.events)

    async def save(self, draft: CaseDraft) -> None:
        key = await self._work.words_key(draft.request)
        same = (drafts.c.id == draft.id, drafts.c.version == draft.version)
        values = {
            "stage": draft.stage.value,
            "version": draft.version + 1,
            "sealed": self._sealed(key, draft),
        }
        if await self._work.db.write(update(drafts).where(*same).values(values)) != 1:
            raise Conflict("saved meanwhile")
        draft.version += 1
        self._work.tell(draft.events)

    async def get(self, draft: DraftId) -> CaseDraft:
        row = await self._work.db.row(_OPENABLE.where(drafts.c.id == draft))
        if row is None:
            raise NotFound
        return self._opened(row)

    async def of(self, request: RequestId) -> CaseDraft | None:
        row = await self._work.db.row(_OPENABLE.where(drafts.c.request == request))
        return self._opened(row) if row else None

    async def awaiting_review(self, community: CommunityId) -> Sequence[CaseDraft]:
        waiting = (drafts.c.community == community, drafts.c.stage == Stage.AGREED.value)
        rows = await self._work.db.rows(_OPENABLE.where(*waiting).order_by(drafts.c.position))
        return [self._opened(row) for row in rows]

    def _sealed(self, key: WrappedKey, draft: CaseDraft) -> bytes:
        plain = replace(draft, version=0, events=[])
        return seal(self._work.vault, key, plain, "drafts", draft.id)

    def _opened(self, row: Row) -> CaseDraft:
        key, place = WrappedKey(row["words_key"]), ("drafts", row["id"])
        draft = unseal(self._work.vault, key, CaseDraft, row["sealed"], *place)
        draft.version = row["version"]
        return draft
