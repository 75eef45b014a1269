"""What the repositories of one unit of work share: the transaction, the vault, the news."""

from dataclasses import dataclass, field

from sqlalchemy import select

from adapters.store import schema
from adapters.store.transaction import Transaction
from adapters.store.vault import FileVault
from bot.domain.errors import NotFound
from bot.domain.events import Event
from bot.domain.ids import RequestId
from bot.domain.people import Address
from bot.ports.vault import WrappedKey


@dataclass(frozen=True, slots=True)
class Work:
    """One unit of work as its repositories see it."""

    db: Transaction
    vault: FileVault
    told: list[Event] = field(default_factory=list)
    _words_keys: dict[RequestId, WrappedKey] = field(default_factory=dict)

    def tell(self, events: list[Event]) -> None:
        """Take the events off an aggregate; they are journalled with the commit."""
        self.told.extend(events)
        events.clear()

    async def words_key(self, request: RequestId) -> WrappedKey:
        """Return the key of a request's words; raises ``NotFound`` when it was erased."""
        if request not in self._words_keys:
            table = schema.requests
            row = await self.db.row(select(table.c.words_key).where(table.c.id == request))
            if row is None:
                raise NotFound
            self.remember_key(request, row["words_key"])
        return self._words_keys[request]

    def remember_key(self, request: RequestId, key: bytes) -> None:
        """Keep a key that a row brought along, for the rest of the unit of work."""
        self._words_keys[request] = WrappedKey(key)

    def forget_key(self, request: RequestId) -> None:
        """Forget a key that was destroyed."""
        self._words_keys.pop(request, None)

    def pseudonym(self, purpose: str, community: str, who: Address, *more: str) -> str:
        """Return the pseudonym of an account in a community, for one purpose."""
        return self.vault.pseudonym(purpose, community, who.platform, who.space, who.user, *more)
