"""Every sentence in both languages, with its placeholders, used, and well typeset."""

import ast
import re
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from bot.domain.people import LANGUAGES, Language
from bot.wording import load

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "bot" / "wording"
NARROW, NO_BREAK = "\u202f", "\u00a0"


class Parts(Visitor):
    """Collects the placeholders and the text of a message."""

    def __init__(self) -> None:
        self.variables: set[str] = set()
        self.texts: list[str] = []

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802
        self.variables.add(node.id.name)

    def visit_TextElement(self, node: ftl.TextElement) -> None:  # noqa: N802
        self.texts.append(node.value)


def messages(language: Language) -> dict[str, Parts]:
    found: dict[str, Parts] = {}
    for path in sorted((FOLDER / language).glob("*.ftl")):
        for entry in FluentParser().parse(path.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{path.name}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"twice: {entry.id.name}"
                parts = Parts()
                parts.visit(entry)
                found[entry.id.name] = parts
    return found


MESSAGES = {language: messages(language) for language in LANGUAGES}


def test_both_languages_say_the_same_things_with_the_same_placeholders() -> None:
    french, english = (
        {key: parts.variables for key, parts in MESSAGES[language].items()}
        for language in LANGUAGES
    )
    assert french == english


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_is_said_without_fault(language: Language) -> None:
    say = load(strict=True)[language]
    for key, parts in MESSAGES[language].items():
        for number in (0, 1, 2, 100):
            assert say(key, **dict.fromkeys(parts.variables, number))


def literals() -> tuple[set[str], list[re.Pattern[str]]]:
    """Return the strings in the code that may be keys, and the f-strings as patterns."""
    plain: set[str] = set()
    patterns: list[re.Pattern[str]] = []
    for package in ("bot", "adapters"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    plain.add(node.value)
                if isinstance(node, ast.JoinedStr):
                    pieces = [
                        re.escape(str(v.value)) if isinstance(v, ast.Constant) else "[a-z0-9-]+"
                        for v in node.values
                    ]
                    patterns.append(re.compile("".join(pieces)))
        for path in (ROOT / package).rglob("*.html"):
            plain |= set(re.findall(r"""say\(\s*["']([a-z0-9-]+)["']""", path.read_text("utf-8")))
    return plain, patterns


def test_every_sentence_is_used() -> None:
    plain, patterns = literals()

    def is_used(key: str) -> bool:
        return (
            key in plain
            or key.removesuffix("-title") in plain
            or any(pattern.fullmatch(key) for pattern in patterns)
        )

    assert [key for key in MESSAGES["fr"] if not is_used(key)] == []


CALLS = re.compile(r"""\bsay(?:\(who\))?\(\s*["']([a-z0-9-]+)["']""")


def test_every_sentence_that_is_asked_for_exists() -> None:
    asked = {
        key
        for package in ("bot", "adapters")
        for suffix in ("*.py", "*.html")
        for path in (ROOT / package).rglob(suffix)
        for key in CALLS.findall(path.read_text("utf-8"))
    }
    refusals = {
        key
        for path in (ROOT / "bot").rglob("*.py")
        for key in re.findall(r'"((?:refusal|fault)-[a-z-]+)"', path.read_text("utf-8"))
    }
    assert sorted((asked | refusals) - set(MESSAGES["fr"])) == []


FRENCH_FAULTS = {
    "straight apostrophe": r"'",
    "straight quotes": r'"',
    "three dots": r"\.\.\.",
    "no narrow space before ; ! ?": rf"(?<=[^{NARROW}\s])[;!?](?!\w)",
    "ordinary space before ; ! ? :": r" [;!?:]",
    "no no-break space before :": rf"(?<=[^{NO_BREAK}\s\d]):(?=\s|$)",
    "no no-break space inside «»": rf"«(?!{NO_BREAK})|(?<!{NO_BREAK})»",
}
ENGLISH_FAULTS = {
    "straight apostrophe": r"'",
    "straight quotes": r'"',
    "three dots": r"\.\.\.",
    "French spacing": rf"[{NARROW}{NO_BREAK} ][;!?:]",
}


@pytest.mark.parametrize(
    ("language", "fault", "pattern"),
    [("fr", *each) for each in FRENCH_FAULTS.items()]
    + [("en", *each) for each in ENGLISH_FAULTS.items()],
)
def test_typography_is_right(language: Language, fault: str, pattern: str) -> None:
    wrong = [
        (key, text)
        for key, parts in MESSAGES[language].items()
        for text in parts.texts
        if re.search(pattern, text)
    ]
    assert wrong == [], fault
