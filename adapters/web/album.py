"""The pictures of the page: re-made ones only, sealed, gone with the post that shows them."""

from sqlite3 import Row

from adapters.web.sealed_file import SealedFile
from bot.domain.errors import NotFound
from bot.domain.ids import AttachmentId
from bot.domain.relay import Picture


class Album:
    """Keeps pictures under their random id, which is all that their address tells."""

    def __init__(self, file: SealedFile) -> None:
        self._file = file

    async def keep(self, picture: Picture) -> None:
        """Keep a picture until the post that shows it goes."""
        sealed = self._file.seal(picture.data, f"picture:{picture.id}")
        row = (picture.id, picture.media_type, picture.width, picture.height, sealed)
        async with self._file.change() as change:
            await change.do("INSERT OR IGNORE INTO pictures VALUES (?, '', ?, ?, ?, ?)", *row)

    async def picture(self, picture: str) -> Picture:
        """Return a picture; raises ``NotFound``."""
        rows = await self._file.rows("SELECT * FROM pictures WHERE id = ?", picture)
        if not rows:
            raise NotFound
        return self._picture(rows[0])

    async def of(self, post: str) -> list[Picture]:
        """Return the pictures that a post shows."""
        query = "SELECT * FROM pictures WHERE post = ? ORDER BY rowid"
        return [self._picture(row) for row in await self._file.rows(query, post)]

    def _picture(self, row: Row) -> Picture:
        name = AttachmentId(row["id"])
        data = self._file.open_seal(row["content"], f"picture:{name}")
        return Picture(name, row["media_type"], row["width"], row["height"], data)
