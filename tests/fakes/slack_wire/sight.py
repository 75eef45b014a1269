"""What somebody has before their eyes on the fake Slack."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tests.fakes.slack_wire.workspace import Member, Message, Workspace

# What can be used: the view or the message in which it stands, and itself.
Used = tuple[dict[str, Any] | None, Message | None, dict[str, Any]]


@dataclass(frozen=True)
class Sight:
    """The channels, the modals and the App Home of one person."""

    workspace: Workspace
    member: Member

    def messages(self) -> list[Message]:
        """Return the messages of their channels, and those for them alone."""
        user = self.member.id
        channels = [c.id for c in self.workspace.channels.values() if user in c.members]
        return [
            message
            for message in self.workspace.messages.values()
            if message.channel in channels and message.only_for in ("", user)
        ]

    def controls(self) -> list[Used]:
        """Return what can be used, nearest first: the modal, messages, then the App Home."""
        member, found = self.member, list[Used]()
        if member.stack:
            found += [(member.stack[-1], None, e) for e in usable(member.stack[-1]["blocks"])]
        for message in reversed(self.messages()):
            elements = usable(message.body.get("blocks", []))
            found += [(None, message, element) for element in elements]
        if member.home:
            elements = reversed(list(usable(member.home["blocks"])))
            found += [(member.home, None, element) for element in elements]
        return found

    def menus(self) -> list[dict[str, Any]]:
        """Return the menus of one's own messages on the App Home, as they stand."""
        home = self.member.home or {"blocks": []}
        return [block["accessory"] for block in home["blocks"] if "accessory" in block]


def opens_thread(message: Message) -> bool:
    """Say whether a conversation hangs on this message."""
    mine = message.channel == "CMENTORS" or message.channel.startswith("D")
    titles = ("Conversation avec", "Conversation with")
    shown = " ".join(message_lines(message))
    return mine and not message.thread and any(title in shown for title in titles)


def usable(blocks: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Return what can be used in these blocks."""
    for block in blocks:
        if block["type"] == "actions":
            yield from block["elements"]


def message_lines(message: Message) -> Iterator[str]:
    """Return what a message shows."""
    body = message.body
    name = f"{body['username']}: " if body.get("username") else ""
    text = " ".join(lines(body["blocks"])) if "blocks" in body else body["text"]
    yield f"{name}{text}"


def lines(part: Any) -> Iterator[str]:
    """Return every text that a screen shows, runs of one paragraph joined."""
    if isinstance(part, list):
        for each in part:
            yield from lines(each)
    elif isinstance(part, dict) and str(part.get("type", "")).startswith("rich_text_"):
        runs = part["elements"]
        if runs and "text" in runs[0]:
            yield "".join(run["text"] for run in runs)
        else:
            yield from lines(runs)
    elif isinstance(part, dict):
        for key in ("text", "alt_text", "label", "hint", "accessory", "placeholder"):
            value = part.get(key)
            yield from [value] if isinstance(value, str) else lines(value)
        for key in ("elements", "element", "fields"):
            yield from lines(part.get(key))
