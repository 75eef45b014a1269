"""What the Events API of the fake Slack tells."""

import secrets
from typing import Any

from tests.fakes.slack_wire.workspace import BOT_USER, Message

GROUP = {"type": "message", "channel_type": "group"}


def envelope(team: str, event: dict[str, Any], event_id: str = "") -> dict[str, Any]:
    """Return an event as it is sent to the app."""
    return {
        "type": "event_callback",
        "team_id": team,
        "api_app_id": "AENTRAIDE",
        "event_id": event_id or f"Ev{secrets.token_hex(6)}",
        "event": event,
        "authorizations": [{"team_id": team, "user_id": BOT_USER}],
    }


def message_event(team: str, message: Message, text: str) -> dict[str, Any]:
    """Return what Slack tells of a message."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return {
        **GROUP,
        "user": message.user,
        "team": team,
        "channel": message.channel,
        "text": escaped,
        "ts": message.ts,
        "thread_ts": message.thread,
        **({"edited": {"user": message.user, "ts": message.edited}} if message.edited else {}),
    }
