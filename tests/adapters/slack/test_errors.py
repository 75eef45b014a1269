"""Every error of Slack's becomes one of ours, and quotes nothing."""

from datetime import timedelta

import aiohttp
import pytest
from slack_sdk.errors import SlackApiError, SlackRequestError
from slack_sdk.web.async_slack_response import AsyncSlackResponse

from adapters.slack.errors import DoneAlready, TooLateToAnswer, border
from bot.domain.errors import EntraideError, RetryLater, Undeliverable


def refused(word: str, status: int = 200, retry_after: str = "") -> SlackApiError:
    headers = {"Retry-After": retry_after} if retry_after else {}
    response = AsyncSlackResponse(
        client=None,
        http_verb="POST",
        api_url="",
        req_args={},
        data={"ok": False, "error": word, "secret": "canary"},
        headers=headers,
        status_code=status,
    )
    return SlackApiError("canary", response)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(
    ("error", "ours", "reason"),
    [
        (refused("channel_not_found"), Undeliverable, "gone"),
        (refused("is_archived"), Undeliverable, "gone"),
        (refused("token_revoked"), Undeliverable, "gone"),
        (refused("user_disabled"), Undeliverable, "left"),
        (refused("not_in_channel"), Undeliverable, "refused"),
        (refused("invalid_blocks"), Undeliverable, "refused"),
        (refused("a_word_of_tomorrow"), Undeliverable, "refused"),
        (refused("internal_error"), RetryLater, "server"),
        (refused("", status=503), RetryLater, "server"),
        (refused("ratelimited", status=429), RetryLater, "rate"),
        (aiohttp.ClientConnectionError("canary"), RetryLater, "network"),
        (TimeoutError("canary"), RetryLater, "network"),
        (SlackRequestError("canary"), Undeliverable, "refused"),
    ],
)
def test_errors_become_ours_and_quote_nothing(
    error: Exception, ours: type[EntraideError], reason: str
) -> None:
    with pytest.raises(ours) as caught, border():
        raise error
    assert str(caught.value) == reason
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__


def test_retry_after_is_kept() -> None:
    with pytest.raises(RetryLater) as caught, border():
        raise refused("ratelimited", status=429, retry_after="30")
    assert caught.value.after == timedelta(seconds=30)


@pytest.mark.parametrize(
    ("word", "ours"),
    [("expired_trigger_id", TooLateToAnswer), ("already_reacted", DoneAlready)],
)
def test_what_is_no_fault_is_told_apart(word: str, ours: type[EntraideError]) -> None:
    with pytest.raises(ours), border():
        raise refused(word)
