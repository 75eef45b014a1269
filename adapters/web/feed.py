"""The durable feed: which posts are where, and who sees them.

A post's key is its primary key, so that a delivery that comes twice shows once. Every
change takes the next revision: a page that knows up to which one it has seen asks for
what is newer, and has missed nothing.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from sqlite3 import Row
from typing import Literal, NewType

from adapters.web.sealed_file import Change, SealedFile
from bot.domain.errors import NotFound
from bot.ui.screen import Mark

PlaceKey = NewType("PlaceKey", str)


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere posts appear; ``title`` may change, the rest says which place it is."""

    kind: Literal["inbox", "conversation", "thread", "room"]
    owner: str = ""
    request: str = ""
    channel: str = ""
    title: str = ""

    @property
    def is_talk(self) -> bool:
        """Say whether people talk there about one request."""
        return self.kind in ("conversation", "thread")


@dataclass(frozen=True, slots=True)
class Door:
    """A place that a person may enter; ``since`` is the revision that let them in."""

    key: PlaceKey
    place: Place
    since: int


@dataclass(frozen=True, slots=True)
class Content:
    """What a post shows; ``author`` is set on a message that somebody of the page wrote.

    ``message`` names it to whoever replies.
    """

    html: str
    is_message: bool = False
    author: str = ""
    origin: str = ""
    text: str = ""
    message: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A post as one person finds it; ``content`` None: it was taken down."""

    key: str
    position: int
    revision: int
    place: PlaceKey
    content: Content | None
    mark: Mark | None = None


_DOORS = """
SELECT p.key, p.details, m.since, (
  SELECT count(*) > 0 AND count(content) = 0 FROM posts WHERE place = p.key
) AS emptied
FROM places p JOIN members m ON m.place = p.key
WHERE m.person = ? ORDER BY m.since, p.rowid
"""

_ADMIT = """
INSERT INTO members (place, person, since) VALUES (?, ?, ?)
ON CONFLICT DO UPDATE SET since = excluded.since, left_at = NULL
"""

_SHOW_OUT = """
UPDATE members SET left_at = (SELECT coalesce(max(position), 0) FROM posts)
WHERE place = ? AND person = ?
"""

_PUT = """
INSERT INTO posts (key, place, origin, is_message, revision, content) VALUES (?, ?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET revision = excluded.revision, content = excluded.content
"""

_POSTS = """
SELECT p.key, p.position, max(p.revision, m.since) AS revision, p.place, p.content, k.mark
FROM posts p JOIN members m ON m.place = p.place LEFT JOIN marks k ON k.origin = p.origin
WHERE m.person = ?1 AND max(p.revision, m.since) > ?2 AND ?3 IN ('', p.key)
  AND (m.left_at IS NULL OR NOT p.is_message OR p.position <= m.left_at)
ORDER BY p.position
"""


_EMPTY_PICTURES = """
DELETE FROM pictures WHERE post IN (SELECT key FROM posts WHERE place = ?)
"""


class Feed:
    """Keeps posts and tells who sees which."""

    def __init__(self, file: SealedFile) -> None:
        self._file = file

    # --- places ---------------------------------------------------------------------

    def key_of(self, place: Place) -> PlaceKey:
        """Return the digest by which a place is stored and addressed."""
        parts = (place.kind, place.owner, place.request, place.channel)
        return PlaceKey(self._file.digest("place", *parts))

    async def admit(self, place: Place, members: Sequence[str]) -> PlaceKey:
        """Let exactly ``members`` in; nobody has to leave when none is named.

        Who leaves a thread keeps what was said until then and still gets the news of it,
        but no message that is written later.
        """
        key, people = self.key_of(place), {self._person(member) for member in members}
        inside = await self._inside(key)
        leaving = inside - people if people else set()
        details = self._file.seal_record(asdict(place), f"place:{key}")
        async with self._file.change() as change:
            await change.do(
                "INSERT INTO places VALUES (?, ?) ON CONFLICT DO UPDATE SET details = ?",
                key,
                details,
                details,
            )
            for person in sorted(people - inside):
                await change.do(_ADMIT, key, person, change.revision)
            for person in sorted(leaving):
                await change.do(_SHOW_OUT, key, person)
        return key

    async def doors(self, person: str) -> Sequence[Door]:
        """Return the places that a person may enter, in the order in which they opened.

        A conversation of which nothing is left is not there any more.
        """
        rows = await self._file.rows(_DOORS, self._person(person))
        doors = ((Door(row["key"], self._place(row), row["since"]), row["emptied"]) for row in rows)
        return [door for door, emptied in doors if not (emptied and door.place.is_talk)]

    async def door(self, person: str, key: str) -> Door:
        """Return one place; raises ``NotFound`` when they may not enter."""
        for door in await self.doors(person):
            if door.key == key:
                return door
        raise NotFound

    async def _inside(self, key: PlaceKey) -> set[str]:
        query = "SELECT person FROM members WHERE place = ? AND left_at IS NULL"
        return {row["person"] for row in await self._file.rows(query, key)}

    def _place(self, row: Row) -> Place:
        return Place(**self._file.open_record(row["details"], f"place:{row['key']}"))

    # --- posts ----------------------------------------------------------------------

    async def put(
        self, place: PlaceKey, key: str, content: Content, pictures: Sequence[str] = ()
    ) -> None:
        """Show a post, or its newer version in the same spot."""
        sealed = self._file.seal_record(asdict(content), f"post:{key}")
        async with self._file.change() as change:
            values = (key, place, content.origin, content.is_message, change.revision, sealed)
            await change.do(_PUT, *values)
            for picture in pictures:
                await change.do("UPDATE pictures SET post = ? WHERE id = ?", key, picture)

    async def take_down(self, key: str) -> None:
        """Remove a post and its pictures; the empty spot tells every page to do the same."""
        async with self._file.change() as change:
            await change.do(
                "UPDATE posts SET content = NULL, revision = ? WHERE key = ?", change.revision, key
            )
            await change.do("DELETE FROM pictures WHERE post = ?", key)

    async def empty(self, place: PlaceKey) -> None:
        """Take down every post of a place."""
        async with self._file.change() as change:
            await change.do(_EMPTY_PICTURES, place)
            await change.do(
                "UPDATE posts SET content = NULL, revision = ? WHERE place = ?",
                change.revision,
                place,
            )

    async def mark(self, origin: str, mark: Mark) -> None:
        """Note how far a message got, also when it is not shown yet."""
        async with self._file.change() as change:
            await change.do("INSERT OR REPLACE INTO marks VALUES (?, ?)", origin, mark.value)
            await self._touch(change, origin)

    async def _touch(self, change: Change, origin: str) -> None:
        await change.do("UPDATE posts SET revision = ? WHERE origin = ?", change.revision, origin)

    async def posts(self, person: str, *, after: int = 0) -> Sequence[Seen]:
        """Return what a person can see, or what changed of it after a revision."""
        rows = await self._file.rows(_POSTS, self._person(person), after, "")
        return [self._seen(row) for row in rows]

    async def own(self, person: str, key: str) -> tuple[Seen, Content]:
        """Return somebody's own message; raises ``NotFound`` for all others."""
        for row in await self._file.rows(_POSTS, self._person(person), 0, key):
            post = self._seen(row)
            if post.content and post.content.author == person:
                return post, post.content
        raise NotFound

    def _seen(self, row: Row) -> Seen:
        sealed, mark = row["content"], row["mark"]
        content = (
            Content(**self._file.open_record(sealed, f"post:{row['key']}")) if sealed else None
        )
        return Seen(
            row["key"],
            row["position"],
            row["revision"],
            row["place"],
            content,
            Mark(mark) if mark else None,
        )

    def _person(self, person: str) -> str:
        return self._file.digest("person", person)
