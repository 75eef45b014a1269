"""The manifest and the code ask Slack for the same things."""

import json

import pytest

from adapters.slack import surface
from adapters.slack.manifest import manifest
from bot.commands import COMMANDS
from bot.wording import load
from tests.contracts.platforms.slack import Grounds
from tests.fakes.slack_wire.contract import MANIFEST, manifest_validator
from tests.fakes.slack_wire.workspace import SCOPES

WORDINGS = load(strict=True)
ADDRESSES = ["", "https://entraide.example"]


@pytest.mark.skipif(not MANIFEST.exists(), reason=f"{MANIFEST} is not there")
@pytest.mark.parametrize("url", ADDRESSES, ids=["socket", "http"])
def test_manifest_keeps_to_slacks_schema(url: str) -> None:
    for language in ("fr", "en"):
        made = manifest(WORDINGS, language=language, public_url=url)
        assert [error.message for error in manifest_validator().iter_errors(made)] == []


def test_every_command_is_there_in_both_languages_once() -> None:
    made = manifest(WORDINGS, language="fr")
    names = [command["command"] for command in made["features"]["slash_commands"]]
    expected = {f"/{name}" for command in COMMANDS for name in command.names.values()}
    assert sorted(names) == sorted(expected)


def test_commands_describe_themselves_in_their_own_language() -> None:
    made = manifest(WORDINGS, language="fr")
    texts = {c["command"]: c["description"] for c in made["features"]["slash_commands"]}
    assert texts["/crise"] == WORDINGS["fr"]("command-crisis")
    assert texts["/crisis"] == WORDINGS["en"]("command-crisis")


def test_socket_mode_has_no_address_and_http_has_all_of_them() -> None:
    socket, http = (json.dumps(manifest(WORDINGS, language="fr", public_url=u)) for u in ADDRESSES)
    assert "http" not in socket
    assert http.count("https://entraide.example/slack/events") == 2 + len(
        {name for command in COMMANDS for name in command.names.values()}
    )
    assert http.count("https://entraide.example/slack/oauth_redirect") == 1


def test_nothing_reads_direct_messages() -> None:
    asked = {*surface.SCOPES, *surface.EVENTS}
    assert not {scope for scope in asked if scope.startswith(("im:", "mpim:", "message.im"))}


def test_messages_tab_is_read_only() -> None:
    home = manifest(WORDINGS, language="fr")["features"]["app_home"]
    assert home["home_tab_enabled"] is True
    assert home["messages_tab_read_only_enabled"] is True


async def test_code_listens_to_exactly_the_events_of_the_manifest(grounds: Grounds) -> None:
    assert grounds.slack.hears == {event.partition(".")[0] for event in surface.EVENTS}


def test_no_scope_is_asked_in_vain() -> None:
    assert set(surface.SCOPES) == set(SCOPES.values())
