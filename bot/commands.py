"""The slash commands, declared once, so that every platform has the same."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.people import Language


class Audience(StrEnum):
    """For whom a command is meant; the act itself checks again."""

    EVERYBODY = "everybody"
    MODERATORS = "moderators"


@dataclass(frozen=True, slots=True)
class CommandOption:
    """A word or sentence after the command; ``name`` is also the gesture's value."""

    name: str
    names: Mapping[Language, str]
    required: bool = False


@dataclass(frozen=True, slots=True)
class Command:
    """A slash command: ``wording`` is the key of its description."""

    act: str
    names: Mapping[Language, str]
    wording: str
    options: tuple[CommandOption, ...] = ()
    audience: Audience = Audience.EVERYBODY


def _names(fr: str, en: str) -> Mapping[Language, str]:
    return {"fr": fr, "en": en}


_QUESTION = CommandOption("question", _names("question", "question"))
_CASE = CommandOption("case", _names("cas", "case"))
_PLAYBOOK = CommandOption("playbook", _names("fiche", "card"))

COMMANDS: tuple[Command, ...] = (
    Command("request.ask", _names("crise", "crisis"), "command-crisis"),
    Command("inbox.list", _names("boite", "inbox"), "command-inbox"),
    Command("case.find", _names("cas", "case"), "command-case", (_QUESTION,)),
    Command("playbook.find", _names("fiche", "card"), "command-playbook", (_PLAYBOOK,)),
    Command("drill.choose", _names("scenario", "drill"), "command-drill", (_CASE,)),
    Command("mentor.home", _names("mentor", "mentor"), "command-mentor"),
    Command("privacy.show", _names("confidentialite", "privacy"), "command-privacy"),
    Command(
        "moderation.desk",
        _names("entraide", "entraide"),
        "command-moderation",
        audience=Audience.MODERATORS,
    ),
)


def command_named(name: str) -> Command | None:
    """Return the command that people type as ``/name``, in either language."""
    return next((each for each in COMMANDS if name in each.names.values()), None)
