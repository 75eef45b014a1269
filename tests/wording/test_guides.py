"""The guides name commands and buttons as people see them, in both languages."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import bot.wording
from bot.commands import command_named
from bot.domain.people import Language

DOCS = Path(__file__).parents[2] / "docs"
WORDING = Path(bot.wording.__file__).parent
GUIDES = sorted(path.name.split(".")[0] for path in DOCS.glob("guide-*.en.md"))


def guide(name: str, language: Language) -> str:
    return (DOCS / f"{name}{'.en' if language == 'en' else ''}.md").read_text("utf-8")


def labels(text: str) -> Iterator[str]:
    """Yield what is in bold, or begins the row of a table: a button's name, no sentence."""
    yield from re.findall(r"\*\*([A-ZÉÀ][^*]*[^*.…:])\*\*", text)
    yield from (
        row for row in re.findall(r"^\| ([^|]+) \|", text, re.MULTILINE) if row[0].isupper()
    )


def sentences(language: Language) -> set[str]:
    files = (WORDING / language).glob("*.ftl")
    lines = [line for file in files for line in file.read_text("utf-8").splitlines()]
    return {line.partition("= ")[2].strip() for line in lines if "= " in line}


def test_every_guide_is_there_in_both_languages() -> None:
    french = [path.stem for path in DOCS.glob("guide-*.md") if "." not in path.stem]
    assert sorted(french) == GUIDES


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", GUIDES)
def test_guide_names_what_exists(name: str, language: Language) -> None:
    text = guide(name, language)
    for typed in re.findall(r"`/([a-z-]+)`", text):
        command = command_named(typed)
        assert command is not None
        assert command.names[language] == typed
    assert set(labels(text)) - sentences(language) == set()


@pytest.mark.parametrize("name", GUIDES)
def test_guide_has_the_same_parts_in_both_languages(name: str) -> None:
    french, english = (
        re.findall(r"^(#+|\d\.|-|\|) ", guide(name, it), re.MULTILINE) for it in ("fr", "en")
    )
    assert french == english
