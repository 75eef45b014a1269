"""The App Home: a person's private place, where their requests and conversations are.

What is shown there is no message: nobody's export contains it. Each post is kept, sealed
with its request, and the whole page is published again when one changes.
"""

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import asdict, dataclass, field, replace
from typing import Any
from weakref import WeakValueDictionary

from adapters.slack.notes import Notes
from adapters.slack.page import Asked, Owner, Page, Shown
from adapters.slack.views import home_view
from adapters.slack.web import Web
from bot.domain.errors import DeliveryError
from bot.domain.ids import RequestId
from bot.domain.people import Language
from bot.ui.screen import Mark
from bot.wording import Wording

REQUESTS_MAX = 8


@dataclass(slots=True)
class _Turns:
    """One change at a time for each Home."""

    locks: WeakValueDictionary[str, asyncio.Lock] = field(default_factory=WeakValueDictionary)

    def of(self, *key: str) -> AbstractAsyncContextManager[None]:
        lock = self.locks.get("|".join(key)) or asyncio.Lock()
        self.locks["|".join(key)] = lock
        return lock


class Homes:
    """Keeps and publishes what people see in their App Home.

    Whose a request is stands nowhere here: ``asked`` tells it for as long as the link lasts.
    """

    def __init__(
        self,
        *,
        web: Web,
        notes: Notes,
        page: Page,
        asked: Asked,
        wordings: Mapping[Language, Wording],
    ) -> None:
        self._web, self._notes, self._page = web, notes, page
        self._asked, self._wordings = asked, wordings
        self._turns = _Turns()

    async def put(self, owner: Owner, request: RequestId, handle: str, shown: Shown) -> None:
        """Show something new, or something else in its spot."""
        async with self._turns.of(owner.space, owner.user):
            await self._notes.write(request, asdict(shown), "shown", handle)
            handles = await self._handles(request)
            if handle not in handles:
                await self._notes.write(request, {"handles": [*handles, handle]}, "wall", request)
            await self._publish(owner)

    async def take_down(self, owner: Owner, request: RequestId, handle: str) -> None:
        """Show it no longer."""
        async with self._turns.of(owner.space, owner.user):
            kept = [each for each in await self._handles(request) if each != handle]
            await self._notes.write(request, {"handles": kept}, "wall", request)
            await self._notes.write(request, asdict(Shown()), "shown", handle)
            await self._publish(owner)

    async def clear(self, owner: Owner, request: RequestId) -> None:
        """Show nothing of a request any longer, not even its owner's words."""
        async with self._turns.of(owner.space, owner.user):
            for handle in await self._handles(request):
                await self._notes.write(request, asdict(Shown()), "shown", handle)
            await self._notes.write(request, {"handles": []}, "wall", request)
            await self._publish(owner)

    async def own(self, origin: str) -> Shown | None:
        """Return somebody's own words, if they were written in a Home."""
        found = await self._shown(origin)
        return found if found and found.origin else None

    async def mark(self, owner: Owner, request: RequestId, origin: str, mark: Mark) -> bool:
        """Show how far somebody's own words got; says whether they are in a Home at all."""
        shown = await self.own(origin)
        if shown is None:
            return False
        if shown.mark != mark.value:
            await self.put(owner, request, origin, replace(shown, mark=mark.value))
        return True

    async def publish(self, owner: Owner) -> None:
        """Publish the page as it stands."""
        async with self._turns.of(owner.space, owner.user):
            await self._publish(owner)

    async def notify(self, owner: Owner) -> None:
        """Say in a direct message, without a word of what, that there is news."""
        if await self._notes.wants_notice(owner.space, owner.user):
            text = self._wordings[owner.language]("slack-news")
            body = {"channel": owner.user, "text": text}
            try:
                await self._web.call(owner.space, "chat.postMessage", body)
            except DeliveryError:
                return  # a courtesy: the news itself is where it should be

    # --- inside ---------------------------------------------------------------------------

    async def _publish(self, owner: Owner) -> None:
        walls: list[tuple[RequestId, Sequence[Shown]]] = []
        for request in await self._requests(owner):
            shown = [await self._shown(handle) for handle in await self._handles(request)]
            if found := [each for each in shown if each and (each.blocks or each.origin)]:
                walls.append((request, found))
        notice = await self._notes.wants_notice(owner.space, owner.user)
        blocks = await self._page.blocks(owner, walls, notice=notice)
        body = {"user_id": owner.user, "view": home_view(blocks)}
        await self._web.call(owner.space, "views.publish", body)

    async def _requests(self, owner: Owner) -> Sequence[RequestId]:
        """Return somebody's latest requests."""
        return [each.id for each in (await self._asked(owner))[:REQUESTS_MAX]]

    async def _handles(self, request: RequestId) -> list[str]:
        found = await self._notes.read("wall", request)
        return list(found["handles"]) if found else []

    async def _shown(self, handle: str) -> Shown | None:
        found: dict[str, Any] | None = await self._notes.read("shown", handle)
        return Shown(**found) if found else None
