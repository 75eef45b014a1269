from datetime import timedelta
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest

from adapters.discord.errors import TooLateToAnswer, border, translated
from bot.domain.errors import EntraideError, RetryLater, Undeliverable


def http_error(status: int, code: int) -> discord.HTTPException:
    kinds = {403: discord.Forbidden, 404: discord.NotFound}
    kind = discord.DiscordServerError if status >= 500 else kinds.get(status, discord.HTTPException)
    response: Any = SimpleNamespace(status=status, reason="")
    return kind(response, {"code": code, "message": "said <@123456789012345678>"})


@pytest.mark.parametrize(
    ("status", "code", "reason"),
    [
        (403, 50007, "closed"),
        (403, 50278, "left"),
        (400, 40003, "closed"),
        (404, 10003, "gone"),
        (404, 10008, "gone"),
        (404, 0, "gone"),
        (403, 50001, "refused"),
        (403, 50013, "refused"),
        (400, 50083, "refused"),
        (400, 200000, "refused"),
        (400, 50035, "refused"),
    ],
)
def test_what_never_will_be_taken_is_undeliverable(status: int, code: int, reason: str) -> None:
    error = translated(http_error(status, code))
    assert isinstance(error, Undeliverable)
    assert error.reason == reason


@pytest.mark.parametrize(
    ("error", "reason", "after"),
    [
        (http_error(500, 0), "server", None),
        (http_error(503, 0), "server", None),
        (http_error(429, 0), "rate", None),
        (discord.RateLimited(7.0), "rate", timedelta(seconds=7)),
        (aiohttp.ClientConnectionError(), "network", None),
        (TimeoutError(), "network", None),
        (ConnectionResetError(), "network", None),
        (discord.GatewayNotFound(), "gateway", None),  # type: ignore[no-untyped-call]
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_may_be_taken_later_is_retried(
    error: Exception, reason: str, after: timedelta | None
) -> None:
    later = translated(error)
    assert isinstance(later, RetryLater)
    assert (later.reason, later.after) == (reason, after)


@pytest.mark.parametrize(("status", "code"), [(404, 10062), (400, 40060)])
def test_an_interaction_that_is_over_is_no_delivery(status: int, code: int) -> None:
    assert isinstance(translated(http_error(status, code)), TooLateToAnswer)


def every_kind(root: type[BaseException]) -> set[type[BaseException]]:
    return {root}.union(*(every_kind(kind) for kind in root.__subclasses__()))


@pytest.mark.parametrize("kind", sorted(every_kind(discord.DiscordException), key=str))
def test_no_error_of_the_sdk_is_left_unmapped(kind: type[discord.DiscordException]) -> None:
    error = kind.__new__(kind)
    if isinstance(error, discord.HTTPException):
        error.status, error.code = 418, 0
    if isinstance(error, discord.RateLimited):
        error.retry_after = 1.0
    assert isinstance(translated(error), EntraideError)


def test_the_sdks_words_do_not_cross_the_border() -> None:
    with pytest.raises(Undeliverable) as caught, border():
        raise http_error(403, 50007)
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__
    assert "123456789012345678" not in str(caught.value)
