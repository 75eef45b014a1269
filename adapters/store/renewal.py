"""What each row becomes when the keys are changed: sealed, wrapped or blinded anew.

What is sealed with the standing key is opened and sealed again. Keys of requests, of
rehearsals and of notes are wrapped anew, so that what they seal stays as it is. Pseudonyms
are blinded once more, since nobody may be known by them; digests of a week are made again
from what they are of. What nobody can open any more stays so.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Select, Table, or_, select

from adapters.store import schema
from adapters.store.codec import unseal
from adapters.store.lanes import ROOM
from adapters.store.once import Row
from adapters.store.repositories.relay import origin_digest
from adapters.store.repositories.requests import who_asked
from adapters.store.schema import messages, posts, requests
from adapters.store.vault import FileVault
from bot.domain.errors import NotFound
from bot.domain.people import Address
from bot.domain.relay import RelayMessage
from bot.ports.vault import WrappedKey

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Renewal:
    """From the keys of one generation to those of another."""

    old: FileVault
    new: FileVault
    _wrapped: dict[bytes, WrappedKey] = field(default_factory=dict)

    def sealed(self, sealed: bytes, place: str, new_place: str = "") -> bytes:
        """Seal again what is sealed with the standing key."""
        content = self.old.open(self.old.standing_key(), sealed, place)
        return self.new.seal(self.new.standing_key(), content, new_place or place)

    def wrapped(self, key: bytes) -> WrappedKey:
        """Wrap a key anew: the same key always to the same bytes, as blocks need it."""
        if key not in self._wrapped:
            try:
                self._wrapped[key] = self.old.rewrapped(WrappedKey(key), self.new.generation)
            except NotFound:  # the key of that week is gone
                return WrappedKey(key)
        return self._wrapped[key]

    def blinded(self, digest: str) -> str:
        """Blind a pseudonym once more."""
        return self.new.blinded(digest, since=self.old.generation)


@dataclass(frozen=True, slots=True)
class Step:
    """The rows of a table that change, and what in them does."""

    table: Table
    rows: Select[Any]
    change: Callable[[Renewal, Row], Values]


def _standing(table: Table, place: str = "id") -> Step:
    """Return the step of a table whose rows are sealed with the standing key, and no more."""

    def change(keys: Renewal, row: Row) -> Values:
        return {"sealed": keys.sealed(row["sealed"], f"{table.name}:{row[place]}")}

    return Step(table, select(table), change)


def _pseudonyms(table: Table, column: str) -> Step:
    """Return the step of a table that holds pseudonyms and nothing sealed."""
    return Step(table, select(table), lambda keys, row: {column: keys.blinded(row[column])})


def _request(keys: Renewal, row: Row) -> Values:
    identity_key, receipt = row["identity_key"], row["receipt"]
    return {
        "words_key": keys.wrapped(row["words_key"]),
        "identity_key": keys.wrapped(identity_key) if identity_key else None,
        "requester": _requester(keys, row) if identity_key else None,
        "receipt": keys.blinded(receipt) if receipt else receipt,
    }


def _requester(keys: Renewal, row: Row) -> str | None:
    key, place = WrappedKey(row["identity_key"]), ("requests", row["id"], "identity")
    try:
        who = unseal(keys.old, key, Address, row["identity"], *place)
    except NotFound:
        return str(row["requester"])
    return keys.new.passing_pseudonym(keys.wrapped(key), *who_asked(row["community"], who))


def _message(keys: Renewal, row: Row) -> Values:
    key = WrappedKey(row["words_key"])
    try:
        message = unseal(keys.old, key, RelayMessage, row["sealed"], "messages", row["id"])
    except NotFound:
        return {"origin": row["origin"]}
    return {"origin": origin_digest(keys.new, keys.wrapped(key), message.request, message.origin)}


def _drill(keys: Renewal, row: Row) -> Values:
    return {
        "opened_by": keys.blinded(row["opened_by"]),
        "words_key": keys.wrapped(row["words_key"]),
    }


def _ban(keys: Renewal, row: Row) -> Values:
    key = row["identity_key"]
    return {
        "person": keys.blinded(row["person"]),
        "sealed": keys.sealed(row["sealed"], f"bans:{row['id']}"),
        "identity_key": keys.wrapped(key) if key else None,
    }


def _limit(keys: Renewal, row: Row) -> Values:
    was, person = row["person"], keys.blinded(row["person"])
    return {
        "person": person,
        "sealed": keys.sealed(row["sealed"], f"limits:{was}", f"limits:{person}"),
    }


def _note(keys: Renewal, row: Row) -> Values:
    """Seal a note anew in any case: its key, which is a pseudonym, is its place."""
    key, own, sealed = keys.blinded(row["key"]), row["words_key"], row["sealed"]
    was, place = f"kept:{row['key']}", f"kept:{key}"
    if own is None:
        return {"key": key, "words_key": None, "sealed": keys.sealed(sealed, was, place)}
    try:
        content = keys.old.open(WrappedKey(own), sealed, was)
    except NotFound:
        return {"key": row["key"], "words_key": own, "sealed": sealed}
    wrapped = keys.wrapped(own)
    return {"key": key, "words_key": wrapped, "sealed": keys.new.seal(wrapped, content, place)}


def _post(keys: Renewal, row: Row) -> Values:
    place = f"posts:{row['community']}:{row['recipient']}:{row['subject']}"
    return {"handle": keys.sealed(row["handle"], place)}


_OUTLIVING = or_(posts.c.request.is_(None), posts.c.recipient.startswith(ROOM))
_WITH_KEY = select(messages, requests.c.words_key).join(
    requests, requests.c.id == messages.c.request
)

# Messages before requests: they are opened with the keys that requests still bear.
STEPS: Sequence[Step] = (
    _standing(schema.communities),
    _standing(schema.mentors),
    _standing(schema.cases),
    _standing(schema.snippets),
    _standing(schema.trail, "number"),
    _pseudonyms(schema.spaces, "space"),
    _pseudonyms(schema.accounts, "account"),
    _pseudonyms(schema.blocks, "person"),
    Step(messages, _WITH_KEY, _message),
    Step(requests, select(requests), _request),
    Step(schema.drills, select(schema.drills), _drill),
    Step(schema.bans, select(schema.bans), _ban),
    Step(schema.limits, select(schema.limits), _limit),
    Step(schema.kept, select(schema.kept), _note),
    Step(posts, select(posts).where(_OUTLIVING), _post),
)
