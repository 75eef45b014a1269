"""Where posts are on their platform, sealed: a handle leads to a message, so to a person."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import and_, bindparam, delete, select

from adapters.store.lanes import outlives_request, recipient_to_text
from adapters.store.once import once
from adapters.store.schema import posts, requests
from adapters.store.transaction import Transaction
from adapters.store.vault import FileVault
from bot.domain.errors import NotFound
from bot.ports.outbound import Delivery
from bot.ports.vault import WrappedKey

_HERE = and_(
    posts.c.community == bindparam("community"),
    posts.c.recipient == bindparam("recipient"),
    posts.c.subject == bindparam("subject"),
)
_GET = once(select(posts.c.handle).where(_HERE))
_FORGET = once(delete(posts).where(_HERE))
_KEY = once(select(requests.c.words_key).where(requests.c.id == bindparam("number")))


class Handles:
    """Keeps the handle of each subject at each recipient.

    Handles of private posts are sealed with the request's key and die with it; those of
    rooms with the standing key, because a public post must be found again to be removed.
    """

    def __init__(self, db: Transaction, vault: FileVault) -> None:
        self._db, self._vault = db, vault

    async def of(self, delivery: Delivery) -> str | None:
        """Return the handle of the post that is there."""
        row = await self._db.row(_GET, **_place(delivery))
        if row is None:
            return None
        try:
            key = await self._key(delivery)
            return self._vault.open(key, row["handle"], _binding(delivery)).decode()
        except NotFound:  # the key is gone: so is what it led to
            return None

    async def keep(self, delivery: Delivery, handle: str | None) -> None:
        """Note a handle, or that nothing is there any more."""
        try:
            sealed = await self._sealed(delivery, handle) if handle is not None else None
        except NotFound:
            sealed = None
        if sealed is None:
            await self._db.write(_FORGET, **_place(delivery))
        else:
            row = {**_place(delivery), "request": delivery.request, "handle": sealed}
            await self._db.put(posts, row)

    async def _sealed(self, delivery: Delivery, handle: str) -> bytes:
        return self._vault.seal(await self._key(delivery), handle.encode(), _binding(delivery))

    async def _key(self, delivery: Delivery) -> WrappedKey:
        if outlives_request(delivery):
            return self._vault.standing_key()
        row = await self._db.row(_KEY, number=delivery.request)
        if row is None:
            raise NotFound
        return WrappedKey(row["words_key"])


def _place(delivery: Delivery) -> Mapping[str, Any]:
    return {
        "community": delivery.community,
        "recipient": recipient_to_text(delivery.recipient),
        "subject": delivery.subject,
    }


def _binding(delivery: Delivery) -> str:
    return ":".join(("posts", *_place(delivery).values()))
