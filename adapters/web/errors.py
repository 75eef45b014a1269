"""Faults at the page's border: what storage raises is mapped, what nobody foresaw gets a code."""

import sqlite3
import traceback
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import structlog
from starlette.requests import Request
from starlette.responses import Response

from bot.domain.errors import NotFound, Refusal, RetryLater, Undeliverable
from bot.domain.ids import new_id

Endpoint = Callable[[Request], Awaitable[Response]]
Excuse = Callable[[Request, Refusal | str], Awaitable[Response]]

_log = structlog.get_logger()
_BUSY_FOR = timedelta(seconds=1)


@contextmanager
def as_delivery_error() -> Iterator[None]:
    """Raise what the dispatcher understands in place of what storage raises."""
    try:
        yield
    except sqlite3.OperationalError as error:  # locked, disk full: it may pass
        raise RetryLater("busy", _BUSY_FOR) from error
    except sqlite3.Error as error:
        raise Undeliverable("refused") from error
    except NotFound as error:  # the key is gone, so nobody could read it
        raise Undeliverable("gone") from error


def excused(endpoint: Endpoint, *, excuse: Excuse) -> Endpoint:
    """Answer every fault of a handler kindly; the page's one place that catches everything."""

    async def careful(request: Request) -> Response:
        try:
            return await endpoint(request)
        except Refusal as refusal:
            return await excuse(request, refusal)
        except Exception as error:
            code = incident_code()
            _log.error("unforeseen", incident=code, platform="web", error=_kind(error))
            return await excuse(request, code)

    return careful


def incident_code() -> str:
    """Return a short code that a person can read out and that finds the line in the log."""
    return new_id()[:8].upper()


def _kind(error: BaseException) -> str:
    """Name an error and where it was raised; its message may hold what somebody wrote."""
    where = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} in {where.name}:{where.lineno}"
