"""One community on both wires; whatever is said there, nobody learns who asked."""

import json
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

import pytest

from adapters.case_search import KnowledgeSearch
from adapters.reading import KnowledgeTriage
from tests.contracts.platforms.both import Both, link, open_both
from tests.fakes.discord_wire.contract import OPENAPI, distinct, faults
from tests.fakes.discord_wire.recorder import leaks

# Of the one who asks on Slack: ids, name, private channel, what their picture carried.
SLACK_MARKS = ("UCAMILLE", "DCAMILLE", "IMG_CANARY", "exif-canary")
# Where a requester's own id must stand, for Slack to know whose Home is meant.
OWN_FIELDS = {"views.publish": "user_id", "users.info": "user"}


@pytest.fixture
async def apart(
    memory: tuple[KnowledgeSearch, KnowledgeTriage], tmp_path: Path
) -> AsyncIterator[Both]:
    """A community on Discord, and a workspace that is not linked to it."""
    async with open_both(memory, tmp_path) as both:
        yield both
        assert list(given_away(both)) == []
        assert both.grounds.server.refused == []
    if OPENAPI.exists():
        calls = list(both.discord.wire.calls)
        assert [fault for call in distinct(calls) for fault in faults(call)] == []


@pytest.fixture
async def both(apart: Both) -> Both:
    """One community, linked by its moderators."""
    await link(apart)
    return apart


def given_away(both: Both) -> Iterator[tuple[str, str]]:
    """Find each mark of one who asks, of either side, in every byte that left either adapter."""
    calls, asker = list(both.discord.wire.calls), both.discord.people["camille"].user.id
    marks = both.discord.marks("camille")
    yield from ((leak.call.path, leak.mark) for leak in leaks(calls, marks, asker))
    yield from ((call.path, m) for call in calls for m in SLACK_MARKS if m.encode() in call.raw)
    for method, body in both.grounds.server.received:
        text = _without_own_field(method, body)
        yield from ((method, mark) for mark in (*SLACK_MARKS, *marks) if mark in text)


def _without_own_field(method: str, body: bytes) -> str:
    args: dict[str, Any] = json.loads(body)
    args.pop(OWN_FIELDS.get(method, ""), None)
    return json.dumps(args, ensure_ascii=False)
