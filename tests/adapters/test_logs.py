"""Logs carry no words and no platform ids, at any level, from anybody."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from adapters.logs import configure

CANARY = "canary-4711"


@pytest.fixture
def output() -> Iterator[io.StringIO]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    stream = io.StringIO()
    configure("DEBUG", stream)
    yield stream
    root.handlers[:] = handlers
    root.setLevel(level)
    structlog.reset_defaults()


def test_fields_that_are_not_allowed_are_dropped(output: io.StringIO) -> None:
    structlog.get_logger().info("delivered", delivery="d1", text=CANARY, user=CANARY)
    line = json.loads(output.getvalue())
    line.pop("timestamp")
    assert line == {"event": "delivered", "level": "info", "delivery": "d1"}


def test_an_exception_is_logged_by_its_kind(output: io.StringIO) -> None:
    structlog.get_logger().error("failed", exc_info=ValueError(CANARY))
    assert json.loads(output.getvalue())["error"] == "ValueError"
    assert CANARY not in output.getvalue()


@pytest.mark.parametrize("name", ["discord.http", "slack_bolt.AsyncApp", "sqlalchemy.engine"])
def test_libraries_say_nothing(output: io.StringIO, name: str) -> None:
    try:
        raise ConnectionError(CANARY)
    except ConnectionError:
        logging.getLogger(name).exception("rate limited on /channels/%s", CANARY)
    assert json.loads(output.getvalue()) == {
        "event": "library",
        "logger": name,
        "level": "error",
        "error": "ConnectionError",
    }


def test_faults_are_heard_by_their_name(output: io.StringIO) -> None:
    heard: list[str] = []
    configure("DEBUG", output, faults=heard.append)
    structlog.get_logger().warning("late", error="Boom")
    structlog.get_logger().error("incident", code="1234", text=CANARY)
    assert heard == ["incident"]
