"""The conversations: each message sealed with its request's key, in order, without a clock."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import (
    Select,
    Table,
    bindparam,
    delete,
    func,
    insert,
    select,
    update,
)

from adapters.store.codec import seal, unseal
from adapters.store.once import Row, once
from adapters.store.schema import messages, pictures, requests
from adapters.store.vault import FileVault
from adapters.store.work import Work
from bot.domain.errors import Conflict, NotFound
from bot.domain.ids import AttachmentId, MessageId, RequestId
from bot.domain.relay import Picture, RelayMessage
from bot.ports.vault import WrappedKey


def _with_key(table: Table) -> Select[Any]:
    return select(table, requests.c.words_key).join(requests, requests.c.id == table.c.request)


_NEXT = (
    select(func.coalesce(func.max(messages.c.position), 0) + 1)
    .where(messages.c.request == bindparam("conversation"))
    .scalar_subquery()
)
_ADD = once(insert(messages).values(position=_NEXT).returning(messages.c.position))
_SAVE = once(
    update(messages)
    .where(messages.c.id == bindparam("message"), messages.c.version == bindparam("known"))
    .values(sealed=bindparam("words"), version=messages.c.version + 1)
)
_GET = once(_with_key(messages).where(messages.c.id == bindparam("message")))
_BY_ORIGIN = once(
    _with_key(messages).where(
        messages.c.request == bindparam("request"), messages.c.origin == bindparam("digest")
    )
)


@dataclass(frozen=True, slots=True)
class _PictureFacts:
    media_type: str
    width: int
    height: int


class SqlRelayLog:
    """Keeps messages and pictures."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def add(self, message: RelayMessage) -> None:
        key = await self._work.words_key(message.request)
        row = {
            "id": message.id,
            "request": message.request,
            "conversation": message.request,
            "origin": origin_digest(self._work.vault, key, message.request, message.origin),
            "version": message.version,
            "sealed": self._sealed(key, message),
        }
        message.position = (await self._work.db.written(_ADD, **row))[0]["position"]
        self._work.tell(message.events)

    async def save(self, message: RelayMessage) -> None:
        key = await self._work.words_key(message.request)
        if message.deleted:
            await self._drop_pictures(message)
        words = self._sealed(key, message)
        same = {"message": message.id, "known": message.version}
        if await self._work.db.write(_SAVE, **same, words=words) != 1:
            raise Conflict("saved meanwhile")
        message.version += 1
        self._work.tell(message.events)

    async def get(self, message: MessageId) -> RelayMessage:
        row = await self._work.db.row(_GET, message=message)
        if row is None:
            raise NotFound
        return self._opened(row)

    async def by_origin(self, request: RequestId, origin: str) -> RelayMessage | None:
        try:
            key = await self._work.words_key(request)
        except NotFound:
            return None
        digest = origin_digest(self._work.vault, key, request, origin)
        row = await self._work.db.row(_BY_ORIGIN, request=request, digest=digest)
        return self._opened(row) if row else None

    async def of(self, request: RequestId) -> Sequence[RelayMessage]:
        conversation = _with_key(messages).where(messages.c.request == request)
        rows = await self._work.db.rows(conversation.order_by(messages.c.position))
        return [self._opened(row) for row in rows]

    async def add_picture(self, request: RequestId, picture: Picture) -> None:
        vault, key = self._work.vault, await self._work.words_key(request)
        facts = _PictureFacts(picture.media_type, picture.width, picture.height)
        row = {
            "id": picture.id,
            "request": request,
            "facts": seal(vault, key, facts, "pictures", picture.id, "facts"),
            "data": vault.seal(key, picture.data, f"pictures:{picture.id}:data"),
        }
        await self._work.db.write(insert(pictures).values(row))

    async def picture(self, picture: AttachmentId) -> Picture:
        row = await self._work.db.row(_with_key(pictures).where(pictures.c.id == picture))
        if row is None:
            raise NotFound
        vault, key = self._work.vault, WrappedKey(row["words_key"])
        facts = unseal(vault, key, _PictureFacts, row["facts"], "pictures", picture, "facts")
        data = vault.open(key, row["data"], f"pictures:{picture}:data")
        return Picture(picture, facts.media_type, facts.width, facts.height, data)

    async def pictures(self, request: RequestId) -> Collection[AttachmentId]:
        names = select(pictures.c.id).where(pictures.c.request == request)
        return {AttachmentId(row["id"]) for row in await self._work.db.rows(names)}

    async def _drop_pictures(self, message: RelayMessage) -> None:
        """Forget the pictures of a message that was taken back."""
        before = await self.get(message.id)
        gone = set(before.pictures) - set(message.pictures)
        if gone:
            await self._work.db.write(delete(pictures).where(pictures.c.id.in_(gone)))

    def _sealed(self, key: WrappedKey, message: RelayMessage) -> bytes:
        plain = replace(message, position=0, version=0, events=[])
        return seal(self._work.vault, key, plain, "messages", message.id)

    def _opened(self, row: Row) -> RelayMessage:
        key, place = WrappedKey(row["words_key"]), ("messages", row["id"])
        message = unseal(self._work.vault, key, RelayMessage, row["sealed"], *place)
        message.position, message.version = row["position"], row["version"]
        self._work.remember_key(message.request, key)
        return message


def origin_digest(vault: FileVault, key: WrappedKey, request: RequestId, origin: str) -> str:
    """Return the digest by which a message is found, as long as its request's key is there."""
    return vault.passing_pseudonym(key, "origin", request, origin)
