"""The neutral platform: what the core says, seen without any SDK."""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field

from bot.commands import command_named
from bot.domain.ids import CommunityId, DeliveryId, RequestId, new_id
from bot.domain.people import Actor, Address, Language, Party
from bot.domain.relay import Said
from bot.helpdesk import HelpDesk
from bot.ports.outbound import Target
from bot.ui.forms import Answer, ChoiceField, Form, Gesture
from bot.ui.screen import (
    Block,
    Bubble,
    Bullets,
    Button,
    Called,
    Card,
    Choice,
    Control,
    Diff,
    Facts,
    File,
    Fold,
    Heading,
    Image,
    Links,
    Mark,
    Marked,
    Quote,
    Screen,
    Table,
    Text,
    Timeline,
)
from tests.fakes.clock import FakeClock

MENTORS = ("nadia", "yann")


@dataclass
class Shown:
    """A post as it stands in a place."""

    target: Target
    drawing: Screen | Bubble


@dataclass
class StageMessenger:
    """Shows posts on the stage; the same key shows once."""

    platform: str = "web"
    posts: dict[str, Shown] = field(default_factory=dict)
    marks: dict[str, Mark] = field(default_factory=dict)
    sent: list[Shown] = field(default_factory=list)

    async def post(self, target: Target, drawing: Screen | Bubble, *, key: DeliveryId) -> str:
        self.sent.append(Shown(target, drawing))
        self.posts.setdefault(key, Shown(target, drawing))
        return key

    async def edit(self, target: Target, handle: str, drawing: Screen | Bubble) -> None:
        self.sent.append(Shown(target, drawing))
        if handle in self.posts:
            self.posts[handle] = Shown(target, drawing)

    async def remove(self, target: Target, handle: str) -> None:
        self.posts.pop(handle, None)

    async def empty(self, target: Target) -> None: ...
    async def mark(self, target: Target, origin: str, mark: Mark) -> None:
        self.marks[origin] = mark


@dataclass
class StageDriver:
    """Plays people against the help desk itself."""

    desk: HelpDesk
    messenger: StageMessenger
    community: CommunityId
    settle: Callable[[], Awaitable[None]]
    pass_time: Callable[[float], Awaitable[None]]
    clock: FakeClock
    languages: dict[str, Language] = field(default_factory=dict)
    answers: dict[str, list[Answer]] = field(default_factory=dict)
    said: dict[str, RequestId] = field(default_factory=dict)

    def actor(self, who: str) -> Actor:
        address = Address("web", "sandbox", who)
        language = self.languages.get(who, "fr")
        return Actor(address, self.community, language, who.title(), who == "sacha")

    async def speak(self, who: str, language: str) -> None:
        self.languages[who] = "en" if language == "en" else "fr"
        await self.desk.handle(self.actor(who), Gesture("person.speak"))

    async def command(self, who: str, name: str, **options: str) -> None:
        command = command_named(name)
        assert command is not None, name
        await self._do(who, Gesture(command.act, "", options))

    async def fill(self, who: str, **answers: str | tuple[str, ...]) -> None:
        form = self._form(who)
        kept = {f.name: _value(getattr(f, "value", "")) for f in form.fields}
        await self._do(who, Gesture(form.act, form.subject, {**kept, **answers}))

    async def press(self, who: str, label: str) -> None:
        button = next(
            (c for c in self._controls(who) if isinstance(c, Button) and c.label == label), None
        )
        assert button is not None, f"{who} sees no button «{label}» among {await self.buttons(who)}"
        await self._do(who, Gesture(button.act, button.subject, {"value": button.value}))

    async def choose(self, who: str, option: str) -> None:
        for control in self._controls(who):
            if isinstance(control, Choice):
                for each in control.options:
                    if each.label == option:
                        gesture = Gesture(control.act, control.subject, {"value": each.value})
                        return await self._do(who, gesture)
        raise AssertionError(f"{who} sees no option «{option}»")

    async def write(self, who: str, text: str, *, picture: bytes = b"") -> str:
        side = Party.MENTOR if who in MENTORS else Party.REQUESTER
        request = (await self.desk.conversations(self.actor(who), side))[-1].id
        origin = new_id()
        self.said[origin] = request
        pictures = await self.desk.remade(self.actor(who), [picture]) if picture else ()
        if isinstance(pictures, Screen | Form):
            self._answered(who, pictures)
            return origin
        answer = await self.desk.say(self.actor(who), Said(request, text, origin, pictures))
        if answer is not None:
            self._answered(who, answer)
        return origin

    async def rewrite(self, who: str, message: str, text: str) -> None:
        answer = await self.desk.edit(self.actor(who), self.said[message], message, text)
        if answer is not None:
            self._answered(who, answer)

    async def unwrite(self, who: str, message: str) -> None:
        answer = await self.desk.take_back(self.actor(who), self.said[message], message)
        if answer is not None:
            self._answered(who, answer)

    async def settled(self) -> None:
        await self.settle()

    async def later(self, seconds: float) -> None:
        await self.pass_time(seconds)

    async def jump(self, seconds: float) -> None:
        """Let time pass at once, as if the process had been stopped meanwhile."""
        self.clock.advance(seconds=seconds)
        await self.settle()

    def last_answer(self, who: str) -> str:
        """Return the text of what the person was answered last."""
        return "\n".join(_lines(self.answers[who][-1]))

    async def view(self, who: str) -> str:
        places = [line for post in self._visible(who) for line in _drawing_lines(post.drawing)]
        private = [line for answer in self.answers.get(who, [])[-1:] for line in _lines(answer)]
        return "\n".join([*places, *private])

    async def options(self, who: str, field: str) -> list[str]:
        choices = [f for f in self._form(who).fields if isinstance(f, ChoiceField)]
        return [option.value for f in choices if f.name == field for option in f.options]

    async def form_values(self, who: str) -> dict[str, str]:
        return {f.name: _text(getattr(f, "value", "")) for f in self._form(who).fields}

    async def files(self, who: str) -> dict[str, str]:
        answer = self.answers[who][-1]
        cards = answer.cards if isinstance(answer, Screen) else ()
        given = [block for card in cards for block in card.blocks if isinstance(block, File)]
        return {file.name: file.text for file in given}

    async def buttons(self, who: str) -> list[str]:
        return [control.label for control in self._controls(who) if isinstance(control, Button)]

    # --- inside ---------------------------------------------------------------------

    async def _do(self, who: str, gesture: Gesture) -> None:
        self._answered(who, await self.desk.handle(self.actor(who), gesture))

    def _answered(self, who: str, answer: Answer) -> None:
        self.answers.setdefault(who, []).append(answer)

    def _form(self, who: str) -> Form:
        answer = self.answers[who][-1]
        assert isinstance(answer, Form), f"{who} has no form open but {answer}"
        return answer

    def _visible(self, who: str) -> Iterator[Shown]:
        for post in self.messenger.posts.values():
            target = post.target
            if target.place == "room":
                seen = {"help": True, "mentors": who in MENTORS, "moderators": who == "sacha"}
                if seen[target.channel]:
                    yield post
            elif self.actor(who).address.user in (target.user, *target.members):
                yield post

    def _controls(self, who: str) -> list[Control]:
        """Return what can be pressed, newest first: the last answer, then the places."""
        answer = self.answers.get(who, [Screen(())])[-1]
        cards = list(answer.cards) if isinstance(answer, Screen) else []
        shown = [p.drawing for p in self._visible(who) if isinstance(p.drawing, Screen)]
        posted = [card for screen in reversed(shown) for card in screen.cards]
        return [control for card in [*cards, *posted] for control in card.controls]


