"""The one door to Discord's REST interface: every byte that leaves passes here."""

import json
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import discord
from discord.http import Route
from discord.webhook.async_ import async_context

from adapters.discord.errors import border
from adapters.discord.render import Enclosed
from bot.domain.errors import RetryLater

Json = Mapping[str, Any]

HISTORY_MAX = 100  # messages of a channel in one reading


class Rest:
    """Calls Discord through the SDK's client, which knows its rate limits.

    Raises ``RetryLater``, ``Undeliverable`` or ``TooLateToAnswer``, never the SDK's errors.
    """

    def __init__(self, client: discord.Client) -> None:
        self._client, self._is_closed = client, False

    def close(self) -> None:
        """Call nobody any more."""
        self._is_closed = True

    async def call(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        enclosed: Sequence[Enclosed] = (),
        query: Json | None = None,
        **places: str,
    ) -> Any:
        """Call ``path``, whose placeholders are ``places``, and return the decoded answer."""
        if self._client.http.token is None or self._is_closed:
            raise RetryLater("offline")
        route = Route(method, path, **places)
        options: dict[str, Any] = {"params": dict(query)} if query else {}
        with border():
            if enclosed:
                return await self._upload(route, body, enclosed)
            if body is not None:
                options["json"] = body
            return await self._client.http.request(route, **options)

    async def answer(
        self,
        method: str,
        path: str,
        body: dict[str, Any],
        *,
        enclosed: Sequence[Enclosed] = (),
        **places: str,
    ) -> Any:
        """Answer an interaction, as the SDK does by itself: its token is the permission.

        The other client would keep the limits of each token for five minutes, and look
        through all of them at every new one: after a thousand clicks, a millisecond each.
        """
        if self._is_closed:
            raise RetryLater("offline")
        route, session = Route(method, path, **places), self._session()
        files = _files(enclosed)
        content: dict[str, Any] = {"payload": body}
        if files:
            within = body.get("data", body)
            within["attachments"] = _attachments(files)
            content = {"multipart": _form(body, files), "files": files}
        with border():
            return await async_context.get().request(route, session=session, **content)

    def _session(self) -> Any:
        """Return the SDK's own connections; a webhook is its public way to them."""
        return discord.Webhook.partial(0, "-", client=self._client).session

    async def download(self, address: str) -> bytes:
        """Fetch an attachment."""
        with border():
            return await self._client.http.get_from_cdn(address)

    async def _upload(self, route: Route, body: Json, enclosed: Sequence[Enclosed]) -> Any:
        """Send files under neutral names, without descriptions."""
        files = _files(enclosed)
        form = _form({**body, "attachments": _attachments(files)}, files)
        return await self._client.http.request(route, files=files, form=form)


def _files(enclosed: Sequence[Enclosed]) -> list[discord.File]:
    return [discord.File(BytesIO(each.data), each.name) for each in enclosed]


def _attachments(files: Sequence[discord.File]) -> list[Json]:
    return [{"id": str(n), "filename": file.filename} for n, file in enumerate(files)]


def _form(body: Json, files: Sequence[discord.File]) -> list[dict[str, Any]]:
    form: list[dict[str, Any]] = [{"name": "payload_json", "value": json.dumps(body)}]
    return form + [
        {"name": f"files[{n}]", "value": file.fp, "filename": file.filename}
        for n, file in enumerate(files)
    ]
