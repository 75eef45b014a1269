"""Slack over HTTP: only what Slack signed, within five minutes, once."""

import json
import logging
from collections.abc import AsyncIterator
from typing import Any

import pytest

from adapters.slack.app import SlackSettings
from adapters.store.memory.store import MemoryStore
from tests.adapters.slack.http import SECRET, Caller, open_http, signed
from tests.contracts.platforms.slack import Grounds, house_of

CHALLENGE = {"type": "url_verification", "challenge": "abc", "token": "x"}


@pytest.fixture
async def caller(grounds: Grounds) -> AsyncIterator[Caller]:
    settings = SlackSettings(
        bot_token=grounds.workspace.token,
        signing_secret=SECRET,
        api_base=grounds.server.api,
        post_interval_s=0,
    )
    async with open_http(settings, house_of(grounds), grounds.driver.clock) as caller:
        yield caller


async def test_address_is_verified(caller: Caller) -> None:
    answer = await caller.send(CHALLENGE)
    assert (answer.status_code, answer.json()) == (200, {"challenge": "abc"})


@pytest.mark.parametrize("signing", [{"secret": "wrong"}, {"age_s": 301}, {"age_s": -301}])
async def test_bad_or_old_signature_is_refused_and_never_logged(
    caller: Caller, signing: dict[str, Any], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    answer = await caller.send({**CHALLENGE, "text": "canary-words"}, **signing)
    assert (answer.status_code, answer.content) == (401, b"")
    assert "canary-words" not in caplog.text


@pytest.mark.parametrize("headers", [{}, {"x-slack-request-timestamp": "soon"}])
async def test_unsigned_request_is_refused(caller: Caller, headers: dict[str, str]) -> None:
    answer = await caller.client.post("/slack/events", content=b"{}", headers=headers)
    assert answer.status_code == 401


async def test_replayed_request_is_refused(caller: Caller) -> None:
    body = json.dumps(CHALLENGE).encode()
    stamp = str(int(caller.clock.now().timestamp()))
    headers = {**signed(body, stamp), "content-type": "application/json"}
    codes = [
        (await caller.client.post("/slack/events", content=body, headers=headers)).status_code
        for _ in range(3)
    ]
    assert codes == [200, 401, 401]


async def test_huge_body_is_refused_before_it_is_read_whole(caller: Caller) -> None:
    answer = await caller.client.post("/slack/events", content=b"x" * (2 * 1024 * 1024))
    assert answer.status_code == 413


async def test_command_is_acknowledged_and_opens_the_form(caller: Caller, grounds: Grounds) -> None:
    answer = await caller.command(
        "crise",
        user_id="ULOUIS",
        team_id=grounds.workspace.team,
        channel_id="CHELP",
        trigger_id=grounds.workspace.trigger("ULOUIS"),
    )
    assert (answer.status_code, answer.content) == (200, b"")
    form = await grounds.driver._form("louis")
    assert form.act == "request.draft"


async def test_form_sent_twice_at_once_makes_one_draft(caller: Caller, grounds: Grounds) -> None:
    await grounds.driver.command("louis", "crise")
    member = grounds.workspace.members["ULOUIS"]
    view = grounds.workspace.described(member)
    typed = {"q0": {"answer": {"type": "plain_text_input", "value": "On se fait insulter"}}}
    payload = {
        "type": "view_submission",
        "user": {"id": "ULOUIS", "team_id": grounds.workspace.team},
        "team": {"id": grounds.workspace.team},
        "trigger_id": "t",
        "view": {**view, "state": {"values": typed}},
    }
    first = await caller.interact(payload)
    second = await caller.interact({**payload, "again": True})
    assert first.json()["response_action"] == second.json()["response_action"] == "push"
    assert isinstance(grounds.store, MemoryStore)
    assert len(grounds.store.shared.tables.requests) == 1


async def test_what_we_did_not_foresee_keeps_the_form_open_with_a_code(
    caller: Caller, grounds: Grounds
) -> None:
    await grounds.driver.command("louis", "crise")
    view = grounds.workspace.described(grounds.workspace.members["ULOUIS"])
    payload = {
        "type": "view_submission",
        "user": {"id": "ULOUIS", "team_id": grounds.workspace.team},
        "team": {"id": grounds.workspace.team},
        "trigger_id": "t",
        "view": {**view, "state": {"values": {"q0": {"answer": ["not a mapping"]}}}},
    }
    answer = (await caller.interact(payload)).json()
    assert answer["response_action"] == "errors"
    assert "q0" in answer["errors"]
