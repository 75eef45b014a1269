"""Plays people in simcord's Discord, for the conversations that every platform must carry."""

import asyncio
from collections.abc import Mapping
from typing import Any

from simcord import Env, InteractionResult
from simcord.backend import serializers
from simcord.backend.access import message_accessible
from simcord.builders import ChannelHandle, GuildHandle

from adapters.discord import cards
from adapters.discord.app import DiscordApp
from bot.domain.people import Language
from bot.wording import Wording
from tests.fakes.discord_sim.hands import SimHands
from tests.fakes.discord_wire import eyes
from tests.fakes.discord_wire.driver import DiscordDriver, _names, _typed
from tests.fakes.discord_wire.platform import House
from tests.fakes.discord_wire.town import PRIVATE_THREAD, Json


class SimDriver(DiscordDriver):
    """The driver of the wire, with other hands and eyes; names are those of the suite."""

    people: Mapping[str, SimHands]  # type: ignore[assignment]
    rooms: Mapping[str, ChannelHandle]  # type: ignore[assignment]

    def __init__(
        self,
        env: Env,
        house: House,
        guild: GuildHandle,
        people: Mapping[str, SimHands],
        rooms: Mapping[str, ChannelHandle],
        say: Mapping[Language, Wording],
    ) -> None:
        self.env, self.house, self.guild = env, house, guild
        self.people, self.rooms, self.say = people, rooms, dict(say)
        self.current: dict[str, list[Json]] = {}

    def __repr__(self) -> str:
        return "SimDriver"

    def use(self, app: DiscordApp) -> None:
        """Speak with this client from now on."""
        self.app = app

    async def restart(self) -> None:
        """Stop the client and start another: nothing that lived in the process is left."""
        app = self.house.client()
        await self.env.restart_bot(app.client)
        self.use(app)

    async def speak(self, who: str, language: str) -> None:
        hands = self.people[who]
        hands.locale = "en-GB" if language == "en" else "fr"
        await hands.command("card", self.rooms["help"])
        hands.answers.clear()

    async def command(self, who: str, name: str, **options: str) -> None:
        commands = self.env.backend.commands[None].values()
        registered = {n: c["name"] for c in commands for n in _names(c)}
        await self.people[who].command(registered[name], self.rooms["help"], **options)
        await self._read_on(who)

    async def write(self, who: str, text: str, *, picture: bytes = b"") -> str:
        files = [(f"IMG-{who}-canary.jpg", picture)] if picture else []
        return await self.people[who].write(self.place_of(who), text, files=files)

    async def rewrite(self, who: str, message: str, text: str) -> None:
        await self.people[who].rewrite(message, text)

    async def unwrite(self, who: str, message: str) -> None:
        await self.people[who].unwrite(message)

    async def settled(self) -> None:
        await self.house.settle()
        await self.env.settle()
        await self.house.settle()

    async def later(self, seconds: float) -> None:
        await self.house.pass_time(seconds)
        await self.env.settle()

    async def files(self, who: str) -> dict[str, str]:
        given = [file for each in self.people[who].answers for file in each["attachments"]]
        cdn = self.env.backend.cdn
        return {
            file["filename"]: (cdn.get(file["url"]) or b"").decode("utf-8", "replace")
            for file in given
        }

    def place_of(self, who: str) -> Any:
        hands = self.people[who]
        threads = [
            channel
            for channel in self.env.backend.channels.values()
            if channel.type == PRIVATE_THREAD and hands.user.id in channel.thread_members
        ]
        if not threads:
            return hands.private
        return ChannelHandle(self.env, self.guild, threads[-1])

    async def dealt_with(self) -> None:
        await self.env.settle()

    async def acknowledged(self, who: str) -> InteractionResult:
        """Wait until the last interaction of somebody has its first answer."""
        known = len(self.env.backend.interactions)
        while True:
            await asyncio.sleep(0)
            own = list(self.env.backend.interactions.values())[known:]
            if own and own[-1].responded:
                assert own[-1].user_id == self.people[who].user.id
                return InteractionResult(self.env, own[-1])

    # --- inside ---------------------------------------------------------------------------

    def _places(self, who: str) -> list[Json]:
        """Return what somebody can see in channels, threads and private, oldest first."""
        backend, viewer = self.env.backend, self.people[who].user.id
        seen = [
            message
            for channel, messages in backend.messages.items()
            for message in messages.values()
            if message_accessible(backend, channel, message, viewer, history=True)
            and message.id not in {int(each["id"]) for each in self.people[who].answers}
            and not message.flags & 64
        ]
        ordered = sorted(seen, key=lambda message: message.id)
        return [dict(serializers.message_payload(backend, message)) for message in ordered]

    async def _read_on(self, who: str) -> None:
        hands = self.people[who]
        if hands.modal is not None or not hands.answers:
            return
        pages = [hands.answers[-1]]
        more = {say("discord-more") for say in self.say.values()}
        while following := [b for b in eyes.buttons(pages[-1]) if b["label"] in more]:
            await hands.press(pages[-1], following[0])
            pages.append(hands.answers[-1])
        self.current[who] = pages

    async def fill(self, who: str, **answers: str | tuple[str, ...]) -> None:
        hands = self.people[who]
        if hands.modal is None:
            await self._press_act(who, cards.OPEN)
        while hands.modal is not None:
            step = await self._step(hands.modal["custom_id"])
            values = {f"q{n}": _typed(f, answers[f.name]) for n, f in enumerate(step.fields)
                      if f.name in answers}  # fmt: skip
            await hands.submit(values)
            await self._read_on(who)
            if step.after({}).is_done or not await self._acts(who, cards.OPEN):
                return
            await self._press_act(who, cards.OPEN)
