"""Slack's own schemas of what apps send, where copies of them are at hand."""

import json
import os
from functools import cache
from pathlib import Path

from jsonschema import Draft7Validator

_ROOT = Path(__file__).parents[3]
FOLDER = Path(os.environ.get("ENTRAIDE_CONTRACTS", _ROOT.parent / "shared" / "contracts"))
BLOCKS = FOLDER / "slack_blockkit_from_types.schema.json"
MANIFEST = FOLDER / "slack_manifest.schema.2.0.0.json"


@cache
def blocks_validator(definition: str) -> Draft7Validator | None:
    """Return what checks a view or a block, or None without the schema."""
    if not BLOCKS.exists():
        return None
    schema = json.loads(BLOCKS.read_text("utf-8"))
    return Draft7Validator({**schema, "$ref": f"#/definitions/{definition}"})


def manifest_validator() -> Draft7Validator:
    """Return what checks a manifest."""
    return Draft7Validator(json.loads(MANIFEST.read_text("utf-8")))
