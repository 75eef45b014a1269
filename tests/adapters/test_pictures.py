"""Pictures cross as pixels only; everything else is refused with a sentence that helps."""

import asyncio
import io
import zlib
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
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


async def test_unreadable_notes_do_not_stop_a_picture() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    notes = exif.tobytes().replace(b"\x12\x01\x03\x00", b"\x12\x01\x02\x00")  # a word, no number
    picture = await PillowPictures().remake(saved(TEAL, "JPEG", exif=notes))
    assert picture.media_type == "image/jpeg"


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


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    output = io.BytesIO()
    image.save(output, kind, **options)
    return output.getvalue()


XMP = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + CANARY + b"</x:xmpmeta>"
TEAL = Image.new("RGB", (12, 8), "teal")
ODD = {
    "palette": saved(TEAL.quantize(8), "PNG"),
    "see-through palette": saved(TEAL.quantize(8), "PNG", transparency=0),
    "grey with 16 bits": saved(Image.new("I;16", (12, 8), 40_000), "PNG"),
    "one bit": saved(Image.new("1", (12, 8)), "PNG"),
    "CMYK": saved(TEAL.convert("CMYK"), "JPEG"),
    "progressive with XMP": saved(TEAL, "JPEG", progressive=True, xmp=XMP),
    "WebP with XMP": saved(TEAL, "WEBP", xmp=XMP, exif=b"Exif\x00\x00" + CANARY),
    "WebP with a profile": saved(TEAL, "WEBP", icc_profile=CANARY * 20, lossless=True),
    "GIF that moves": saved(
        TEAL, "GIF", save_all=True, append_images=[Image.new("RGB", (12, 8))], comment=CANARY
    ),
    "PNG that moves": saved(TEAL, "PNG", save_all=True, append_images=[TEAL.rotate(180)]),
    "with a tail": saved(TEAL, "PNG") + CANARY,
}


@pytest.mark.parametrize("data", ODD.values(), ids=ODD.keys())
async def test_every_kind_is_repainted_as_one_still_picture(data: bytes) -> None:
    picture = await PillowPictures().remake(data)
    assert CANARY not in picture.data
    with Image.open(io.BytesIO(picture.data)) as image:
        image.load()
        assert (image.size, image.mode in ("RGB", "RGBA")) == ((12, 8), True)
        assert getattr(image, "n_frames", 1) == 1
        assert set(image.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
        assert dict(image.getexif()) == {}


def test_colours_survive_the_printers_inks() -> None:
    picture = asyncio.run(PillowPictures().remake(ODD["CMYK"]))
    with Image.open(io.BytesIO(picture.data)) as image:
        red, green, blue = image.convert("RGB").crop((5, 5, 6, 6)).tobytes()
    assert red < 40
    assert min(green, blue) > 100


def tiny_file_of_many_pixels() -> bytes:
    """Return a PNG of a few bytes that says it is 60,000 pixels wide and high."""
    data = bytearray(saved(TEAL, "PNG"))
    data[16:24] = (60_000).to_bytes(4, "big") * 2
    data[29:33] = zlib.crc32(data[12:29]).to_bytes(4, "big")
    return bytes(data)


async def test_a_bomb_is_known_by_what_it_says_before_it_is_unpacked() -> None:
    with pytest.raises(BadFile) as refusal:
        await PillowPictures().remake(tiny_file_of_many_pixels())
    assert refusal.value.key == "refusal-file-too-big"


@settings(max_examples=150, deadline=None)
@given(at=st.integers(0, 600), byte=st.integers(0, 255), cut=st.integers(0, 600))
def test_broken_files_are_refused_and_never_break_us(at: int, byte: int, cut: int) -> None:
    data = bytearray(ODD["progressive with XMP"])
    data[at % len(data)] = byte
    del data[len(data) - cut % 40 :]
    picture = None
    with suppress(BadFile):
        picture = asyncio.run(PillowPictures().remake(bytes(data)))
    assert picture is None or CANARY not in picture.data
