"""Slack's errors as ours, at the border: nothing of the SDK's passes it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import aiohttp
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.domain.errors import LEFT, DeliveryError, EntraideError, RetryLater, Undeliverable

# Error words: the tables of errors in Slack's method reference.
_CLOSED = frozenset({"cannot_dm_bot", "messages_tab_disabled", "user_not_visible"})
_LEFT = frozenset({"user_disabled", "user_not_found", "users_not_found"})
_GONE = frozenset(
    {
        "channel_not_found",
        "is_archived",
        "message_not_found",
        "thread_not_found",
        "no_reaction",
        "team_not_found",
        "account_inactive",
        "token_revoked",
        "token_expired",
        "not_authed",
        "invalid_auth",
        "not_found",
    }
)
_TOO_LATE = frozenset({"expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id"})
_PASSING = frozenset(
    {
        "internal_error",
        "fatal_error",
        "service_unavailable",
        "request_timeout",
        "team_added_to_org",
        "ekm_access_denied",
        "hash_conflict",
    }
)
_DONE_ALREADY = frozenset({"already_reacted", "file_deleted", "file_not_found"})
_TOO_MANY_REQUESTS, _SERVER_ERROR = 429, 500
_NETWORK = (aiohttp.ClientError, asyncio.TimeoutError, OSError)


class TooLateToAnswer(EntraideError):
    """Three seconds have passed since the click: Slack opens no view any more."""


class DoneAlready(EntraideError):
    """It is as we wanted it."""


@contextmanager
def border() -> Iterator[None]:
    """Let only our own errors out."""
    try:
        yield
    except (SlackApiError, SlackClientError, *_NETWORK) as error:
        # The SDK's error quotes the whole response: it must reach no log as a cause.
        raise translated(error) from None


def translated(error: BaseException) -> EntraideError:
    """Return what an error of the SDK or of the network means to us."""
    if isinstance(error, SlackApiError):
        return _from_response(error)
    if isinstance(error, _NETWORK):
        return RetryLater("network")
    return Undeliverable("refused")


def _from_response(error: SlackApiError) -> EntraideError:
    status, word = _facts(error)
    if status == _TOO_MANY_REQUESTS or word in ("ratelimited", "rate_limited"):
        return RetryLater("rate", _retry_after(error))
    if status >= _SERVER_ERROR or word in _PASSING:
        return RetryLater("server")
    if word in _TOO_LATE:
        return TooLateToAnswer()
    if word in _DONE_ALREADY:
        return DoneAlready()
    return _undeliverable(word)


def _undeliverable(word: str) -> DeliveryError:
    if word in _CLOSED:
        return Undeliverable("closed")
    if word in _LEFT:
        return Undeliverable(LEFT)
    return Undeliverable("gone" if word in _GONE else "refused")


def _facts(error: SlackApiError) -> tuple[int, str]:
    response = error.response
    if isinstance(response, dict):
        return 200, str(response.get("error", ""))
    data = response.data if isinstance(response.data, dict) else {}
    return response.status_code, str(data.get("error", ""))


def _retry_after(error: SlackApiError) -> timedelta | None:
    headers = getattr(error.response, "headers", {})
    seconds = headers.get("Retry-After") or headers.get("retry-after") or ""
    return timedelta(seconds=int(seconds)) if str(seconds).isdecimal() else None
