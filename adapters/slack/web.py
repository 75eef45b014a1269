"""The one door to Slack's Web API: every byte that leaves passes here."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.errors import DoneAlready, border
from adapters.slack.pace import Pace
from bot.domain.errors import BadFile, RetryLater, Undeliverable
from bot.domain.limits import PICTURE_BYTES_MAX

Json = Mapping[str, Any]
TokenOf = Callable[[str], Awaitable[str | None]]

FILE_HOSTS = frozenset({"files.slack.com"})
_CHUNK = 64 * 1024
_SERVER_ERROR = 500
_MEGABYTE = 1024 * 1024
_POSTS = frozenset({"chat.postMessage", "chat.postEphemeral"})


class Web:
    """Calls Slack as the bot of a workspace.

    Raises ``RetryLater``, ``Undeliverable``, ``TooLateToAnswer`` or ``DoneAlready``, never
    the SDK's errors. The client must retry nothing by itself: Slack takes no key by which
    it would know a post again, so that only the outbox may decide to say something twice.
    """

    def __init__(
        self,
        *,
        client: AsyncWebClient,
        session: aiohttp.ClientSession,
        token_of: TokenOf,
        pace: Pace,
    ) -> None:
        self._client, self._session = client, session
        self._token_of, self._pace = token_of, pace

    async def call(self, space: str, method: str, body: Json) -> Json:
        """Call a method that takes JSON."""
        channel = str(body.get("channel", ""))
        self._pace.check(space, method, channel)
        if method in _POSTS:
            await self._pace.turn(channel)
        try:
            return await self._called(space, method, json=dict(body))
        except RetryLater as later:
            if later.reason == "rate" and later.after:
                self._pace.close(space, method, channel, later.after)
            raise

    async def ask(self, space: str, method: str, **fields: str) -> Json:
        """Call a method that only takes a form: those that read, and the upload's first."""
        return await self._called(space, method, data=fields)

    async def upload(self, space: str, name: str, data: bytes, *, channel: str = "") -> str:
        """Upload a file of the bot's own and return its id; it shows in ``channel``, if any."""
        ticket = await self.ask(
            space, "files.getUploadURLExternal", filename=name, length=str(len(data))
        )
        with border():
            async with self._session.post(
                ticket["upload_url"], data=data, allow_redirects=False
            ) as response:
                _check_status(response.status)
        file = str(ticket["file_id"])
        done: dict[str, Any] = {"files": [{"id": file, "title": name}]}
        if channel:
            done["channel_id"] = channel
        try:
            await self.call(space, "files.completeUploadExternal", done)
        except DoneAlready:  # deleted meanwhile
            raise RetryLater("server") from None
        return file

    async def download(self, space: str, address: str) -> bytes:
        """Fetch a file that somebody joined; raises ``BadFile`` when it is too big."""
        self._check_address(address)
        headers = {"Authorization": f"Bearer {await self._token(space)}"}
        content = bytearray()
        with border():
            async with self._session.get(
                address, headers=headers, allow_redirects=False
            ) as response:
                _check_status(response.status)
                async for chunk in response.content.iter_chunked(_CHUNK):
                    content += chunk
                    if len(content) > PICTURE_BYTES_MAX:
                        maximum = PICTURE_BYTES_MAX // _MEGABYTE
                        raise BadFile("refusal-file-too-big", maximum=maximum)
        return bytes(content)

    # --- inside ---------------------------------------------------------------------------

    async def _called(self, space: str, method: str, **content: Any) -> Json:
        headers = {"Authorization": f"Bearer {await self._token(space)}"}
        with border():
            response = await self._client.api_call(method, headers=headers, **content)
        data: Json = response.data if isinstance(response.data, dict) else {}
        return data

    async def _token(self, space: str) -> str:
        token = await self._token_of(space)
        if token is None:
            raise Undeliverable("gone")
        return token

    def _check_address(self, address: str) -> None:
        """The token goes with the request: it must go to Slack and to nobody else."""
        parts = urlsplit(address)
        base = urlsplit(self._client.base_url)
        known = parts.scheme == "https" and parts.hostname in FILE_HOSTS
        if not known and (parts.scheme, parts.netloc) != (base.scheme, base.netloc):
            raise BadFile


def _check_status(status: int) -> None:
    if status >= _SERVER_ERROR:
        raise RetryLater("server")
    if status != 200:  # Slack sends who may not read a file to its login page
        raise Undeliverable("refused")
