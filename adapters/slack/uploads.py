"""Re-made pictures on Slack: each is uploaded once, under a neutral name, and deleted in time."""

from collections.abc import Awaitable, Callable, Collection
from contextlib import suppress

from adapters.slack.errors import DoneAlready
from adapters.slack.notes import Notes, Upload
from adapters.slack.render import Files, pictures_of
from adapters.slack.web import Web
from bot.domain.errors import RetryLater, Undeliverable
from bot.domain.ids import AttachmentId, RequestId
from bot.ui.screen import Bubble, Screen

_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}

Kept = Callable[[RequestId], Awaitable[Collection[AttachmentId]]]


class Uploads:
    """Uploads pictures; they stay the bot's own and are shown by their id.

    A file lives no longer than the picture that it shows: a message that is gone from a
    channel would leave its file in the workspace. ``kept`` tells which pictures a
    conversation still has.
    """

    def __init__(self, *, web: Web, notes: Notes, kept: Kept) -> None:
        self._web, self._notes, self._kept = web, notes, kept
        self._going: set[str] = set()  # files that are being deleted

    async def of(self, space: str, drawing: Screen | Bubble, request: RequestId | None) -> Files:
        """Return the uploaded files of a drawing, by the id of the picture."""
        files: dict[str, str] = {}
        for number, picture in enumerate(pictures_of(drawing), 1):
            upload = await self._notes.upload(space, picture.id, request or "")
            if upload is None:
                name = f"image-{number}.{_SUFFIXES.get(picture.media_type, 'png')}"
                file = await self._web.upload(space, name, picture.data)
                upload = Upload(space, picture.id, file, request or "")
                await self._notes.keep_upload(upload)
            files[picture.id] = upload.file
        return files

    async def tidy(self, request: RequestId) -> None:
        """Delete the files of a conversation whose pictures are gone; raises ``RetryLater``."""
        if uploads := await self._notes.uploads(request):
            kept = await self._kept(request)
            for upload in uploads:
                if upload.picture not in kept and upload.file not in self._going:
                    await self._delete(upload)

    async def tidy_all(self) -> None:
        """Delete what nothing shows any more, wherever it was shown."""
        requests = {RequestId(each.request) for each in await self._notes.uploads()}
        for request in sorted(requests - {""}):
            with suppress(RetryLater):
                await self.tidy(request)

    async def _delete(self, upload: Upload) -> None:
        """Delete a file once, though several deliveries may find it at the same time."""
        self._going.add(upload.file)
        try:
            if await self._notes.upload(upload.space, upload.picture, upload.request):
                with suppress(DoneAlready):
                    await self._web.call(upload.space, "files.delete", {"file": upload.file})
                await self._notes.forget_upload(upload)
        except Undeliverable:
            return  # ``tidy_all`` tries again
        finally:
            self._going.discard(upload.file)
