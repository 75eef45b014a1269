"""The five sections of a case's body, between Markdown and plain texts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

PARTS = ("trigger", "escalation", "response", "ending", "lessons")
HEADINGS: Mapping[str, Mapping[str, str]] = {
    "fr": {
        "trigger": "Ce qui a tout déclenché",
        "escalation": "Comment c’est monté",
        "response": "Ce qui a été fait",
        "ending": "Comment ça s’est terminé",
        "lessons": "À retenir",
    },
    "en": {
        "trigger": "What set it off",
        "escalation": "How it grew",
        "response": "What was done",
        "ending": "How it ended",
        "lessons": "What to take away",
    },
}
_BULLET = re.compile(r"(?:[-*]|\d{1,3}[.)]) +")
_HEADING_OR_LIST = re.compile(r"^(\\*(?:#|[-*] |\d{1,3}[.)] ))")
_ESCAPED = re.compile(r"^\\(\\*(?:#|[-*] |\d{1,3}[.)] ))")


@dataclass(frozen=True, slots=True)
class Section:
    """One heading, its line in the body, and the lines below it."""

    heading: str
    line: int
    lines: tuple[str, ...]

    @property
    def part(self) -> str | None:
        """Which of ``PARTS`` this is, in either language."""
        wanted = _plain(self.heading)
        for headings in HEADINGS.values():
            for part, heading in headings.items():
                if _plain(heading) == wanted:
                    return part
        return None

    @property
    def text(self) -> str:
        """The paragraphs, each on one line."""
        return "\n\n".join(_joined(block) for block in _blocks(self.lines))

    @property
    def items(self) -> tuple[str, ...]:
        """The items of the list, each on one line."""
        items: list[str] = []
        for line in filter(str.strip, self.lines):
            bullet = _BULLET.match(line)
            if bullet:
                items.append(line[bullet.end() :].strip())
            elif items:
                items[-1] = f"{items[-1]} {line.strip()}"
        return tuple(items)


def split(body: str) -> tuple[Section, ...]:
    """Cut ``body`` at its ``##`` headings; what stands before the first has no heading."""
    sections: list[Section] = []
    heading, start, lines = "", 0, list[str]()
    for number, line in enumerate([*body.split("\n"), "## "]):
        if line.startswith("## "):
            if heading or any(map(str.strip, lines)):
                sections.append(Section(heading, start, tuple(lines)))
            heading, start, lines = line[3:].strip(), number, []
        else:
            lines.append(line)
    return tuple(sections)


def markdown(language: str, parts: Mapping[str, str | tuple[str, ...]]) -> str:
    """Write the sections that have content, in their order."""
    written = [
        f"## {HEADINGS[language][part]}\n{_content(part, parts[part])}\n"
        for part in PARTS
        if parts[part]
    ]
    return "\n".join(written)


def _content(part: str, value: str | tuple[str, ...]) -> str:
    if isinstance(value, str):
        return _paragraphs(value)
    numbered = part == "response"
    return "\n".join(
        f"{f'{number}.' if numbered else '-'} {item}" for number, item in enumerate(value, start=1)
    )


def _paragraphs(text: str) -> str:
    # A story told by a person may begin a line with # or 1. and must stay a paragraph.
    return "\n\n".join(_HEADING_OR_LIST.sub(r"\\\1", line) for line in text.split("\n\n"))


def _blocks(lines: tuple[str, ...]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            block.append(line.strip())
        elif block:
            yield block
            block = []


def _joined(block: list[str]) -> str:
    return _ESCAPED.sub(r"\1", " ".join(block))


def _plain(heading: str) -> str:
    return heading.replace("’", "'").casefold()
