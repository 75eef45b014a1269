"""Re-made pictures on their way to Slack: each is uploaded once, under a neutral name."""

from adapters.slack.notes import Notes
from adapters.slack.render import Files, pictures_of
from adapters.slack.web import Web
from bot.domain.ids import RequestId
from bot.ui.screen import Bubble, Screen


class Uploads:
    """Uploads pictures; they stay the bot's own and are shown by their id."""

    def __init__(self, *, web: Web, notes: Notes) -> None:
        self._web, self._notes = web, notes

    async def of(self, space: str, drawing: Screen | Bubble, request: RequestId | None) -> Files:
        """Return the uploaded files of a drawing, by the id of the picture."""
        files: dict[str, str] = {}
        for number, picture in enumerate(pictures_of(drawing), 1):
            file = await self._notes.file(space, picture.id)
            if file is None:
                file = await self._web.upload(space, number, picture)
                await self._notes.keep_file(space, picture.id, file, request)
            files[picture.id] = file
        return files
