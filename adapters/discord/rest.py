"""The one door to Discord's REST interface: every byte that leaves passes here."""

import json
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import discord
from discord.http import Route

from adapters.discord.errors import border
from adapters.discord.render import file_name
from bot.domain.errors import RetryLater
from bot.domain.relay import Picture

Json = Mapping[str, Any]


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
        pictures: Sequence[Picture] = (),
        query: Json | None = None,
        **places: str,
    ) -> Any:
        """Call ``path``, whose placeholders are ``places``, and return the decoded answer."""
        if self._client.http.token is None or self._is_closed:
            raise RetryLater("offline")
        route = Route(method, path, **places)
        options: dict[str, Any] = {"params": dict(query)} if query else {}
        with border():
            if pictures:
                return await self._upload(route, body, pictures)
            if body is not None:
                options["json"] = body
            return await self._client.http.request(route, **options)

    async def download(self, address: str) -> bytes:
        """Fetch an attachment."""
        with border():
            return await self._client.http.get_from_cdn(address)

    async def _upload(self, route: Route, body: Json, pictures: Sequence[Picture]) -> Any:
        """Send pictures under neutral names, without descriptions."""
        names = [file_name(number, picture) for number, picture in enumerate(pictures, 1)]
        attachments = [{"id": str(n), "filename": name} for n, name in enumerate(names)]
        payload = json.dumps({**body, "attachments": attachments})
        form: list[dict[str, Any]] = [{"name": "payload_json", "value": payload}]
        files = [
            discord.File(BytesIO(p.data), name) for p, name in zip(pictures, names, strict=True)
        ]
        form += [
            {"name": f"files[{n}]", "value": file.fp, "filename": names[n]}
            for n, file in enumerate(files)
        ]
        return await self._client.http.request(route, files=files, form=form)
