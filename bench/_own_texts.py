"""The examples and the hostile pieces of the tests, as the measurements read them."""

import json
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

TESTS = Path(__file__).parents[1] / "tests" / "knowledge" / "redaction"
HOSTILE_FILE = TESTS / "hostile.json"
HOSTILE: dict[str, str] = json.loads(HOSTILE_FILE.read_text("utf-8"))
_MARKED = re.compile(r"⟦([^⟧]*)⟧")


def stories() -> Iterator[str]:
    """Yield the stories of the tests as lines for the evaluation."""
    for block in (TESTS / "stories.txt").read_text("utf-8").strip().split("\n\n"):
        lines = [line for line in block.split("\n") if not line.startswith("# ")]
        names = lines.pop(0).removeprefix("names: ") if lines[:1] and "names: " in lines[0] else ""
        if lines:
            yield json.dumps(labelled("\n".join(lines), [n for n in names.split(", ") if n]))


def messages() -> list[str]:
    """Return the messages that redaction is held to."""
    file = resources.files("knowledge.redaction") / "examples" / "messages.jsonl"
    return file.read_text("utf-8").splitlines()


def labelled(marked: str, names: list[str]) -> dict[str, object]:
    """Return a text whose identifying passages were marked, with where they stand."""
    text, spans = "", []
    for place, piece in enumerate(_MARKED.split(marked)):
        if place % 2:
            spans.append({"start": len(text), "end": len(text) + len(piece), "type": "any"})
        text += piece
    return {"text": text, "names_to_hide": names, "spans": spans}
