"""The requests: words and identity under keys of their own, so that each can be destroyed."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    bindparam,
    delete,
    insert,
    select,
    union,
    update,
)

from adapters.store import erasure
from adapters.store.codec import seal, unseal
from adapters.store.lanes import recipient_from_text
from adapters.store.once import Row, once
from adapters.store.schema import deliveries, holders, posts, requests
from adapters.store.work import Work
from bot.domain.errors import Conflict, NotFound
from bot.domain.ids import CommunityId, MentorId, RequestId
from bot.domain.people import NOBODY, Address
from bot.domain.policy import State
from bot.domain.request import Request
from bot.ports.outbound import Recipient
from bot.ports.vault import WrappedKey

_LIVE = (State.OPEN.value, State.CLAIMED.value)
_ENDED = (State.RESOLVED.value, State.WITHDRAWN.value, State.EXPIRED.value)
_NO_IDENTITY = {"identity": None, "identity_key": None, "requester": None}

_GET = once(select(requests).where(requests.c.id == bindparam("number")))
_SAVE = once(
    update(requests).where(
        requests.c.id == bindparam("number"), requests.c.version == bindparam("known")
    )
)
_HELD_BY = once(
    select(requests)
    .where(
        requests.c.id.in_(select(holders.c.request).where(holders.c.mentor == bindparam("who"))),
        requests.c.state == State.CLAIMED.value,
    )
    .order_by(requests.c.position)
)


class SqlRequests:
    """Keeps requests; the clear columns are only what is looked up."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._identity_keys: dict[RequestId, WrappedKey | None] = {}
        self._holders: dict[RequestId, tuple[MentorId, ...]] = {}

    async def add(self, request: Request) -> None:
        vault = self._work.vault
        self._work.remember_key(request.id, words_key := vault.new_key("words"))
        self._identity_keys[request.id] = vault.new_key("identity")
        row = await self._row(request) | {"words_key": words_key, "version": request.version}
        await self._work.db.write(insert(requests).values(row))
        await self._save_holders(request)
        self._work.tell(request.events)

    async def save(self, request: Request) -> None:
        if not await self._knows_keys(request.id):
            raise Conflict("erased meanwhile")
        values = await self._row(request) | {"version": request.version + 1}
        same = {"number": request.id, "known": request.version}
        if await self._work.db.write(_SAVE, **values, **same) != 1:
            raise Conflict("saved meanwhile")
        request.version += 1
        await self._save_holders(request)
        if request.requester == NOBODY:
            await self._forget_link(request.id)
        self._work.tell(request.events)

    async def get(self, request: RequestId) -> Request:
        row = await self._work.db.row(_GET, number=request)
        if row is None:
            raise NotFound
        return self._opened(row)

    async def of(self, community: CommunityId, requester: Address) -> Sequence[Request]:
        if requester == NOBODY:
            return ()
        mine = requests.c.requester.in_(
            self._work.vault.passing_pseudonyms("identity", *who_asked(community, requester))
        )
        there = requests.c.state != State.ERASED.value
        return (await self._found(requests.c.community == community, there, mine))[::-1]

    async def by_receipt(self, community: CommunityId, receipt: str) -> Request | None:
        digest = self._work.vault.pseudonym("receipt", community, receipt)
        found = await self._found(requests.c.receipt == digest)
        return found[0] if found else None

    async def live(self, community: CommunityId) -> Sequence[Request]:
        return await self._found(requests.c.community == community, requests.c.state.in_(_LIVE))

    async def held_by(self, mentor: MentorId) -> Sequence[Request]:
        return self._openable(await self._work.db.rows(_HELD_BY, who=mentor))

    async def resolved(self, community: CommunityId) -> Sequence[Request]:
        done = requests.c.state == State.RESOLVED.value
        return await self._found(requests.c.community == community, done)

    async def ended(self, community: CommunityId) -> Sequence[Request]:
        over = requests.c.state.in_(_ENDED)
        return await self._found(requests.c.community == community, over)

    async def reported(self, community: CommunityId) -> Sequence[Request]:
        return await self._found(requests.c.community == community, requests.c.reported)

    async def code_names(self, community: CommunityId) -> Collection[str]:
        named = (requests.c.community == community, requests.c.code_name != "")
        rows = await self._work.db.rows(select(requests.c.code_name).where(*named))
        return {row["code_name"] for row in rows}

    async def posts(self, request: RequestId) -> Sequence[tuple[CommunityId, Recipient, str]]:
        shown = union(*(_shown(table, request) for table in (posts, deliveries)))
        rows = await self._work.db.rows(shown)
        return [
            (CommunityId(row["community"]), recipient_from_text(row["recipient"]), row["subject"])
            for row in rows
        ]

    async def destroy_words(self, request: RequestId) -> None:
        self._work.vault.note_erased(request)
        for statement in erasure.of_words(request):
            await self._work.db.write(statement)

    async def erase(self, request: RequestId) -> None:
        self._work.vault.note_erased(request)
        for statement in erasure.of(request):
            await self._work.db.write(statement)
        self._work.forget_key(request)

    async def _found(self, *conditions: ColumnElement[bool]) -> list[Request]:
        """Return what matches, oldest first."""
        ordered = select(requests).where(*conditions).order_by(requests.c.position)
        return self._openable(await self._work.db.rows(ordered))

    def _openable(self, rows: Sequence[Row]) -> list[Request]:
        """Leave out what nobody can open any more."""
        found = []
        for row in rows:
            with suppress(NotFound):
                found.append(self._opened(row))
        return found

    async def _knows_keys(self, request: RequestId) -> bool:
        if request not in self._identity_keys:
            row = await self._work.db.row(_GET, number=request)
            if row is None:
                return False
            self._opened(row)
        return True

    async def _row(self, request: Request) -> dict[str, Any]:
        vault, key = self._work.vault, await self._work.words_key(request.id)
        words = replace(request, requester=NOBODY, version=0, events=[])
        receipt = request.receipt and vault.pseudonym("receipt", request.community, request.receipt)
        return {
            "id": request.id,
            "community": request.community,
            "state": request.state.value,
            "code_name": request.code_name,
            "reported": bool(request.open_reports),
            "receipt": receipt,
            "words": seal(vault, key, words, "requests", request.id, "words"),
            **self._identity_of(request),
        }

    def _identity_of(self, request: Request) -> Mapping[str, Any]:
        key, who = self._identity_keys[request.id], request.requester
        if key is None or who == NOBODY:
            return _NO_IDENTITY
        vault = self._work.vault
        return {
            "identity": seal(vault, key, who, "requests", request.id, "identity"),
            "identity_key": key,
            "requester": vault.passing_pseudonym(key, *who_asked(request.community, who)),
        }

    def _opened(self, row: Row) -> Request:
        vault, place = self._work.vault, ("requests", row["id"])
        words_key = WrappedKey(row["words_key"])
        request = unseal(vault, words_key, Request, row["words"], *place, "words")
        request.requester, request.version = self._requester(row), row["version"]
        self._work.remember_key(request.id, words_key)
        self._identity_keys[request.id] = row["identity_key"]
        self._holders[request.id] = request.mentors
        return request

    def _requester(self, row: Row) -> Address:
        if row["identity"] is None:
            return NOBODY
        key, place = WrappedKey(row["identity_key"]), ("requests", row["id"], "identity")
        try:
            return unseal(self._work.vault, key, Address, row["identity"], *place)
        except NotFound:  # the key of that week is gone: so is the link
            return NOBODY

    async def _forget_link(self, request: RequestId) -> None:
        key = self._identity_keys[request]
        for statement in (*erasure.of_link(request), *((erasure.of_block(key),) if key else ())):
            await self._work.db.write(statement)
        self._identity_keys[request] = None

    async def _save_holders(self, request: Request) -> None:
        if self._holders.get(request.id, ()) == request.mentors:
            return
        db = self._work.db
        await db.write(delete(holders).where(holders.c.request == request.id))
        if request.mentors:
            rows = [{"request": request.id, "mentor": mentor} for mentor in request.mentors]
            await db.write(insert(holders), *rows)
        self._holders[request.id] = request.mentors


def _shown(table: Table, request: RequestId) -> Select[tuple[str, str, str]]:
    where = (table.c.community, table.c.recipient, table.c.subject)
    return select(*where).where(table.c.request == request)


def who_asked(community: CommunityId, who: Address) -> tuple[str, ...]:
    """Return what the pseudonym of a requester is made of."""
    return ("requester", community, who.platform, who.space, who.user)
