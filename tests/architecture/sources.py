"""The project's own code, parsed once for the tests that look at it."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "adapters", "knowledge")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """One module: its path from the root, its text and its tree."""

    file: str
    text: str
    tree: ast.Module

    def functions(self) -> Iterator[Function]:
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield node

    def names(self) -> Iterator[str]:
        """Yield everything that is named, dotted: ``datetime.now``."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Attribute | ast.Name):
                yield ast.unparse(node)

    def strings(self) -> Iterator[tuple[int, str]]:
        """Yield the line and the text of every string that is not a docstring."""
        owners = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
        said = {
            id(node.body[0].value)
            for node in ast.walk(self.tree)
            if isinstance(node, owners) and node.body and isinstance(node.body[0], ast.Expr)
        }
        for node in ast.walk(self.tree):
            match node:
                case ast.Constant(value=str(text)) if id(node) not in said:
                    yield node.lineno, text


@cache
def sources() -> tuple[Source, ...]:
    paths = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
    texts = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}
    return tuple(Source(file, text, ast.parse(text)) for file, text in texts.items())
