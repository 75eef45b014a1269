"""The app's manifest: what an administrator pastes into Slack to make the app."""

from collections.abc import Iterator, Mapping
from typing import Any

from adapters.slack import surface
from bot.commands import COMMANDS, Command
from bot.domain.people import LANGUAGES, Language
from bot.wording import Wording

# Limits: Slack's manifest schema.
DESCRIPTION_MAX, HINT_MAX = 140, 1000
_BACKGROUND = "#2f4858"

Json = dict[str, Any]


def manifest(
    wordings: Mapping[Language, Wording], *, language: Language, public_url: str = ""
) -> Json:
    """Return the manifest; without a public address the app uses Socket Mode."""
    say, url = wordings[language], public_url.rstrip("/")
    return {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": surface.NAME,
            "description": say("slack-app-description")[:DESCRIPTION_MAX],
            "long_description": say("slack-app-long-description"),
            "background_color": _BACKGROUND,
        },
        "features": _features(wordings, say, url),
        "oauth_config": _oauth(url),
        "settings": _settings(url),
    }


def _features(wordings: Mapping[Language, Wording], say: Wording, url: str) -> Json:
    return {
        # Read only: nobody should write a confession into messages that can be exported.
        "app_home": {
            "home_tab_enabled": True,
            "messages_tab_enabled": True,
            "messages_tab_read_only_enabled": True,
        },
        "bot_user": {"display_name": surface.NAME, "always_online": True},
        "shortcuts": [
            {
                "name": say("slack-shortcut"),
                "type": "global",
                "callback_id": surface.SHORTCUT,
                "description": say("command-crisis")[:DESCRIPTION_MAX],
            }
        ],
        "slash_commands": list(_commands(wordings, url)),
    }


def _commands(wordings: Mapping[Language, Wording], url: str) -> Iterator[Json]:
    seen: set[str] = set()
    for command in COMMANDS:
        for language in LANGUAGES:
            name = command.names[language]
            if name not in seen:
                seen.add(name)
                yield _command(command, name, wordings[language], url)


def _command(command: Command, name: str, say: Wording, url: str) -> Json:
    payload = {
        "command": f"/{name}",
        "description": say(command.wording)[:DESCRIPTION_MAX],
        "should_escape": False,
    }
    if command.options:
        payload["usage_hint"] = f"[{command.options[0].names[say.language]}]"[:HINT_MAX]
    return {**payload, "url": f"{url}{surface.EVENTS_PATH}"} if url else payload


def _oauth(url: str) -> Json:
    redirect = {"redirect_urls": [f"{url}{surface.REDIRECT_PATH}"]} if url else {}
    return {**redirect, "scopes": {"bot": sorted(surface.SCOPES)}}


def _settings(url: str) -> Json:
    address = {"request_url": f"{url}{surface.EVENTS_PATH}"} if url else {}
    return {
        "event_subscriptions": {**address, "bot_events": sorted(surface.EVENTS)},
        "interactivity": {**address, "is_enabled": True},
        "org_deploy_enabled": False,
        "socket_mode_enabled": not url,
        "token_rotation_enabled": bool(url),
    }
