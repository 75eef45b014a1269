"""What browsers send is read within bounds."""

from collections.abc import AsyncIterator

import pytest
from starlette.requests import Request
from starlette.types import Message

from adapters.web.wire import DRAINED_BYTES_MAX, Fields, fields_of, read_body
from bot.domain.errors import TooMany
from bot.ui.forms import Gesture

CHUNK = 64 * 1024


class Sender:
    """A browser that sends a body in pieces, and counts how many were taken."""

    def __init__(self, body: bytes, *, repeat: int = 1) -> None:
        self.taken = 0
        self._chunks = self._pieces(body, repeat)

    async def _pieces(self, body: bytes, repeat: int) -> AsyncIterator[Message]:
        for _ in range(repeat):
            self.taken += 1
            yield {"type": "http.request", "body": body, "more_body": True}
        yield {"type": "http.request", "body": b"", "more_body": False}

    def request(self) -> Request:
        return Request({"type": "http", "method": "POST", "headers": []}, self._receive)

    async def _receive(self) -> Message:
        return await anext(self._chunks)


async def test_form_becomes_a_gesture() -> None:
    body = (
        b"act=request.draft&subject=s1&answer.text=J%E2%80%99ai+peur"
        b"&answer.languages=fr&answer.languages=en"
    )
    gesture = (await fields_of(Sender(body).request())).gesture()
    assert gesture == Gesture(
        "request.draft", "s1", {"text": "J’ai peur", "languages": ("fr", "en")}
    )


async def test_button_becomes_a_gesture_with_its_value() -> None:
    body = b"act=case.judge&subject=fanfare%7Cr1&value=yes&origin=ignored"
    gesture = (await fields_of(Sender(body).request())).gesture()
    assert gesture == Gesture("case.judge", "fanfare|r1", {"value": "yes"})


async def test_bytes_that_are_no_text_do_no_harm() -> None:
    fields = await fields_of(Sender(b"act=%ff%fe&%00=%00").request())
    assert fields.one("act") == "\ufffd\ufffd"


def test_missing_field_is_empty() -> None:
    assert (Fields().one("act"), Fields().many("picture")) == ("", ())


async def test_body_up_to_the_limit_is_read_whole() -> None:
    assert await read_body(Sender(b"x" * 10).request(), 10) == (b"x" * 10, True)


async def test_beyond_the_limit_only_one_byte_more_is_kept_and_the_rest_runs_out() -> None:
    sender = Sender(b"x" * CHUNK, repeat=100)
    data, is_whole = await read_body(sender.request(), 10)
    assert (len(data), is_whole, sender.taken) == (11, False, 100)


async def test_endless_body_is_not_listened_to() -> None:
    sender = Sender(b"x" * CHUNK, repeat=10**9)
    _, is_whole = await read_body(sender.request(), 10)
    assert not is_whole
    assert sender.taken == DRAINED_BYTES_MAX // CHUNK + 1


async def test_form_larger_than_any_text_is_refused() -> None:
    with pytest.raises(TooMany):
        await fields_of(Sender(b"x" * CHUNK, repeat=20).request())
