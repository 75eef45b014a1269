"""Habits that no import tells: sizes, clocks, environment, broad excepts, words in code."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "adapters", "knowledge")

# The three places where anything may be caught, because everything else must go on.
BROAD_EXCEPT = {
    "adapters/dispatcher.py",
    "adapters/scheduler.py",
    "adapters/web/app.py",
    "adapters/discord/app.py",
    "adapters/slack/app.py",
}
FRENCH = re.compile(r"[àâçéèêëîïôûùœ]|\b(?:une?|les|des|est|votre|vous|avec|pour)\b", re.IGNORECASE)
# Code names, typed hours, the redaction's and the triage's own French: data, not wording.
FRENCH_IN_CODE = ("knowledge/", "bot/domain/code_names.py", "adapters/demo/")


def sources() -> Iterator[tuple[str, ast.Module, str]]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            text = path.read_text("utf-8")
            yield path.relative_to(ROOT).as_posix(), ast.parse(text), text


def functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def body_length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines from the signature's end to the last one, docstring left out."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - body[0].lineno + 1 if body else 1


def test_functions_stay_small() -> None:
    lengths = {
        f"{file}:{function.name}": body_length(function)
        for file, tree, _ in sources()
        for function in functions(tree)
    }
    longest = {name: length for name, length in lengths.items() if length > 50}
    assert not longest, f"look at the structure of {longest}"
    assert median(lengths.values()) <= 8
    assert quantiles(lengths.values(), n=10)[-1] <= 25


def test_files_stay_small() -> None:
    lengths = {file: len(text.splitlines()) for file, _, text in sources()}
    longest = {name: length for name, length in lengths.items() if length > 300}
    assert not longest, f"look at the structure of {longest}"
    assert quantiles(lengths.values(), n=10)[-1] <= 200


def test_every_module_starts_with_its_job() -> None:
    silent = [file for file, tree, _ in sources() if not ast.get_docstring(tree)]
    assert silent == []


def test_only_one_module_reads_the_clock() -> None:
    pattern = re.compile(r"datetime\.(?:now|utcnow|today)\(|date\.today\(|time\.time\(")
    readers = [file for file, _, text in sources() if pattern.search(text)]
    assert readers == ["adapters/clock.py"]


def test_only_the_settings_read_the_environment() -> None:
    pattern = re.compile(r"os\.environ|os\.getenv")
    readers = [
        file
        for file, _, text in sources()
        if pattern.search(text) and not file.startswith("knowledge/")
    ]
    assert readers == ["bot/settings.py"]


def test_everything_is_caught_in_three_places_only() -> None:
    pattern = re.compile(r"except(?:\s+(?:Base)?Exception\b[^:]*)?:")
    catchers = {file for file, _, text in sources() if pattern.search(text)}
    assert catchers <= BROAD_EXCEPT


def test_what_people_read_is_in_the_wording() -> None:
    found = [
        f"{file}:{node.lineno}: {node.value!r}"
        for file, tree, _ in sources()
        if not file.startswith(FRENCH_IN_CODE)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and len(node.value) > 12
        and node not in docstrings(tree)
        and FRENCH.search(node.value)
    ]
    assert found == []


def docstrings(tree: ast.Module) -> list[ast.expr]:
    owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    return [
        node.body[0].value
        for node in ast.walk(tree)
        if isinstance(node, owners) and node.body and isinstance(node.body[0], ast.Expr)
    ]
