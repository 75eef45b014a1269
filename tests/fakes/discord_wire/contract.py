"""Validates what was sent against Discord's own OpenAPI, where a copy of it is at hand."""

import json
import os
import re
from collections.abc import Collection, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from tests.fakes.discord_wire.recorder import Call

_ROOT = Path(__file__).parents[3]
FILE = Path(os.environ.get("ENTRAIDE_CONTRACTS", _ROOT.parent / "shared" / "contracts"))
OPENAPI = FILE / "discord_openapi.json"
_BASE = "https://discord.example/openapi"


@cache
def _document() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(OPENAPI.read_text("utf-8"))
    return document


@cache
def _registry() -> Registry[Any]:
    resource = Resource.from_contents(_document(), default_specification=DRAFT202012)
    registry: Registry[Any] = Registry().with_resource(_BASE, resource)
    return registry


def faults(call: Call) -> Iterator[str]:
    """Return what Discord's contract says against a call."""
    path = _path_of(call)
    if path is None:
        yield f"{call.method} {call.path} is not in the contract"
        return
    schema = _schema_of(path, call.method.lower())
    if schema is not None and call.body is not None:
        pointer = f"{_BASE}#/paths/{path.replace('~', '~0').replace('/', '~1')}/{schema}"
        validator = Draft202012Validator({"$ref": pointer}, registry=_registry())
        for error in validator.iter_errors(call.body):
            yield f"{call.method} {path}: {error.json_path} {error.message[:300]}"


def distinct(calls: Collection[Call]) -> Collection[Call]:
    """Return one call of each method, path pattern and size: the rest are the same again."""
    kinds = {(c.method, "".join(filter(str.isalpha, c.path)), len(c.raw)): c for c in calls}
    return kinds.values()


def _path_of(call: Call) -> str | None:
    for path, methods in _document()["paths"].items():
        pattern = re.sub(r"\\{[^}]+\\}", "[^/]+", re.escape(path))
        if call.method.lower() in methods and re.fullmatch(pattern, call.path):
            return str(path)
    return None


def _schema_of(path: str, method: str) -> str | None:
    content = _document()["paths"][path][method].get("requestBody", {}).get("content", {})
    if "application/json" not in content:
        return None
    return f"{method}/requestBody/content/application~1json/schema"
