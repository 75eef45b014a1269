"""Pictures cross as pixels only; everything else is refused with a sentence that helps."""

import io

import pytest
from PIL import Image, PngImagePlugin

from adapters.pictures import PIXELS_MAX, SIDE_MAX, PillowPictures
from bot.domain.errors import BadFile
from bot.domain.limits import PICTURE_BYTES_MAX

CANARY = b"canary-4711"


def jpeg(size: tuple[int, int] = (40, 20), **options: object) -> bytes:
    output = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = CANARY.decode(), 6  # description; turned a quarter
    Image.new("RGB", size, "teal").save(output, "JPEG", exif=exif, comment=CANARY, **options)
    return output.getvalue()


def png() -> bytes:
    output = io.BytesIO()
    text = PngImagePlugin.PngInfo()
    text.add_text("Author", CANARY.decode())
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(output, "PNG", pnginfo=text)
    return output.getvalue()


@pytest.mark.parametrize("data", [jpeg(), png()], ids=["jpeg", "png"])
async def test_hidden_data_is_gone(data: bytes) -> None:
    assert CANARY in data
    assert CANARY not in (await PillowPictures().remake(data)).data


async def test_picture_is_turned_as_its_camera_meant_it() -> None:
    picture = await PillowPictures().remake(jpeg((40, 20)))
    assert (picture.width, picture.height, picture.media_type) == (20, 40, "image/jpeg")


async def test_transparency_survives() -> None:
    picture = await PillowPictures().remake(png())
    with Image.open(io.BytesIO(picture.data)) as image:
        assert image.mode == "RGBA"


async def test_large_picture_is_scaled_down() -> None:
    picture = await PillowPictures().remake(jpeg((SIDE_MAX * 2, 10)))
    assert picture.height == SIDE_MAX


async def test_two_copies_carry_different_names() -> None:
    pictures, data = PillowPictures(), png()
    assert (await pictures.remake(data)).id != (await pictures.remake(data)).id


def bomb() -> bytes:
    output = io.BytesIO()
    side = int(PIXELS_MAX**0.5) + 1
    Image.new("1", (side, side)).save(output, "PNG")
    return output.getvalue()


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "refusal-bad-file"),
        (b"nonsense", "refusal-bad-file"),
        (b"%PDF-1.7 x", "refusal-file-document"),
        (b"PK\x03\x04 docx", "refusal-file-document"),
        (b"\x00\x00\x00\x18ftypheic0000", "refusal-file-heic"),
        (b"x" * (PICTURE_BYTES_MAX + 1), "refusal-file-too-big"),
        (bomb(), "refusal-file-too-big"),
        (jpeg()[:200], "refusal-file-broken"),
    ],
    ids=["empty", "nonsense", "pdf", "office", "heic", "heavy", "bomb", "cut off"],
)
async def test_what_is_no_good_picture_is_refused_kindly(data: bytes, key: str) -> None:
    with pytest.raises(BadFile) as refusal:
        await PillowPictures().remake(data)
    assert refusal.value.key == key
