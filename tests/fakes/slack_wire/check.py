"""Refuses what Slack would refuse: limits by the SDK's models, structure by the schema."""

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

from slack_sdk.errors import SlackObjectFormationError
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from tests.fakes.slack_wire.contract import blocks_validator

_NESTING = {"home": "HomeView", "modal": "ModalView"}
BLOCKS_MAX = {"message": 50, "modal": 100, "home": 100}
TEXTS_MAX = 13_000
_WORDS = frozenset(
    {"text", "alt_text", "value", "url", "id", "action_id", "block_id", "initial_value"}
    | {"initial_conversation", "private_metadata", "callback_id"}
)


class Refused(Exception):
    """Slack would answer with this error word."""


def check_view(view: Mapping[str, Any]) -> None:
    """Raise ``Refused`` for a view that Slack would not show."""
    _check_blocks(view["blocks"], view["type"])
    try:
        View(**view).validate_json()
    except SlackObjectFormationError as error:
        raise Refused(f"invalid_arguments: {error}") from error
    _check_schema(_NESTING[view["type"]], {**view, "blocks": []})
    for block in view["blocks"]:
        _check_schema("KnownBlock", block)


def check_message(body: Mapping[str, Any]) -> None:
    """Raise ``Refused`` for a message that Slack would not take."""
    if not body.get("text"):
        raise Refused("no_text")
    blocks = body.get("blocks", [])
    _check_blocks(blocks, "message")
    for block in blocks:
        _check_schema("KnownBlock", block)


def _check_blocks(blocks: list[dict[str, Any]], surface: str) -> None:
    if len(blocks) > BLOCKS_MAX[surface]:
        raise Refused("too_many_blocks")
    if surface == "message" and len(json.dumps(blocks, ensure_ascii=False)) > 4 * TEXTS_MAX:
        raise Refused("msg_blocks_too_long")
    for block in blocks:
        parsed = Block.parse(block)
        if parsed is None:
            raise Refused(f"invalid_blocks: {block.get('type')}")
        try:
            parsed.validate_json()
        except SlackObjectFormationError as error:
            raise Refused(f"invalid_blocks: {error}") from error
        _check_texts(block)
    _check_ids(blocks)


def _check_texts(part: Any) -> None:
    """Slack refuses empty texts, also those that the models let through."""
    if isinstance(part, dict):
        if part.get("type") in ("plain_text", "mrkdwn", "text") and not part.get("text"):
            raise Refused("invalid_blocks: empty text")
        if part.get("type") == "plain_text" and len(part["text"]) > 3000:
            raise Refused("invalid_blocks: long text")
        for value in part.values():
            _check_texts(value)
    elif isinstance(part, list):
        for value in part:
            _check_texts(value)


def _check_ids(blocks: list[dict[str, Any]]) -> None:
    for block in blocks:
        actions = [e["action_id"] for e in block.get("elements", ()) if "action_id" in e]
        if len(actions) != len(set(actions)):
            raise Refused("invalid_blocks: action_id twice in a block")
    named = [block["block_id"] for block in blocks if "block_id" in block]
    if len(named) != len(set(named)):
        raise Refused("invalid_blocks: block_id twice")


def _check_schema(definition: str, payload: Mapping[str, Any]) -> None:
    for fault in _faults(definition, json.dumps(_shape(payload), sort_keys=True)):
        raise Refused(f"invalid_blocks: {fault}")


def _shape(part: Any, key: str = "") -> Any:
    """Return what the schema looks at: not the words, which differ each time."""
    if isinstance(part, dict):
        return {name: _shape(value, name) for name, value in part.items()}
    if isinstance(part, list):
        shapes = [_shape(each) for each in part]
        return [each for n, each in enumerate(shapes) if each not in shapes[:n]]
    return "x" if key in _WORDS and isinstance(part, str) else part


@cache
def _faults(definition: str, shape: str) -> tuple[str, ...]:
    """Return what is wrong with a shape; the schema takes long, and shapes repeat."""
    validator = blocks_validator(definition)
    errors = validator.iter_errors(json.loads(shape)) if validator else ()
    return tuple(f"{error.json_path}: {error.message[:200]}" for error in errors)
