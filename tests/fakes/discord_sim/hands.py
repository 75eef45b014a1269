"""What a person does in simcord's Discord, which lets nobody do what a client would not."""

from collections.abc import Mapping, Sequence
from typing import Any

from simcord import Env, InteractionResult, MemberActor, ResponseMessage, UserHandle
from simcord.backend import serializers
from simcord.builders import ChannelHandle

from tests.fakes.discord_wire import eyes
from tests.fakes.discord_wire.town import Json


class SimHands:
    """One person at a keyboard; ``answers`` are the private ones, newest last."""

    def __init__(self, env: Env, member: MemberActor) -> None:
        self.env, self.member = env, member
        self.locale = "fr"
        self.answers: list[Json] = []
        self.modal: Json | None = None
        self._shown: InteractionResult | None = None  # what opened the form

    @property
    def user(self) -> UserHandle:
        return self.member.user

    @property
    def private(self) -> ChannelHandle:
        return self.user.dm_channel

    async def command(self, name: str, place: ChannelHandle, **options: str) -> InteractionResult:
        if place.id == self.private.id:
            return self._received(await self.user.slash(name, **options))
        return self._received(await self.member.slash(place, name, **options))

    async def press(self, message: Json, button: Json) -> InteractionResult:
        sent = self._sent(message)
        actor = self._actor(sent.channel_id)
        return self._received(await actor.click(sent, custom_id=button["custom_id"]))

    async def choose(self, message: Json, chosen: Json, value: Any) -> InteractionResult:
        sent = self._sent(message)
        actor = self._actor(sent.channel_id)
        return self._received(await actor.select(sent, [value], custom_id=chosen["custom_id"]))

    async def submit(self, values: Mapping[str, Any]) -> InteractionResult:
        """Send the open form; what stood there and was not touched stays."""
        assert self.modal is not None, "no form is open"
        assert self._shown is not None
        modal, self.modal = self.modal, None
        fields = {each["custom_id"]: each for each in eyes.fields(modal)}
        given = {name: _left(each) for name, each in fields.items()} | dict(values)
        given = {name: self._picked(fields[name], value) for name, value in given.items()}
        actor = self._actor(self._shown._interaction.channel_id)
        kept = {name: value for name, value in given.items() if value not in ("", [])}
        return self._received(await actor.submit_modal(self._shown, kept))

    async def write(
        self, place: ChannelHandle, text: str, *, files: Sequence[tuple[str, bytes]] = ()
    ) -> str:
        """Write in private, or in a thread with the bot's name in front."""
        if place.id == self.private.id:
            attachments = self.env.backend.store_attachments(place.id, files)
            sent = await self.user.send_dm(text, attachments=attachments)
        else:
            us = self.env.backend.bot_user.id
            sent = await self.member.send(place, f"<@{us}> {text}", attachments=files)
        return f"{place.id}/{sent.id}"

    async def rewrite(self, handle: str, text: str) -> None:
        sent = self._named(handle)
        mention = sent.content.partition(" ")[0] if sent.content.startswith("<@") else ""
        await self._actor(sent.channel_id).edit(sent, f"{mention} {text}".strip())

    async def unwrite(self, handle: str) -> None:
        sent = self._named(handle)
        await self._actor(sent.channel_id).delete(sent)

    # --- inside -----------------------------------------------------------------------

    def _actor(self, channel: int) -> Any:
        return self.user if channel == self.private.id else self.member

    def _picked(self, field: Json, value: Any) -> Any:
        """Return channels as simcord wants them: not by their number, but themselves."""
        if field["type"] != eyes.CHANNELS or not value:
            return value
        channel = self.env.backend.get_channel(int(value))
        return [ChannelHandle(self.env, self.member.guild, channel)]

    def _sent(self, message: Json) -> ResponseMessage:
        return self._named(f"{message['channel_id']}/{message['id']}")

    def _named(self, handle: str) -> ResponseMessage:
        channel, _, number = handle.partition("/")
        return ResponseMessage(self.env, self.env.backend.get_message(int(channel), int(number)))

    def _received(self, result: InteractionResult) -> InteractionResult:
        assert result.acknowledged, "Discord would show “the application did not respond”"
        if result.modal is not None:
            self.modal, self._shown = result.modal, result
            return result
        shown = result.response
        assert shown is not None
        payload = dict(serializers.message_payload(self.env.backend, shown._message))
        self.answers = [each for each in self.answers if each["id"] != payload["id"]]
        self.answers.append(payload)
        return result


def _left(field: Json) -> Any:
    """Return what a field holds when nobody touches it, as the client sends it."""
    if field["type"] == eyes.SELECT:
        return [option["value"] for option in field["options"] if option.get("default")]
    if field["type"] == eyes.CHANNELS:
        return "".join(each["id"] for each in field.get("default_values", ()))
    if field["type"] == eyes.CHECKBOX:
        return bool(field.get("default"))
    return field.get("value", "")
