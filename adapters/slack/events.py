"""What Slack tells, as plain data: everything after this file knows no payload."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.domain.people import Language

Payload = Mapping[str, Any]

# A file's own message counts as written; joins, topics and programs' messages do not.
_WRITTEN_SUBTYPES = frozenset({None, "", "file_share", "thread_broadcast"})
_ASIDE = "//"


@dataclass(frozen=True, slots=True)
class Person:
    """Who acts: ``space`` is the workspace that the act belongs to, ``team`` their own."""

    user: str
    space: str
    team: str
    organisation: str = ""
    hint: Language | None = None  # the language of the command that they typed

    @property
    def is_guest(self) -> bool:
        """Whether they come from another workspace (a shared channel)."""
        return bool(self.team) and self.team not in (self.space, self.organisation)


@dataclass(frozen=True, slots=True)
class Click:
    """A command, a shortcut, or a button or list that was used."""

    who: Person
    trigger: str
    name: str
    text: str = ""
    values: Sequence[str] = ()
    typed: str = ""  # into a line that sends itself
    view: Payload = field(default_factory=dict)  # the modal or Home in which it happened

    @property
    def on_modal(self) -> bool:
        """Whether it happened in a modal."""
        return self.view.get("type") == "modal"

    @property
    def on_home(self) -> bool:
        """Whether it happened in somebody's App Home."""
        return self.view.get("type") == "home"

    @property
    def depth(self) -> int:
        """How many modals are on screen, one upon the other; Slack takes three."""
        return depth_of(self.view)


@dataclass(frozen=True, slots=True)
class Submission:
    """A modal that was sent."""

    who: Person
    trigger: str
    view: Payload

    @property
    def token(self) -> str:
        """The name of what was asked."""
        return str(self.view.get("private_metadata", ""))

    @property
    def state(self) -> Payload:
        """The answers, by block and action."""
        found: Payload = self.view.get("state", {}).get("values", {})
        return found


@dataclass(frozen=True, slots=True)
class Written:
    """A message in a thread of a channel that we read."""

    who: Person
    channel: str
    thread: str
    ts: str
    text: str
    files: Sequence[Payload] = ()
    edited: str = ""  # Slack's name of its last change

    @property
    def origin(self) -> str:
        """The name of this message, unique on Slack."""
        return origin_of(self.who.space, self.channel, self.ts)

    @property
    def is_aside(self) -> bool:
        """Whether it is to stay among mentors."""
        return self.text.lstrip().startswith(_ASIDE)


def origin_of(space: str, channel: str, ts: str) -> str:
    """Return the name of a message, unique on Slack."""
    return f"slack:{space}/{channel}/{ts}"


def depth_of(view: Payload) -> int:
    """Return how deep a modal lies."""
    if not view.get("previous_view_id"):
        return 1
    return 2 if view["previous_view_id"] == view.get("root_view_id") else 3


def command_of(body: Payload, hint: Language | None) -> Click:
    """Return a slash command."""
    who = Person(
        body["user_id"], body["team_id"], body["team_id"], body.get("enterprise_id", ""), hint
    )
    return Click(who, body["trigger_id"], body["command"].lstrip("/"), body.get("text", ""))


def shortcut_of(body: Payload) -> Click:
    """Return a global shortcut."""
    return Click(person_of(body), body["trigger_id"], body["callback_id"])


def click_of(body: Payload) -> Click:
    """Return a button or list that was used."""
    action = body["actions"][0]
    picked = action.get("selected_option")
    values = (str(picked["value"]),) if picked else ()
    is_line = action.get("type") == "plain_text_input"
    return Click(
        person_of(body),
        body["trigger_id"],
        action["action_id"],
        values=values,
        typed=str(action.get("value") or "") if is_line else "",
        view=body.get("view") or {},
    )


def submission_of(body: Payload) -> Submission:
    """Return a modal that was sent."""
    return Submission(person_of(body), body.get("trigger_id", ""), body["view"])


def person_of(body: Payload) -> Person:
    """Return who did something interactive."""
    user, team = body["user"], body.get("team") or {}
    space = team.get("id") or user.get("team_id", "")
    organisation = (body.get("enterprise") or {}).get("id", "")
    return Person(user["id"], space, user.get("team_id", ""), organisation)


def place_of(body: Payload) -> tuple[str, str, str]:
    """Return where something happened: a workspace, a channel, and the thread, if any."""
    event = body["event"]
    about = event.get("message") or event.get("previous_message") or event
    return body["team_id"], event.get("channel", ""), about.get("thread_ts", "")


def written_of(body: Payload) -> Written | None:
    """Return a message in a thread; None for programs' ones and those outside threads."""
    event = body["event"]
    return _written(body, event) if event.get("subtype") in _WRITTEN_SUBTYPES else None


def changed_of(body: Payload) -> Written | None:
    """Return a message as it reads after an edit."""
    return _written(body, body["event"].get("message", {}))


def taken_back_of(body: Payload) -> Written | None:
    """Return a message as it read before it was deleted."""
    return _written(body, body["event"].get("previous_message", {}))


def deleted_of(body: Payload) -> str:
    """Return the name of a message that was deleted."""
    event = body["event"]
    return origin_of(body["team_id"], event["channel"], event["deleted_ts"])


def _written(body: Payload, message: Payload) -> Written | None:
    if message.get("bot_id") or not message.get("user") or not message.get("thread_ts"):
        return None
    team = message.get("user_team") or message.get("team") or body["team_id"]
    who = Person(message["user"], body["team_id"], team, body.get("enterprise_id") or "")
    return Written(
        who,
        body["event"]["channel"],
        message["thread_ts"],
        message["ts"],
        message.get("text", ""),
        tuple(message.get("files", ())),
        str((message.get("edited") or {}).get("ts", "")),
    )
