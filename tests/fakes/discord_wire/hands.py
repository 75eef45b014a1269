"""What a person does in Discord: types commands, presses, fills in, writes."""

import asyncio
from collections.abc import Sequence
from typing import Any

from tests.fakes.discord_wire import eyes
from tests.fakes.discord_wire.town import (
    BOT,
    DM_CHANNEL,
    EPHEMERAL,
    GUILD,
    Json,
    Place,
    User,
    read_by_bot,
)
from tests.fakes.discord_wire.wire import Interaction, Wire

COMMAND, COMPONENT, SUBMIT = 2, 3, 5
WRITTEN_AT = "2026-03-02T09:17:42.481729+00:00"  # to the microsecond, as Discord tells it
_LONGEST_S = 20  # a test that waits longer has failed


class Hands:
    """One person at a keyboard; ``answers`` are the private ones, newest last."""

    def __init__(self, wire: Wire, user: User) -> None:
        self.wire, self.user = wire, user
        self.answers: list[Json] = []
        self.modal: Json | None = None
        self._from: Json | None = None  # the message whose button opened the form

    async def command(self, name: str, place: Place, **options: str) -> Interaction:
        given = [{"name": key, "type": 3, "value": value} for key, value in options.items()]
        data = {"id": self.wire.town.number(), "name": name, "type": 1, "options": given}
        return await self._interact(COMMAND, data, place, None)

    async def press(self, message: Json, button: Json) -> Interaction:
        data = {"custom_id": button["custom_id"], "component_type": 2}
        return await self._interact(COMPONENT, data, self._place(message), message)

    async def choose(self, message: Json, chosen: Json, value: str) -> Interaction:
        data = {"custom_id": chosen["custom_id"], "component_type": 3, "values": [value]}
        return await self._interact(COMPONENT, data, self._place(message), message)

    async def submit(self, place: Place, values: dict[str, Any]) -> Interaction:
        """Send the open form; ``values`` are by custom_id, the rest stays as it is."""
        assert self.modal is not None, "no form is open"
        modal, self.modal = self.modal, None
        components = [_filled(each, values) for each in modal["components"]]
        data = {"custom_id": modal["custom_id"], "components": components}
        return await self._interact(SUBMIT, data, place, self._from)

    async def write(
        self,
        place: Place,
        text: str,
        *,
        picture: bytes = b"",
        mention: bool = False,
        reply: str = "",
    ) -> Json:
        body: Json = {"content": f"<@{BOT}> {text}" if mention else text}
        if picture:
            body["attachments"] = [self._attachment(picture)]
        if reply:
            body["message_reference"] = {"message_id": reply, "fail_if_not_exists": True}
        message = self.wire.town.add_message(place, self.user.json, body)
        message["timestamp"] = WRITTEN_AT
        await self.wire.gateway.tell("MESSAGE_CREATE", self._told(place, message))
        return message

    async def rewrite(self, place: Place, number: str, text: str) -> None:
        message = place.messages[number]
        mention = f"<@{BOT}> " if message["content"].startswith("<@") else ""
        second = int(self.wire.town.number()) % 60
        stamp = f"2026-03-02T09:31:{second:02}+00:00"
        message |= {"content": mention + text, "edited_timestamp": stamp}
        await self.wire.gateway.tell("MESSAGE_UPDATE", self._told(place, message))

    async def unwrite(self, place: Place, number: str) -> None:
        del place.messages[number]
        gone = {"id": number, "channel_id": place.id}
        if place.kind != DM_CHANNEL:
            gone["guild_id"] = GUILD
        await self.wire.gateway.tell("MESSAGE_DELETE", gone)

    def seen(self) -> list[Json]:
        """Return everything with words or buttons, oldest first: places, then answers."""
        return [*self.wire.town.seen_by(self.user.id), *self.answers[-1:]]

    # --- inside -----------------------------------------------------------------------

    def _place(self, message: Json) -> Place:
        return self.wire.town.places[message["channel_id"]]

    def _attachment(self, picture: bytes) -> Json:
        name = f"IMG-{self.user.username}-canary.jpg"
        self.wire.files[name] = picture
        address = f"{self.wire.address}/files/{name}"
        return {
            "id": self.wire.town.number(), "filename": name, "size": len(picture),
            "url": address, "proxy_url": address, "content_type": "image/jpeg",
        }  # fmt: skip

    def _told(self, place: Place, message: Json) -> Json:
        """Return a message as the gateway tells it: in a server, words only if meant for us."""
        if place.kind == DM_CHANNEL:
            return dict(message)
        member = {"roles": [], "joined_at": "2026-01-01T00:00:00+00:00", "flags": 0}
        mentions = [self.wire.town.bot()] if f"<@{BOT}>" in message["content"] else []
        told = {**read_by_bot(place, message), "mentions": mentions}
        return {**told, "guild_id": GUILD, "member": member}

    async def _interact(
        self, kind: int, data: Json, place: Place, message: Json | None
    ) -> Interaction:
        number, token = self.wire.town.number(), f"token-{self.wire.town.number()}"
        interaction = self.wire.interactions[token] = Interaction(self.user.id)
        payload = self._payload(number, token, kind, data, place)
        if message is not None:
            payload["message"] = message
        await self.wire.gateway.tell("INTERACTION_CREATE", payload)
        async with asyncio.timeout(_LONGEST_S):
            await interaction.done.wait()
        self._receive(interaction, place, message)
        return interaction

    def _payload(self, number: str, token: str, kind: int, data: Json, place: Place) -> Json:
        payload: Json = {
            "id": number, "application_id": BOT, "type": kind, "token": token, "version": 1,
            "channel_id": place.id, "channel": place.json, "locale": self.user.locale,
            "data": data, "entitlements": [], "authorizing_integration_owners": {},
            "attachment_size_limit": 10_485_760, "app_permissions": "0",
        }  # fmt: skip
        if place.kind == DM_CHANNEL:
            return {**payload, "context": 1, "user": self.user.json}
        member = {
            "user": self.user.json, "roles": [], "joined_at": "2026-01-01T00:00:00+00:00",
            "deaf": False, "mute": False, "flags": 0, "nick": self.user.nick,
            "permissions": str(self.user.permissions),
        }  # fmt: skip
        return {**payload, "context": 0, "guild_id": GUILD, "guild_locale": "fr", "member": member}

    def _receive(self, interaction: Interaction, place: Place, message: Json | None) -> None:
        if interaction.modal is not None:
            self.modal, self._from = interaction.modal, message
            return
        body = interaction.message or {}
        shown = self.wire.town.message(place, self.wire.town.bot(), body)
        shown["flags"] |= EPHEMERAL
        if interaction.callbacks == [7] and self.answers:
            self.answers.pop()
        self.answers.append(shown)


