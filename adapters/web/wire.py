"""Reads what browsers send, within bounds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qs

from starlette.requests import Request

from bot.domain.errors import TooMany
from bot.ui.forms import Gesture, Value

FIELDS_BYTES_MAX = 1024 * 1024  # 50,000 characters of four bytes, percent-encoded, and room
DRAINED_BYTES_MAX = 64 * 1024 * 1024

_ANSWER = "answer."


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a form, each with all of its values."""

    values: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def one(self, name: str) -> str:
        """Return the first value of a field, or nothing."""
        return self.values.get(name, ("",))[0]

    def many(self, name: str) -> tuple[str, ...]:
        """Return every value of a field."""
        return self.values.get(name, ())

    def gesture(self) -> Gesture:
        """Return what was done on a screen; a button's value is an answer like a form's."""
        answers: dict[str, Value] = {
            name.removeprefix(_ANSWER): values[0] if len(values) == 1 else values
            for name, values in self.values.items()
            if name.startswith(_ANSWER)
        }
        if self.one("value"):
            answers["value"] = self.one("value")
        return Gesture(self.one("act"), self.one("subject"), answers)


async def fields_of(request: Request) -> Fields:
    """Read a form; raises ``TooMany`` when it is larger than any text that we could take."""
    body, is_whole = await read_body(request, FIELDS_BYTES_MAX)
    if not is_whole:
        raise TooMany("refusal-too-many")
    parsed = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=300)
    return Fields({name: tuple(values) for name, values in parsed.items()})


async def read_body(request: Request, most: int) -> tuple[bytes, bool]:
    """Read up to ``most`` bytes, and say whether that was all.

    What is beyond is let run out, unread, up to a bound: a browser that is still sending
    when the connection closes never sees the answer.
    """
    kept, seen = bytearray(), 0
    async for chunk in request.stream():
        seen += len(chunk)
        if len(kept) <= most:
            kept += chunk
        if seen > DRAINED_BYTES_MAX:
            break
    return bytes(kept[: most + 1]), seen <= most
