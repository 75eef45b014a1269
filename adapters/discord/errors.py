"""Discord's errors as ours, at the border: nothing of the SDK's passes it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta

import aiohttp
import discord

from bot.domain.errors import LEFT, DeliveryError, EntraideError, RetryLater, Undeliverable

# Codes: Discord's "JSON error codes".
UNKNOWN_CHANNEL, UNKNOWN_GUILD, UNKNOWN_MEMBER = 10003, 10004, 10007
UNKNOWN_MESSAGE, UNKNOWN_USER, UNKNOWN_EMOJI = 10008, 10013, 10014
UNKNOWN_WEBHOOK, UNKNOWN_INTERACTION = 10015, 10062
OPENING_TOO_FAST, ALREADY_ACKNOWLEDGED = 40003, 40060
MISSING_ACCESS, CANNOT_DM, MISSING_PERMISSIONS = 50001, 50007, 50013
NO_COMMON_SERVER, ARCHIVED, BLOCKED_BY_FILTER = 50278, 50083, 200000

_REASONS = {
    CANNOT_DM: "closed",
    NO_COMMON_SERVER: LEFT,
    OPENING_TOO_FAST: "closed",
    UNKNOWN_CHANNEL: "gone",
    UNKNOWN_GUILD: "gone",
    UNKNOWN_MEMBER: "gone",
    UNKNOWN_MESSAGE: "gone",
    UNKNOWN_USER: LEFT,
    UNKNOWN_EMOJI: "gone",
    UNKNOWN_WEBHOOK: "gone",
    UNKNOWN_INTERACTION: "gone",
    MISSING_ACCESS: "refused",
    MISSING_PERMISSIONS: "refused",
    ARCHIVED: "refused",
    BLOCKED_BY_FILTER: "refused",
}
_TOO_MANY_REQUESTS, _SERVER_ERROR = 429, 500
_NETWORK = (aiohttp.ClientError, asyncio.TimeoutError, OSError)


class TooLateToAnswer(EntraideError):
    """The interaction is over: answered already, or Discord no longer waits for it."""


@contextmanager
def border() -> Iterator[None]:
    """Let only our own errors out."""
    try:
        yield
    except (discord.DiscordException, *_NETWORK) as error:
        # The SDK's error quotes the request: it must reach no log as a cause.
        raise translated(error) from None


def translated(error: BaseException) -> EntraideError:
    """Return what an error of the SDK or of the network means to us."""
    if isinstance(error, discord.RateLimited):
        return RetryLater("rate", timedelta(seconds=error.retry_after))
    if isinstance(error, discord.HTTPException):
        return _from_status(error)
    if isinstance(error, _NETWORK):
        return RetryLater("network")
    if isinstance(error, discord.GatewayNotFound | discord.ConnectionClosed):
        return RetryLater("gateway")
    return Undeliverable("refused")


def _from_status(error: discord.HTTPException) -> EntraideError:
    if error.code in (UNKNOWN_INTERACTION, ALREADY_ACKNOWLEDGED):
        return TooLateToAnswer()
    if error.status == _TOO_MANY_REQUESTS:
        return RetryLater("rate")
    if error.status >= _SERVER_ERROR:
        return RetryLater("server")
    return _undeliverable(error)


def _undeliverable(error: discord.HTTPException) -> DeliveryError:
    gone = "gone" if isinstance(error, discord.NotFound) else "refused"
    return Undeliverable(_REASONS.get(error.code, gone))
