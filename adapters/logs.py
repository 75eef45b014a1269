"""Logs that cannot leak: an allow-list of fields for ours, no words at all for libraries'.

Libraries print what people wrote: bolt logs the whole body of a badly signed request,
discord.py the channel of a direct message. Of their records only the logger, the level and
the kind of error pass.
"""

import json
import logging
import sys
from collections.abc import Callable, Mapping, MutableMapping
from typing import Any, TextIO

import structlog

# Ids of our own, kinds and counts. A field that is not here is dropped.
FIELDS = frozenset(
    {
        "event",
        "level",
        "timestamp",
        "logger",
        "error",
        "incident",
        "where",
        "delivery",
        "position",
        "request",
        "community",
        "kind",
        "view",
        "act",
        "platform",
        "reason",
        "attempts",
        "count",
        "mode",
        "key",
        "language",
        "seconds",
        "address",
    }
)


def configure(
    level: str = "INFO",
    stream: TextIO | None = None,
    *,
    faults: Callable[[str], None] = lambda event: None,
) -> None:
    """Send every log of this process through the allow-list; ``faults`` hears our errors' names."""
    output = stream or sys.stderr
    structlog.configure(
        processors=[
            _telling(faults),
            structlog.stdlib.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            allowed_only,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(getattr(logging, level)),
        logger_factory=structlog.PrintLoggerFactory(output),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(output)
    handler.setFormatter(WordlessFormatter())
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(max(logging.WARNING, getattr(logging, level)))


def allowed_only(_logger: Any, _method: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
    """Drop every field that is not on the list; an exception becomes its kind."""
    error = event.pop("exc_info", None)
    if isinstance(error, BaseException):
        event["error"] = type(error).__name__
    return {name: value for name, value in event.items() if name in FIELDS}


def _telling(faults: Callable[[str], None]) -> structlog.types.Processor:
    def tell(_logger: Any, method: str, event: MutableMapping[str, Any]) -> Mapping[str, Any]:
        if method in ("error", "critical", "exception"):
            faults(event["event"])
        return event

    return tell


class WordlessFormatter(logging.Formatter):
    """Says that a library spoke, how gravely, and of what kind of error; never what it said."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one JSON line."""
        line = {"event": "library", "logger": record.name, "level": record.levelname.lower()}
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
        return json.dumps(line)
