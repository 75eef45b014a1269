"""Re-makes pictures: decoded, turned, repainted on a new canvas, encoded again, renamed.

Saving the decoded picture is not enough: Pillow keeps a JPEG's comment. Only pixels cross.
"""

import asyncio
import io
import struct
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from bot.domain.errors import BadFile
from bot.domain.ids import AttachmentId, new_id
from bot.domain.limits import PICTURE_BYTES_MAX
from bot.domain.relay import Picture

PIXELS_MAX = 40_000_000
SIDE_MAX = 4096  # pixels; larger pictures are scaled down
JPEG_QUALITY = 88
_MEGABYTE = 1024 * 1024
_ACCEPTED = ("PNG", "JPEG", "WEBP", "GIF")
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"heim", b"heis")
_DOCUMENTS = (b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")


class PillowPictures:
    """Re-makes pictures off the event loop, at most two at a time."""

    def __init__(self) -> None:
        self._places = asyncio.Semaphore(2)

    async def remake(self, data: bytes) -> Picture:
        """Return a clean copy; raises ``BadFile`` with the sentence that helps."""
        _refuse_others(data)
        async with self._places:
            return await asyncio.to_thread(_remade, data)


def _refuse_others(data: bytes) -> None:
    if len(data) > PICTURE_BYTES_MAX:
        raise BadFile("refusal-file-too-big", maximum=PICTURE_BYTES_MAX // _MEGABYTE)
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        raise BadFile("refusal-file-heic")
    if data.startswith(_DOCUMENTS):
        raise BadFile("refusal-file-document")


def _remade(data: bytes) -> Picture:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what Pillow makes do with
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            return _repaint(data)
    except UnidentifiedImageError as error:
        raise BadFile from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise BadFile("refusal-file-too-big", maximum=PICTURE_BYTES_MAX // _MEGABYTE) from error
    except (OSError, SyntaxError, ValueError) as error:  # what Pillow raises on broken files
        raise BadFile("refusal-file-broken") from error


def _repaint(data: bytes) -> Picture:
    with Image.open(io.BytesIO(data), formats=_ACCEPTED) as source:
        if source.width * source.height > PIXELS_MAX:
            raise BadFile("refusal-file-too-big", maximum=PICTURE_BYTES_MAX // _MEGABYTE)
        turned = _turned(source)
        mode = "RGBA" if _has_transparency(turned) else "RGB"
        lossless = source.format in ("PNG", "GIF") or mode == "RGBA"
        pixels = turned.convert(mode)
    pixels.thumbnail((SIDE_MAX, SIDE_MAX))
    canvas = Image.new(mode, pixels.size)
    canvas.paste(pixels)
    return _encoded(canvas, lossless=lossless)


def _turned(source: Image.Image) -> Image.Image:
    """Turn a picture as its camera meant it; with unreadable notes it stays as it lies."""
    try:
        return ImageOps.exif_transpose(source)
    except (SyntaxError, ValueError, struct.error):
        return source


def _has_transparency(image: Image.Image) -> bool:
    return "A" in image.getbands() or "transparency" in image.info


def _encoded(canvas: Image.Image, *, lossless: bool) -> Picture:
    output = io.BytesIO()
    if lossless:
        canvas.save(output, "PNG", optimize=False)
    else:
        canvas.save(output, "JPEG", quality=JPEG_QUALITY)
    media_type = "image/png" if lossless else "image/jpeg"
    width, height = canvas.size
    return Picture(AttachmentId(new_id()), media_type, width, height, output.getvalue())
