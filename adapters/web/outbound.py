"""The way out: what the core sends is drawn, put into the feed, and shows at once."""

from collections.abc import Iterator

from adapters.web.errors import as_delivery_error
from adapters.web.feed import Content, Place, PlaceKey
from adapters.web.people import PEOPLE, PLATFORM, members_of
from adapters.web.render import pictures_of
from adapters.web.site import Site
from bot.domain.community import Channel
from bot.domain.errors import Undeliverable
from bot.domain.ids import DeliveryId
from bot.ports.outbound import Target
from bot.ui.screen import Bubble, Mark, Screen


class WebMessenger:
    """Posts to the page; a post's handle is the key under which the feed keeps it."""

    platform = PLATFORM

    def __init__(self, site: Site) -> None:
        self._site = site

    async def post(self, target: Target, drawing: Screen | Bubble, *, key: DeliveryId) -> str:
        """Show it; the same ``key`` shows once."""
        await self._show(target, key, drawing)
        return key

    async def edit(self, target: Target, handle: str, drawing: Screen | Bubble) -> None:
        """Show something else in its spot."""
        await self._show(target, handle, drawing)

    async def remove(self, target: Target, handle: str) -> None:
        """Take it down."""
        with as_delivery_error():
            await self._site.feed.take_down(handle)

    async def mark(self, target: Target, origin: str, mark: Mark) -> None:
        """Show on somebody's own message how far it got."""
        with as_delivery_error():
            await self._site.feed.mark(origin, mark)

    async def empty(self, target: Target) -> None:
        """Take down everything at a place."""
        with as_delivery_error():
            await self._site.feed.empty(self._site.feed.key_of(place_of(target)))

    async def _show(self, target: Target, key: str, drawing: Screen | Bubble) -> None:
        html = self._site.renderer.drawing(drawing, target.language)
        content = _content(drawing, html)
        pictures = [image.picture for image in pictures_of(drawing)]
        with as_delivery_error():
            for picture in pictures:
                await self._site.album.keep(picture)
            place = await self._place(target)
            await self._site.feed.put(place, key, content, [picture.id for picture in pictures])

    async def _place(self, target: Target) -> PlaceKey:
        place, members = place_of(target), tuple(_members(target))
        if not PEOPLE.keys() >= set(members):
            raise Undeliverable("gone")
        return await self._site.feed.admit(place, members)


def place_of(target: Target) -> Place:
    """Return the page's place for a target; a conversation is one's own, a thread is shared."""
    owner = target.user if target.place in ("inbox", "conversation") else ""
    return Place(target.place, owner, target.request or "", target.channel, target.title)


def _content(drawing: Screen | Bubble, html: str) -> Content:
    """Return what the feed keeps; who wrote a message can change it there."""
    if not isinstance(drawing, Bubble):
        return Content(html)
    if drawing.own is None:
        return Content(html, is_message=True, message=drawing.message)
    own = drawing.own
    return Content(html, True, own.user, own.origin, drawing.text, drawing.message)


def _members(target: Target) -> Iterator[str]:
    if target.place == "room":
        yield from members_of(Channel(target.channel))
    elif target.place == "thread":
        yield from target.members
    else:
        yield target.user
