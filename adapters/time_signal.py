"""Asks web servers what time it is: every answer of theirs says so."""

from datetime import datetime
from email.utils import parsedate_to_datetime

import aiohttp

_PATIENCE = aiohttp.ClientTimeout(total=5)


async def time_at(address: str) -> datetime | None:
    """Return what time it is there, to the second; None when nobody says."""
    try:
        async with (
            aiohttp.ClientSession(timeout=_PATIENCE) as session,
            session.get(address, allow_redirects=False) as answer,
        ):
            return parsedate_to_datetime(answer.headers["Date"])
    except (aiohttp.ClientError, TimeoutError, OSError, LookupError, ValueError):
        return None
