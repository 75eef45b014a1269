"""Plays people on the wire, for the conversations that every platform must carry."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import discord

from adapters.discord import cards, paper
from adapters.discord.app import DiscordApp
from adapters.discord.events import Click, click_of
from adapters.discord.forms import Step
from bot.domain.people import Language
from bot.ui.forms import ChoiceField, Field, TickField, Value
from bot.wording import Wording
from tests.fakes.discord_wire import eyes
from tests.fakes.discord_wire.hands import WRITTEN_AT, Hands
from tests.fakes.discord_wire.town import PRIVATE_THREAD, Json, Place
from tests.fakes.discord_wire.wire import Interaction, Wire

_TRACKED = ("INTERACTION_CREATE", "MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE")

_LONGEST_S = 10  # a test that waits longer has failed


class Followed:
    """Stands between the client and the app, and knows when an event was dealt with."""

    def __init__(self, app: DiscordApp) -> None:
        self._app = app
        self.dealt_with = 0
        self.sessions = 0
        self.newest: discord.Interaction | None = None
        self.removed: list[str] = []
        self._more = asyncio.Condition()

    async def on_interaction(self, interaction: discord.Interaction) -> None:
        self.newest = interaction
        await self._count(self._app.on_interaction(interaction))

    async def on_message(self, message: discord.Message) -> None:
        await self._count(self._app.on_message(message))

    async def on_edit(self, event: discord.RawMessageUpdateEvent) -> None:
        await self._count(self._app.on_edit(event))

    async def on_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        await self._count(self._app.on_delete(event))

    async def on_removed(self, server: str) -> None:
        await self._app.on_removed(server)
        async with self._more:
            self.removed.append(server)
            self._more.notify_all()

    async def on_session(self) -> None:
        await self._app.on_session()
        async with self._more:
            self.sessions += 1
            self._more.notify_all()

    async def until(self, enough: Callable[[], bool]) -> None:
        async with asyncio.timeout(_LONGEST_S), self._more:
            await self._more.wait_for(enough)

    async def _count(self, doing: Awaitable[None]) -> None:
        await doing
        async with self._more:
            self.dealt_with += 1
            self._more.notify_all()


@dataclass
class DiscordDriver:
    """Plays people on one server; names are those of the suite."""

    wire: Wire
    house: Any
    people: dict[str, Hands]
    rooms: dict[str, Place]
    say: Mapping[Language, Wording]
    current: dict[str, list[Json]] = field(default_factory=dict)
    tasks: list[asyncio.Task[Any]] = field(default_factory=list)

    async def start(self, app: DiscordApp) -> None:
        """Run a client, and wait until it listens."""
        self.app, self.followed = app, Followed(app)
        self._missed = self._told()
        app.client.follow(self.followed)
        self._running = asyncio.create_task(app.run())
        here = asyncio.create_task(self.wire.gateway.here())
        await asyncio.wait({self._running, here}, return_when=asyncio.FIRST_COMPLETED)
        if self._running.done():
            here.cancel()
            await self._running

    async def stop(self) -> None:
        """Stop the client: what is told from now on, nobody hears."""
        await self.app.stop()
        await self._running
        self.wire.gateway.forget()

    async def speak(self, who: str, language: str) -> None:
        """Change the language of somebody's Discord: the next thing they do tells us."""
        hands = self.people[who]
        hands.user.locale = "en-GB" if language == "en" else "fr"
        await hands.command("card", self.rooms["help"])
        await self.dealt_with()
        hands.answers.clear()

    async def command(self, who: str, name: str, **options: str) -> None:
        hands = self.people[who]
        registered = {n: c["name"] for c in self.wire.town.commands for n in _names(c)}
        await hands.command(registered[name], self.rooms["help"], **options)
        await self._read_on(who)

    async def fill(self, who: str, **answers: str | tuple[str, ...]) -> None:
        hands = self.people[who]
        if hands.modal is None:
            await self._press_act(who, cards.OPEN)
        while hands.modal is not None:
            step = await self._step(hands.modal["custom_id"])
            values = {f"q{n}": _typed(f, answers[f.name]) for n, f in enumerate(step.fields)
                      if f.name in answers}  # fmt: skip
            await hands.submit(self.rooms["help"], values)
            await self._read_on(who)
            if step.after({}).is_done or not await self._acts(who, cards.OPEN):
                return
            await self._press_act(who, cards.OPEN)

    async def press(self, who: str, label: str) -> None:
        for message, button in self._controls(who):
            if button["label"] == label:
                await self.people[who].press(message, button)
                await self._read_on(who)
                return
        raise AssertionError(f"{who} sees no button «{label}» among {await self.buttons(who)}")

    async def choose(self, who: str, option: str) -> None:
        for message in self._messages(who):
            for each in eyes.lists(message):
                for offered in each["options"]:
                    if offered["label"] == option:
                        await self.people[who].choose(message, each, offered["value"])
                        await self._read_on(who)
                        return
        raise AssertionError(f"{who} sees no option «{option}»")

    async def write(self, who: str, text: str, *, picture: bytes = b"") -> str:
        place = self.place_of(who)
        mention = place.kind == PRIVATE_THREAD
        message = await self.people[who].write(place, text, picture=picture, mention=mention)
        await self.dealt_with()
        return f"{place.id}/{message['id']}"

    async def rewrite(self, who: str, message: str, text: str) -> None:
        place, _, number = message.partition("/")
        await self.people[who].rewrite(self.wire.town.places[place], number, text)
        await self.dealt_with()

    async def unwrite(self, who: str, message: str) -> None:
        place, _, number = message.partition("/")
        await self.people[who].unwrite(self.wire.town.places[place], number)
        await self.dealt_with()

    async def settled(self) -> None:
        await self.house.settle()

    async def later(self, seconds: float) -> None:
        await self.house.pass_time(seconds)

    async def jump(self, seconds: float) -> None:
        self.house.clock.advance(seconds=seconds)
        await self.house.settle()

    async def view(self, who: str) -> str:
        modal = self.people[who].modal
        shown = [*self._places(who), *self.current.get(who, []), *([modal] if modal else [])]
        return "\n".join(eyes.text(each) for each in shown)

    async def options(self, who: str, field: str) -> list[str]:
        step = await self._open_step(who)
        found = [f for f in step.form.fields if isinstance(f, ChoiceField) and f.name == field]
        return [option.value for f in found for option in f.options]

    async def form_values(self, who: str) -> dict[str, str]:
        step = await self._open_step(who)
        return {f.name: _text(f.value) for f in step.form.fields}

    async def files(self, who: str) -> dict[str, str]:
        user = self.people[who].user.id
        given = [found for call in self.wire.calls if call.reader == user for found in call.files]
        return dict(given)

    async def buttons(self, who: str) -> list[str]:
        return [button["label"] for _, button in self._controls(who)]

    # --- what only Discord's own tests need ---------------------------------------------

    def place_of(self, who: str) -> Place:
        """Return where somebody talks: their newest thread, else their private channel."""
        hands = self.people[who]
        threads = [
            place
            for place in self.wire.town.places.values()
            if place.kind == PRIVATE_THREAD and hands.user.id in (place.members or ())
        ]
        return threads[-1] if threads else self.wire.town.private_with(hands.user.id)

    async def dealt_with(self) -> None:
        """Wait until every event that the gateway told was dealt with."""
        if self._running.done():
            return
        await self.followed.until(lambda: self.followed.dealt_with >= self._told() - self._missed)

    async def newest_interaction(self, who: str) -> Interaction:
        """Wait for the next interaction of somebody, and return it before it is answered."""
        known = len(self.wire.interactions)
        while len(self.wire.interactions) == known:
            await asyncio.sleep(0)
        found = list(self.wire.interactions.values())[-1]
        assert found.user == self.people[who].user.id
        return found

    def marks(self, who: str) -> list[str]:
        """Return everything that could give somebody away, down to the time of a message."""
        user = self.people[who].user
        private = self.wire.town.private_with(user.id)
        own = [number for number, m in private.messages.items() if m["author"]["id"] == user.id]
        return [*user.canaries, "canary", "en-GB", WRITTEN_AT, private.id, *own]

    async def caught(self, who: str, name: str) -> Click:
        """Type a command, and return it as the adapter had it."""
        await self.people[who].command(name, self.rooms["help"])
        await self.dealt_with()
        assert self.followed.newest is not None
        click = click_of(self.followed.newest, ())
        assert click is not None
        return click

    # --- inside ---------------------------------------------------------------------------

    def _told(self) -> int:
        return sum(map(self.wire.gateway.told, _TRACKED))

    async def _read_on(self, who: str) -> None:
        """Turn the pages of the answer, as somebody does who wants to read it all."""
        await self.dealt_with()
        hands = self.people[who]
        if hands.modal is not None or not hands.answers:
            return
        pages = [hands.answers[-1]]
        more = {say("discord-more") for say in self.say.values()}
        while following := [b for b in eyes.buttons(pages[-1]) if b["label"] in more]:
            await hands.press(pages[-1], following[0])
            pages.append(hands.answers[-1])
        await self.dealt_with()
        self.current[who] = pages

    def _places(self, who: str) -> list[Json]:
        return list(self.wire.town.seen_by(self.people[who].user.id))

    def _messages(self, who: str) -> list[Json]:
        """Return what can be used, the last answer first, then the places, newest first."""
        return [*self.current.get(who, []), *reversed(self._places(who))]

    def _controls(self, who: str) -> list[tuple[Json, Json]]:
        return [(m, button) for m in self._messages(who) for button in eyes.buttons(m)]

    async def _acts(self, who: str, act: str) -> list[tuple[Json, Json]]:
        found = []
        for message, button in self._controls(who):
            meaning = await self.app.tokens.redeem(button["custom_id"])
            if meaning is not None and meaning.act == act:
                found.append((message, button))
        return found

    async def _press_act(self, who: str, act: str) -> None:
        message, button = (await self._acts(who, act))[0]
        await self.people[who].press(message, button)
        await self.dealt_with()

    async def _step(self, token: str) -> Step:
        meaning = await self.app.tokens.redeem(token)
        assert meaning is not None, token
        return paper.read(meaning.subject)

    async def _open_step(self, who: str) -> Step:
        modal = self.people[who].modal
        if modal is not None:
            return await self._step(modal["custom_id"])
        _, button = (await self._acts(who, cards.OPEN))[0]
        return await self._step(button["custom_id"])


def _names(command: Json) -> list[str]:
    return [command["name"], *command["name_localizations"].values()]


def _typed(each: Field, answer: Value) -> Any:
    """Return an answer as the client sends it: the places of what was chosen."""
    if isinstance(each, TickField):
        return bool(answer)
    if isinstance(each, ChoiceField):
        wanted = (answer,) if isinstance(answer, str) else answer
        return [str(n) for n, option in enumerate(each.options) if option.value in wanted]
    return answer


def _text(value: str | tuple[str, ...] | bool) -> str:
    return ", ".join(value) if isinstance(value, tuple) else str(value)
