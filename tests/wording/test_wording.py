"""Every sentence in both languages, with its placeholders, used, and well typeset."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeGuard

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


# In templates: say("key"), say('beginning-' ~ value)
IN_TEMPLATES = re.compile(r"""\bsay\(\s*["']([a-z0-9-]+)["']\s*(~?)""")


def in_templates(mark: str) -> set[str]:
    """Return the keys in templates, or the beginnings of keys (``~``)."""
    return {
        key
        for path in (ROOT / "adapters").rglob("*.html")
        for key, found in IN_TEMPLATES.findall(path.read_text("utf-8"))
        if found == mark
    }


@cache
def nodes() -> tuple[tuple[str, ast.AST], ...]:
    return tuple(
        (path.relative_to(ROOT).as_posix(), node)
        for package in ("bot", "adapters")
        for path in (ROOT / package).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
    )


def strings() -> set[str]:
    """Return every string of the code."""
    return {
        node.value
        for _, node in nodes()
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def sayings() -> Iterator[tuple[str, str, ast.Call]]:
    """Yield where which key is said."""
    for file, node in nodes():
        if is_saying(node) and isinstance(node.args[0], ast.Constant):
            yield f"{file}:{node.lineno}", str(node.args[0].value), node


def questions() -> Iterator[tuple[str, str | None]]:
    """Yield form and name of each ``question(say, form, name)``, which says a label and a hint."""
    for _, node in nodes():
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "question":
            form, name = node.args[1:3]
            known = isinstance(name, ast.Constant)
            yield ast.literal_eval(form), ast.literal_eval(name) if known else None


def labels_and_hints() -> set[str]:
    labels = {f"{form}-{name}".replace("_", "-") for form, name in questions() if name}
    return labels | {f"{label}-hint" for label in labels}


def is_saying(node: ast.AST) -> TypeGuard[ast.Call]:
    """Tell ``say("key", …)`` and its like, whatever holds the wording."""
    if not isinstance(node, ast.Call) or not node.args:
        return False
    holder = node.func.func if isinstance(node.func, ast.Call) else node.func
    name = getattr(holder, "attr", getattr(holder, "id", ""))
    wordings = isinstance(holder, ast.Subscript) and "wordings" in ast.unparse(holder)
    return wordings or name.lstrip("_") == "say"


def shape(text: ast.JoinedStr) -> re.Pattern[str]:
    """Return what an f-string may come to; one without letters of its own matches nothing."""
    parts = [str(part.value) if isinstance(part, ast.Constant) else "" for part in text.values]
    if not re.search("[a-z]", "".join(parts)):
        return re.compile("(?!)")
    return re.compile("".join(re.escape(part) or "[a-z0-9-]+" for part in parts))


def test_every_sentence_is_used() -> None:
    plain = strings() | labels_and_hints() | in_templates("")
    patterns = [shape(node) for _, node in nodes() if isinstance(node, ast.JoinedStr)]
    patterns += [re.compile(f"{form}-.+") for form, name in questions() if name is None]
    patterns += [re.compile(beginning + ".+") for beginning in in_templates("~")]
    unused = [
        key
        for key in MESSAGES["fr"]
        if not {key, key.removesuffix("-title")} & plain
        and not any(pattern.fullmatch(key) for pattern in patterns)
    ]
    assert unused == []


def test_every_sentence_that_is_asked_for_exists() -> None:
    asked = {key for _, key, _ in sayings()} | labels_and_hints() | in_templates("")
    asked |= {text for text in strings() if re.fullmatch("(refusal|fault)-[a-z-]+", text)}
    assert sorted(asked - set(MESSAGES["fr"])) == []


def test_every_beginning_in_a_template_leads_to_a_sentence() -> None:
    assert [
        beginning
        for beginning in in_templates("~")
        if not any(key.startswith(beginning) for key in MESSAGES["fr"])
    ] == []


def test_every_sentence_is_given_its_placeholders() -> None:
    wrong = []
    for place, key, call in sayings():
        given = {keyword.arg or "**" for keyword in call.keywords}
        wanted = MESSAGES["fr"][key].variables if key in MESSAGES["fr"] else given
        if given != wanted and "**" not in given:  # only running it tells what ** holds
            wrong.append(f"{place}: {key} takes {sorted(wanted)}")
    assert wrong == []


FAULTS = {
    "straight apostrophe": r"'",
    "straight quotes": r'"',
    "three dots": r"\.\.\.",
    "a hyphen as a dash": r"(?<!\w)-(?!\w)",
}
FRENCH_FAULTS = {
    **FAULTS,
    "no narrow space before ; ! ?": rf"(?<![{NARROW}!?])[;!?](?!\w)",
    "no no-break space before :": rf"(?<!{NO_BREAK}):(?=\s|$)",
    "no no-break space inside «»": rf"«(?!{NO_BREAK})|(?<!{NO_BREAK})»",
}
ENGLISH_FAULTS = {**FAULTS, "French spacing": rf"[{NARROW}{NO_BREAK} ][;!?:]|[«»]"}


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