def _filled(component: Json, values: dict[str, Any]) -> Json:
    inner = component.get("component")
    if inner is None:
        return {"type": component["type"], "id": 1}
    return {"type": component["type"], "id": 1, "component": _given(inner, values)}


def _given(field: Json, values: dict[str, Any]) -> Json:
    """Return a field as Discord's client sends it, having checked what the client checks."""
    name, kind = field["custom_id"], field["type"]
    if kind == eyes.SELECT:
        chosen: Sequence[str] = values.get(
            name, [option["value"] for option in field["options"] if option.get("default")]
        )
        assert len(chosen) <= field["max_values"], field
        assert len(chosen) >= field["min_values"], field
        return {"type": kind, "id": 1, "custom_id": name, "values": list(chosen)}
    if kind in (eyes.CHANNELS, eyes.ROLES):
        shown = [each["id"] for each in field.get("default_values", ())]
        picked = [each for each in (values[name],) if each] if name in values else shown
        assert len(picked) >= field["min_values"], field
        return {"type": kind, "id": 1, "custom_id": name, "values": picked}
    if kind == eyes.CHECKBOX:
        return {"type": kind, "id": 1, "custom_id": name, "value": values.get(name, False)}
    value = str(values.get(name, field.get("value", "")))
    assert len(value) <= field["max_length"], "the client lets nobody type that much"
    assert value or not field["required"], "the client asks for an answer"
    return {"type": kind, "id": 1, "custom_id": name, "value": value}
