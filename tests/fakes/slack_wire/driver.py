"""Plays people on the fake Slack: they type, click and read as they would on a screen."""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

from bot.ui.forms import ChoiceField, Form
from tests.fakes.clock import FakeClock
from tests.fakes.slack_wire.events import GROUP, envelope, message_event
from tests.fakes.slack_wire.forms import initial, typed
from tests.fakes.slack_wire.server import SlackServer
from tests.fakes.slack_wire.sight import Sight, lines, message_lines, opens_thread
from tests.fakes.slack_wire.workspace import PEOPLES_FILE, Member, Message, Workspace

MENTORS = ("nadia", "yann")
REPLIES = ("Répondre", "Reply")
FormOf = Callable[[str], Awaitable[Form]]


@dataclass
class SlackDriver:
    """Sends what Slack would send; ``form_of`` tells which questions a modal asks."""

    server: SlackServer
    workspace: Workspace
    form_of: FormOf
    finished: Callable[[], Awaitable[None]]
    settle: Callable[[], Awaitable[None]]
    pass_time: Callable[[float], Awaitable[None]]
    clock: FakeClock
    languages: dict[str, str] = field(default_factory=dict)
    typed: dict[str, dict[str, Any]] = field(default_factory=dict)  # by view id
    faults: dict[str, dict[str, str]] = field(default_factory=dict)

    # --- what people do -------------------------------------------------------------------------

    async def speak(self, who: str, language: str) -> None:
        member = self._member(who)
        member.locale = {"fr": "fr-FR", "en": "en-GB"}[language]
        await self.open_home(who)

    async def open_home(self, who: str) -> None:
        """Look at the App Home."""
        event = {"type": "app_home_opened", "user": self._member(who).id, "tab": "home"}
        await self.event({**event, "channel": f"D{self._member(who).id[1:]}"})

    async def command(self, who: str, name: str, **options: str) -> None:
        member = self._member(who)
        member.stack = []
        payload = {
            "command": f"/{name}",
            "text": " ".join(options.values()),
            "user_id": member.id,
            "user_name": member.name,
            "team_id": self.workspace.team,
            "channel_id": "CHELP",
            "trigger_id": self.workspace.trigger(member.id),
            "response_url": f"{self.server.base}/response",
        }
        await self.server.send("slash_commands", payload)
        await self.finished()

    async def shortcut(self, who: str, name: str = "request.ask") -> None:
        """Use the global shortcut."""
        payload = {"type": "shortcut", "callback_id": name, **self._person(who)}
        await self.server.send("interactive", payload)
        await self.finished()

    async def fill(self, who: str, **answers: str | tuple[str, ...]) -> None:
        member = self._member(who)
        view = member.stack[-1]
        form = await self.form_of(view["private_metadata"])
        state = self.typed.setdefault(view["id"], initial(view))
        for name, value in answers.items():
            self._type(view, form, state, name, value)
        await self._send_form(member)

    async def attach(self, who: str, *pictures: bytes) -> None:
        """Join pictures to the open form."""
        view = self._member(who).stack[-1]
        state = self.typed.setdefault(view["id"], initial(view))
        state["pictures"] = {"answer": {"type": "file_input", "files": self._files(*pictures)}}

    async def press(self, who: str, label: str) -> None:
        for view, message, element in self._sight(who).controls():
            if element["type"] == "button" and element["text"]["text"] == label:
                return await self._use(who, view, message, element)
        raise AssertionError(f"{who} sees no button «{label}» among {await self.buttons(who)}")

    async def choose(self, who: str, option: str) -> None:
        for view, message, element in self._sight(who).controls():
            for each in element.get("options", ()):
                if each["text"]["text"] == option:
                    used = {**element, "selected_option": each}
                    return await self._use(who, view, message, used)
        raise AssertionError(f"{who} sees no option «{option}»")

    async def type_at_home(self, who: str, text: str) -> None:
        """Type into the line of the App Home, and press Enter."""
        home = self._member(who).home
        assert home is not None
        (line,) = [block["element"] for block in home["blocks"] if block["type"] == "input"]
        await self._use(who, home, None, {**line, "value": text})

    async def write(self, who: str, text: str, *, picture: bytes = b"") -> str:
        if who not in MENTORS:
            return await self._reply_at_home(who, text, picture)
        root = [m for m in self._sight(who).messages() if opens_thread(m)][-1]
        message = self.workspace.write(
            root.channel, self._member(who).id, {"text": text}, thread=root.ts
        )
        files = {"subtype": "file_share", "files": self._files(picture)} if picture else {}
        await self.event({**message_event(self.workspace.team, message, text), **files})
        return f"{message.channel}/{message.ts}"

    async def rewrite(self, who: str, message: str, text: str) -> None:
        if message.startswith("own:"):
            await self._own(who, message, 0)
            await self.fill(who, text=text)
            return
        found = self._found(message)
        found.body, found.edited = {"text": text}, self.workspace.next_ts()
        inner = message_event(self.workspace.team, found, text)
        outer = {**GROUP, "subtype": "message_changed", "channel": found.channel}
        await self.event({**outer, "message": inner, "previous_message": inner})

    async def unwrite(self, who: str, message: str) -> None:
        if message.startswith("own:"):
            await self._own(who, message, 1)
            return
        found = self._found(message)
        del self.workspace.messages[found.channel, found.ts]
        event = {**GROUP, "subtype": "message_deleted", "channel": found.channel}
        told = {"deleted_ts": found.ts, "ts": self.workspace.next_ts()}
        earlier = message_event(self.workspace.team, found, str(found.body.get("text", "")))
        await self.event({**event, **told, "previous_message": earlier})

    async def event(self, event: dict[str, Any], *, event_id: str = "") -> None:
        """Send an event of the Events API, if the app asked for it."""
        name = f"message.{event['channel_type']}s" if event["type"] == "message" else event["type"]
        self.workspace.need(name)
        assert not self.workspace.events or name in self.workspace.events, name
        await self.server.send("events_api", envelope(self.workspace.team, event, event_id))
        await self.finished()

    async def settled(self) -> None:
        await self.finished()
        await self.settle()

    async def later(self, seconds: float) -> None:
        await self.pass_time(seconds)

    async def jump(self, seconds: float) -> None:
        self.clock.advance(seconds=seconds)
        await self.settled()

    # --- what people see --------------------------------------------------------------------------

    async def view(self, who: str) -> str:
        member = self._member(who)
        places = [line for m in self._sight(who).messages() for line in message_lines(m)]
        home = list(lines(member.home["blocks"])) if member.home else []
        modal = member.stack[-1] if member.stack else None
        shown = [modal["title"]["text"], *lines(modal["blocks"])] if modal else []
        faults = list(self.faults.get(modal["id"], {}).values()) if modal else []
        return "\n".join([*places, *home, *shown, *faults])

    async def options(self, who: str, field: str) -> list[str]:
        form = await self._form(who)
        choices = [f for f in form.fields if isinstance(f, ChoiceField)]
        return [option.value for f in choices if f.name == field for option in f.options]

    async def form_values(self, who: str) -> dict[str, str]:
        view, form = self._member(who).stack[-1], await self._form(who)
        state = self.typed.get(view["id"]) or initial(view)
        values = [state.get(f"q{n}", {}).get("answer", {}) for n in range(len(form.fields))]
        texts = [str(value.get("value") or "") for value in values]
        return {each.name: text for each, text in zip(form.fields, texts, strict=True)}

    async def files(self, who: str) -> dict[str, str]:
        shared = [file for m in self._sight(who).messages() for file in m.body.get("files", ())]
        return {f["title"]: self.workspace.files[f["id"]].decode() for f in shared}

    async def buttons(self, who: str) -> list[str]:
        return [
            e["text"]["text"] for _, _, e in self._sight(who).controls() if e["type"] == "button"
        ]

    # --- inside -----------------------------------------------------------------------------------

    def _member(self, who: str) -> Member:
        return self.workspace.members[f"U{who.upper()}"]

    def _sight(self, who: str) -> Sight:
        return Sight(self.workspace, self._member(who))

    def _person(self, who: str) -> dict[str, Any]:
        member, team = self._member(who), self.workspace.team
        return {
            "user": {"id": member.id, "username": member.name, "team_id": team},
            "team": {"id": team, "domain": "example"},
            "trigger_id": self.workspace.trigger(member.id),
        }

    async def _form(self, who: str) -> Form:
        return await self.form_of(self._member(who).stack[-1]["private_metadata"])

    def _type(
        self,
        view: dict[str, Any],
        form: Form,
        state: dict[str, Any],
        name: str,
        value: str | tuple[str, ...],
    ) -> None:
        """Fill in one question, as a client that checks nothing itself."""
        place, asked = next((n, f) for n, f in enumerate(form.fields) if f.name == name)
        block = next(b for b in view["blocks"] if b.get("block_id") == f"q{place}")
        state[f"q{place}"] = {"answer": typed(asked, block["element"], value)}

    async def _send_form(self, member: Member) -> None:
        view = self.workspace.described(member)
        state = self.typed.get(view["id"]) or initial(view)
        payload = {
            "type": "view_submission",
            **self._person(member.name),
            "view": {**view, "state": {"values": state}},
        }
        answer = await self.server.send("interactive", payload)
        self._respond(member, view["id"], answer)
        await self.finished()

    def _respond(self, member: Member, view_id: str, answer: dict[str, Any]) -> None:
        self.faults.pop(view_id, None)
        match answer.get("response_action"):
            case "errors":
                self.faults[view_id] = answer["errors"]
            case "push":
                self.workspace.push(member, answer["view"])
            case "update":
                self.workspace.replace(member, answer["view"])
                self.typed.pop(view_id, None)
            case "clear":
                member.stack = []
            case _:
                member.stack.pop()

    async def _use(
        self,
        who: str,
        view: dict[str, Any] | None,
        message: Message | None,
        element: dict[str, Any],
    ) -> None:
        member = self._member(who)
        if view is None or view["type"] == "home":
            member.stack = []  # one closes the modal to reach what is behind it
        payload = {"type": "block_actions", **self._person(who), "actions": [element]}
        if view is not None:
            shown = view if view["type"] == "home" else self.workspace.described(member)
            payload["view"] = shown
        if message is not None:
            payload["channel"] = {"id": message.channel}
            payload["message"] = {"ts": message.ts}
        await self.server.send("interactive", payload)
        await self.finished()

    async def _reply_at_home(self, who: str, text: str, picture: bytes) -> str:
        reply = next(label for label in await self.buttons(who) if label in REPLIES)
        self._member(who).stack = []
        await self.press(who, reply)
        if picture:
            await self.attach(who, picture)
        await self.fill(who, text=text)
        return next((f"own:{each}" for each in self._own_messages(who)), "")

    def _own_messages(self, who: str) -> list[str]:
        """Name the menus of one's own messages on the App Home, newest first."""
        return [menu["action_id"] for menu in reversed(self._sight(who).menus())]

    async def _own(self, who: str, message: str, choice: int) -> None:
        name = message.removeprefix("own:")
        menu = next(m for m in self._sight(who).menus() if m["action_id"] == name)
        used = {**menu, "selected_option": menu["options"][choice]}
        await self._use(who, self._member(who).home, None, used)

    def _files(self, *contents: bytes) -> list[dict[str, Any]]:
        files = []
        for content in contents:
            file = f"{PEOPLES_FILE}{secrets.token_hex(4)}"
            self.workspace.files[file] = content
            address = f"{self.server.base}/files/{file}"
            files.append({"id": file, "name": "IMG_CANARY.jpg", "url_private_download": address})
        return files

    def _found(self, message: str) -> Message:
        channel, _, ts = message.partition("/")
        return self.workspace.messages[channel, ts]
