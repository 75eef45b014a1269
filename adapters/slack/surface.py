"""What the app asks of Slack, declared once: scopes, events, the shortcut, each with its why."""

from collections.abc import Mapping

SHORTCUT = "request.ask"  # the callback id of the global shortcut is the act that it does
NAME = "Entraide"

# Scope → what would not work without it. No scope reads a direct message.
SCOPES: Mapping[str, str] = {
    "channels:read": "whether a public help channel is there, and shared; how many are in it",
    "chat:write": "cards in channels, threads with mentors, notices to mentors",
    "chat:write.customize": "a requester's messages bear their code name",
    "commands": "slash commands and the global shortcut",
    "files:read": "pictures that are joined, to re-make them",
    "files:write": "the re-made pictures",
    "groups:history": "what mentors write in the threads of their private channel",
    "groups:read": "who moderates; whether a private channel is shared with others",
    "reactions:write": "delivery marks on mentors' messages",
    "users:read": "the language and the shown name; whether somebody is an admin",
}

# Event → what is done with it.
EVENTS: Mapping[str, str] = {
    "app_home_opened": "publishes the person's Home",
    "app_uninstalled": "forgets the workspace's token",
    "channel_shared": "checks the channel before the next post",
    "message.groups": "passes mentors' messages on",
    "tokens_revoked": "forgets the workspace's token",
}
EVENTS_PATH, INSTALL_PATH, REDIRECT_PATH = (
    "/slack/events",
    "/slack/install",
    "/slack/oauth_redirect",
)
