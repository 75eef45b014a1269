"""What the adapter remembers: threads, uploads, who is notified, what a Home shows.

Each note about a request dies with it; keys are pseudonyms, values are sealed by the store.
"""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import timedelta

from adapters.kit.notebook import Name, Notebook
from bot.domain.ids import RequestId
from bot.domain.people import Language
from bot.ports.clock import Clock
from bot.ports.platform_memory import PlatformMemory
from bot.ports.vault import Vault

_CHOICE_KEPT = timedelta(days=3650)
_SENT_KEPT = timedelta(days=2)
_SAID_MAX = 100  # messages of a thread whose changes are noticed after an outage
_UPLOAD_KEPT = timedelta(days=400)


@dataclass(frozen=True, slots=True)
class Thread:
    """The mentors' thread of a request: a channel and the message that it hangs on."""

    channel: str
    ts: str


@dataclass(frozen=True, slots=True)
class Talk(Thread):
    """A thread of a workspace, and the last messages known there."""

    space: str = ""
    last: str = ""
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """The request that a thread is about, in the workspace ``space``."""

    request: RequestId
    space: str


@dataclass(frozen=True, slots=True)
class Spoken(Place):
    """Somebody's own message: who wrote it, the mark that it bears, what became of it since.

    ``edited`` is Slack's name of the change that was passed on last.
    """

    user: str = ""
    language: Language = "fr"
    mark: str = ""
    edited: str = ""
    gone: bool = False


@dataclass(frozen=True, slots=True)
class Upload:
    """A picture that the bot uploaded; ``request`` is empty for what belongs to none."""

    space: str
    picture: str
    file: str
    request: str = ""


class Notes(Notebook):
    """Reads and writes what must survive a restart."""

    def __init__(self, *, memory: PlatformMemory, vault: Vault, clock: Clock) -> None:
        super().__init__("slack", memory=memory, vault=vault, clock=clock)

    # --- the mentors' threads -------------------------------------------------------------

    async def thread(self, space: str, request: RequestId) -> Thread | None:
        """Return the thread of a request in a workspace."""
        found = await self.read("thread", space, request)
        return Thread(**found) if found else None

    async def keep_thread(self, space: str, request: RequestId, thread: Thread) -> None:
        """Note the thread, and find the request by it."""
        await self.write(request, asdict(thread), "thread", space, request)
        place = asdict(Place(request, space))
        await self.write(request, place, "threads", space, thread.channel, thread.ts)
        await self.heard(Place(request, space), thread.ts)
        await self.write(request, place, "thread", space, request, on=("live",))

    async def request_of(self, space: str, channel: str, ts: str) -> Place | None:
        """Return the request whose thread hangs on a message."""
        found = await self.read("threads", space, channel, ts)
        return Place(**found) if found else None

    async def heard(self, place: Place, ts: str) -> None:
        """Note a message that was read in a thread; names of messages sort by time.

        A power cut may take the last of it: what is read again is passed on once.
        """
        found = await self.read("heard", place.space, place.request)
        said = list(found["said"]) if found else []
        if ts not in said:
            content = {"last": max([*said, ts]), "said": [*said, ts][-_SAID_MAX:]}
            keys = ("heard", place.space, place.request)
            await self.write(place.request, content, *keys, durable=False)

    async def live(self) -> Sequence[Talk]:
        """Return the threads whose requests are still kept."""
        places = [Place(**each) for each in await self.read_shelf("live")]
        found = [await self._talk(place) for place in places]
        return [talk for talk in found if talk]

    async def spoken(self, origin: str) -> Spoken | None:
        """Return who wrote a message that was passed on."""
        found = await self.read("spoken", origin)
        return Spoken(**found) if found else None

    async def keep_spoken(self, origin: str, spoken: Spoken) -> None:
        """Note who wrote a message, for its edits, its deletion and its mark.

        The message, which is saved after it, keeps it from power cuts.
        """
        await self.write(spoken.request, asdict(spoken), "spoken", origin, durable=False)

    async def keep_change(self, origin: str, *, edited: str = "", gone: bool = False) -> None:
        """Note which change of a message was passed on, or its deletion."""
        spoken = await self.spoken(origin)
        if spoken is not None:
            await self.keep_spoken(
                origin, replace(spoken, edited=edited or spoken.edited, gone=gone)
            )

    # --- what was sent --------------------------------------------------------------------

    async def sent(self, key: str) -> str | None:
        """Return the handle of a post that went out already."""
        found = await self.read("sent", key)
        return str(found["handle"]) if found else None

    async def keep_sent(self, key: str, handle: str, request: RequestId | None) -> None:
        """Note a post at once: Slack knows no key by which it would not show it twice."""
        await self.write(request, {"handle": handle}, "sent", key, holds=_SENT_KEPT)

    async def upload(self, space: str, picture: str, request: str) -> Upload | None:
        """Return the file of a picture that was uploaded already."""
        found = await self.read("upload", space, picture, on=("uploads", request))
        return Upload(**found) if found else None

    async def keep_upload(self, upload: Upload) -> None:
        """Note a file until it is deleted.

        The note outlives the link to whoever asked, which it does not tell: without it,
        nobody would find the file any more when the conversation goes.
        """
        name, shelf = _placed(upload)
        await self.write(None, asdict(upload), *name, on=shelf, holds=_UPLOAD_KEPT)

    async def uploads(self, request: RequestId | None = None) -> Sequence[Upload]:
        """Return the files of a request that were not deleted yet, or those of all."""
        shelf = ("uploads", request) if request else ("uploads",)
        return [Upload(**each) for each in await self.read_shelf(*shelf)]

    async def forget_upload(self, upload: Upload) -> None:
        """Note that a file is deleted."""
        name, shelf = _placed(upload)
        await self.forget(*name, on=shelf)

    # --- people's choices -----------------------------------------------------------------

    async def wants_notice(self, space: str, user: str) -> bool:
        """Say whether somebody asked for a direct message when there is news."""
        return await self.read("notice", space, user) is not None

    async def choose_notice(self, space: str, user: str, *, wanted: bool) -> None:
        """Note that somebody wants direct messages, or no longer."""
        if wanted:
            await self.write(None, {}, "notice", space, user, holds=_CHOICE_KEPT)
        else:
            await self.forget("notice", space, user)

    # --- inside ---------------------------------------------------------------------------

    async def _talk(self, place: Place) -> Talk | None:
        thread = await self.thread(place.space, place.request)
        heard = await self.read("heard", place.space, place.request)
        if thread is None or heard is None:
            return None
        return Talk(thread.channel, thread.ts, place.space, heard["last"], tuple(heard["said"]))


def _placed(upload: Upload) -> tuple[Name, Name]:
    """Return the name of the note on a file, and the shelf that it stands on."""
    return ("upload", upload.space, upload.picture), ("uploads", upload.request)
