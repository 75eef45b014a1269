"""The slash commands as Discord registers them, and the link that invites the bot."""

from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import urlencode

from adapters.discord.rest import Rest
from bot.commands import COMMANDS, Audience, Command, CommandOption
from bot.domain.people import Language
from bot.wording import Wording

CHAT_INPUT, STRING, GUILD_INSTALL = 1, 3, 0
GUILD, BOT_DM = 0, 1
_OPTION_TEXT_MAX = 1000
_MANAGE_GUILD = 1 << 5

# Nothing more than what is used: no administration, no role, no reading of the past of
# other channels. Discord's own names, and why:
_PERMISSIONS = (
    1 << 6,  # ADD_REACTIONS: how far a message got
    1 << 10,  # VIEW_CHANNEL
    1 << 11,  # SEND_MESSAGES: cards, and posts of a forum
    1 << 15,  # ATTACH_FILES: pictures, re-made
    1 << 16,  # READ_MESSAGE_HISTORY: a reaction asks for it
    1 << 36,  # CREATE_PRIVATE_THREADS: one for each conversation
    1 << 38,  # SEND_MESSAGES_IN_THREADS
)
PERMISSIONS = sum(_PERMISSIONS)

_Names = Mapping[Language, Wording]


def invite_link(application: str) -> str:
    """Return the address that adds the bot to a server, with the least permissions."""
    query = {
        "client_id": application,
        "scope": "bot applications.commands",
        "permissions": str(PERMISSIONS),
    }
    return f"https://discord.com/oauth2/authorize?{urlencode(query)}"


async def sync(rest: Rest, application: str, wordings: _Names) -> Sequence[str]:
    """Register the commands in place of those that are there, and return their names."""
    registered = await rest.call(
        "PUT",
        "/applications/{application_id}/commands",
        payloads(wordings),
        application_id=application,
    )
    return [str(each["name"]) for each in registered]


def payloads(wordings: _Names) -> list[Mapping[str, Any]]:
    """Return all commands: English by default, French where Discord speaks French."""
    return [_payload(command, wordings) for command in COMMANDS]


def _payload(command: Command, wordings: _Names) -> Mapping[str, Any]:
    payload: dict[str, Any] = {
        "type": CHAT_INPUT,
        "name": command.names["en"],
        "name_localizations": {"fr": command.names["fr"]},
        "description": wordings["en"](command.wording),
        "description_localizations": {"fr": wordings["fr"](command.wording)},
        "options": [_option(each, command, wordings) for each in command.options],
        "integration_types": [GUILD_INSTALL],
        "contexts": [GUILD, BOT_DM],
        "nsfw": False,
    }
    if command.audience is Audience.MODERATORS:
        # It only hides the command: the act itself checks again.
        payload |= {"contexts": [GUILD], "default_member_permissions": _MANAGE_GUILD}
    return payload


def _option(option: CommandOption, command: Command, wordings: _Names) -> Mapping[str, Any]:
    return {
        "type": STRING,
        "name": option.name,
        "name_localizations": {"fr": option.names["fr"]},
        "description": wordings["en"](command.wording),
        "description_localizations": {"fr": wordings["fr"](command.wording)},
        "required": option.required,
        "max_length": _OPTION_TEXT_MAX,
    }