def _value(value: object) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return value
    return ("on" if value else "") if isinstance(value, bool) else str(value)


def _text(value: object) -> str:
    found = _value(value)
    return found if isinstance(found, str) else ", ".join(found)


def shown_text(drawing: Screen | Bubble) -> str:
    """Return all the text of a drawing."""
    return "\n".join(_drawing_lines(drawing))


def _lines(answer: Answer) -> Iterator[str]:
    if isinstance(answer, Form):
        yield from (answer.title, answer.intro, answer.fault)
        for each in answer.fields:
            yield from (each.label, each.fault)
        return
    yield from _drawing_lines(answer)


def _drawing_lines(drawing: Screen | Bubble) -> Iterator[str]:
    if isinstance(drawing, Bubble):
        if drawing.quoted:
            yield f"> {drawing.quoted.text}"
        yield f"{drawing.author}: {drawing.text} {drawing.note}".strip()
        yield from (image.alt for image in drawing.images)
        return
    for card in drawing.cards:
        yield from _card_lines(card)


def _card_lines(card: Card) -> Iterator[str]:
    yield card.title
    for block in card.blocks:
        yield from _block_lines(block)
    yield card.footnote


def _block_lines(block: Block) -> Iterator[str]:
    match block:
        case Text() | Heading() | Quote() | Marked():
            yield block.text
        case Called():
            yield " ".join(f"@{name}" for name, _ in block.people)
        case Facts():
            yield from (f"{label}: {value}" for label, value in block.rows)
        case Bullets():
            yield from block.items
        case Table():
            yield from (" | ".join(row) for row in (block.header, *block.rows))
        case Timeline():
            yield from (f"{step.at} {step.event} {step.response}" for step in block.steps)
        case Diff():
            yield from (f"{change.value}:{text}" for change, text in block.pieces)
        case Image():
            yield block.alt
        case File():
            yield block.name
        case Links():
            yield from (f"{title} {url}" for title, url in block.items)
        case Fold():
            yield block.label
            for inner in block.blocks:
                yield from _block_lines(inner)
