"""Whole calls for help: everything that identifies goes, everything else stays."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from knowledge.redaction import Redaction, redact

_MARKED = re.compile(r"⟦([^⟧]*)⟧")
_WORD = re.compile(r"\w+")
#: What may stay of a marked passage: it names nobody alone.
_TITLES = frozenset(
    {"m", "mme", "me", "dr", "le", "la", "l", "cvv", "n", "du", "de", "des", "sœur", "maître"}
    | {"comte", "docteur"}
)


class Story(NamedTuple):
    names: tuple[str, ...]
    text: str
    #: For each character of the text, whether it identifies.
    identifies: tuple[bool, ...]


def stories() -> Iterator[Story]:
    """Read stories.txt: blocks with a line of names to hide, identifying passages marked."""
    source = Path(__file__).with_name("stories.txt").read_text(encoding="utf-8")
    for block in source.strip().split("\n\n"):
        lines = [line for line in block.split("\n") if not line.startswith("# ")]
        if not lines:
            continue
        names = lines.pop(0).removeprefix("names: ") if lines[0].startswith("names: ") else ""
        pieces = _MARKED.split("\n".join(lines))
        flags = tuple(bool(at % 2) for at, piece in enumerate(pieces) for _ in piece)
        yield Story(tuple(filter(None, names.split(", "))), "".join(pieces), flags)


STORIES = list(stories())
IDS = [story.text[:40] for story in STORIES]


def masked(done: Redaction) -> set[int]:
    return {at for mask in done.masks for at in range(mask.start, mask.end)}


def words_of(story: Story) -> Iterator[tuple[str, range, bool]]:
    """Yield the words of a story, where they stand, and whether all of the word identifies."""
    for found in _WORD.finditer(story.text):
        flags = {story.identifies[at] for at in range(*found.span())}
        if len(flags) == 1:
            yield found.group(), range(*found.span()), flags.pop()


@pytest.mark.parametrize("story", STORIES, ids=IDS)
def test_what_identifies_is_gone(story: Story) -> None:
    hidden = masked(redact(story.text, story.names))
    left = [
        word
        for word, place, identifies in words_of(story)
        if identifies and not hidden.issuperset(place) and word.lower() not in _TITLES
    ]
    assert left == []


@pytest.mark.parametrize("story", STORIES, ids=IDS)
def test_what_names_nobody_stays(story: Story) -> None:
    hidden = masked(redact(story.text, story.names))
    lost = [
        word
        for word, place, identifies in words_of(story)
        if not identifies and not hidden.isdisjoint(place)
    ]
    assert lost == []
