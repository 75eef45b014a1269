"""Every call that came in: where to, with what body, and for whose eyes."""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Call:
    """One request; ``reader`` is the one person who sees it, or empty for several.

    ``at`` is when it came in, by the clock of the event loop.
    """

    method: str
    path: str
    body: Any
    raw: bytes
    reader: str = ""
    status: int = 200
    at: float = 0.0

    @property
    def is_answer(self) -> bool:
        return self.path.startswith(("/interactions/", "/webhooks/"))

    @property
    def files(self) -> list[tuple[str, str]]:
        """The names and the text of the files that it carries."""
        parts = re.findall(rb'name="files\[\d+\]".*?filename="(.*?)".*?\r\n\r\n(.*?)\r\n--',
                           self.raw, re.DOTALL)  # fmt: skip
        return [(name.decode(), text.decode("utf-8", "replace")) for name, text in parts]

    @property
    def flags(self) -> int:
        body = self.body or {}
        return int((body.get("data") or body).get("flags", 0))


@dataclass(frozen=True)
class Leak:
    """A mark of somebody in a body that others see."""

    call: Call
    mark: str


def leaks(calls: Collection[Call], marks: Collection[str], owner: str) -> Iterator[Leak]:
    """Find the marks of ``owner`` in everything that is not for their eyes only."""
    for call in calls:
        if call.reader == owner or call.path.startswith("/users/@me/channels"):
            continue
        text = call.raw.decode("utf-8", "replace")
        if "thread-members" in call.path:  # everybody in a thread sees who is let in
            text += call.path
        yield from (Leak(call, mark) for mark in marks if mark in text)


def decoded(raw: bytes, content_type: str) -> Any:
    """Return the JSON of a body, also when it comes with files."""
    if content_type.startswith("multipart/"):
        found = re.search(rb'name="payload_json".*?\r\n\r\n(.*?)\r\n--', raw, re.DOTALL)
        return json.loads(found.group(1)) if found else None
    return json.loads(raw) if raw else None
