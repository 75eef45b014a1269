"""Private answers to interactions: every one is for the eyes of whoever clicked."""

from collections.abc import Mapping, Sequence
from typing import Any

from adapters.discord.events import Click
from adapters.discord.outbound import COMPONENTS_V2, EPHEMERAL, message
from adapters.discord.render import Component, Enclosed, Page
from adapters.discord.rest import Rest

# Callback types: Discord's "Receiving and responding".
SHOW, DEFER, REPLACE, MODAL = 4, 5, 7, 9
_CALLBACK = "/interactions/{webhook_id}/{webhook_token}/callback"
_FOLLOW_UP = "/webhooks/{webhook_id}/{webhook_token}"
_ORIGINAL = "/webhooks/{webhook_id}/{webhook_token}/messages/@original"


class Answers:
    """Answers interactions; raises ``TooLateToAnswer`` when Discord waits no longer."""

    def __init__(self, rest: Rest) -> None:
        self._rest = rest

    async def show(self, click: Click, page: Page) -> None:
        """Show a private message."""
        await self._call_back(click, SHOW, message(page, flags=EPHEMERAL), page.enclosed)

    async def replace(self, click: Click, page: Page) -> None:
        """Put it in place of the private message that was clicked."""
        await self._call_back(click, REPLACE, message(page), page.enclosed)

    async def open(self, click: Click, modal: Component) -> None:
        """Open a form."""
        await self._call_back(click, MODAL, modal)

    async def defer(self, click: Click) -> None:
        """Say in private that the answer is coming: this cannot be made private later."""
        await self._call_back(click, DEFER, {"flags": EPHEMERAL})

    async def complete(self, click: Click, page: Page) -> None:
        """Give the answer that was coming."""
        body = {**message(page), "flags": COMPONENTS_V2}
        places = {"webhook_id": click.application, "webhook_token": click.token}
        await self._rest.answer("PATCH", _ORIGINAL, body, enclosed=page.enclosed, **places)

    async def follow_up(self, click: Click, page: Page) -> None:
        """Add a private message to an answer that was given."""
        places = {"webhook_id": click.application, "webhook_token": click.token}
        body = message(page, flags=EPHEMERAL)
        await self._rest.answer("POST", _FOLLOW_UP, body, enclosed=page.enclosed, **places)

    async def _call_back(
        self, click: Click, kind: int, data: Mapping[str, Any], enclosed: Sequence[Enclosed] = ()
    ) -> None:
        body = {"type": kind, "data": dict(data)}
        places = {"webhook_id": click.id, "webhook_token": click.token}
        await self._rest.answer("POST", _CALLBACK, body, enclosed=enclosed, **places)
