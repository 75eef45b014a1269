"""What a click means: the gesture that the help desk is given, and what it answers."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from adapters.discord import cards, paper
from adapters.discord.events import Click, Kind, Written, written_of
from adapters.discord.forms import Step, answers, fitting
from adapters.discord.messages import Conversations
from adapters.discord.notes import Notes, Place
from adapters.discord.people import People
from adapters.discord.render import NEXT_PAGE, Page
from adapters.discord.rest import Rest
from adapters.kit.tokens import Meaning, Tokens
from bot.commands import command_named
from bot.domain.ids import RequestId
from bot.domain.people import Language
from bot.helpdesk import OPENERS, HelpDesk
from bot.ui.forms import Answer, Form, Gesture, Value
from bot.ui.screen import Screen
from bot.wording import Wording

# Acts after which the card that was clicked has served: the answer takes its place.
_FINAL = frozenset(
    {
        "request.draft",
        "request.publish",
        "request.cancel",
        "request.erase",
        "privacy.erase",
        "draft.agree",
        "draft.refuse",
        "debrief.submit",
        cards.OPEN,
        cards.SEND,
        cards.HOME,
        cards.TALK,
    }
)

# Acts that answer with a form: the next step of one, or one of its own.
_OPENERS = frozenset({cards.OPEN, *OPENERS.values()})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to show: a screen, a step of a form, or a page that was ready."""

    shown: Screen | Step | Page
    space: str
    replaces: bool = False


class Gestures:
    """Finds what a click means and has it done."""

    def __init__(
        self,
        *,
        desk: HelpDesk,
        people: People,
        tokens: Tokens,
        conversations: Conversations,
        notes: Notes,
        rest: Rest,
        wordings: Mapping[Language, Wording],
    ) -> None:
        self._desk, self._people, self._tokens = desk, people, tokens
        self._conversations, self._notes, self._rest = conversations, notes, rest
        self._wordings = wordings

    async def outcome(self, click: Click) -> Outcome:
        """Do what a click means and return what comes of it."""
        if click.kind is Kind.COMMAND:
            return await self._command(click)
        meaning = await self._tokens.redeem(click.name)
        if meaning is None:
            return Outcome(cards.expired(self._say(click)), click.who.space)
        if meaning.act == NEXT_PAGE:
            return Outcome(Page(json.loads(meaning.payload)), meaning.space)
        found = await self._meant(click, meaning)
        return replace(found, replaces=found.replaces or meaning.act in _FINAL)

    async def at_once(self, click: Click, act: str) -> Step | None:
        """Return a form that needs nothing but its sentences."""
        actor = self._people.stranger(click.who, click.who.space)
        form = await self._desk.handle(actor, Gesture(act))
        return Step(fitting(form)) if isinstance(form, Form) else None

    async def forewarning(self, click: Click) -> Outcome | None:
        """Return what keeps somebody from asking, for whom a form was opened at once."""
        actor = await self._people.actor(click.who, click.who.space)
        screen = await self._desk.kept_from_asking(actor) if actor else None
        return Outcome(screen, click.who.space) if screen else None

    def opens_form(self, click: Click) -> bool:
        """Say whether a click is known to open a form, without asking the database."""
        meaning = self._tokens.known(click.name)
        return meaning is not None and meaning.act in _OPENERS

    async def hear(self, click: Click) -> None:
        """Let what is written to somebody later follow the language of their Discord."""
        if not click.who.space or not self._people.speaks_anew(click.who):
            return
        actor = await self._people.actor(click.who, click.who.space)
        if actor is not None:
            await self._desk.handle(actor, Gesture("person.speak"))

    # --- inside -----------------------------------------------------------------------------

    def _say(self, click: Click) -> Wording:
        return self._wordings[click.who.language]

    async def _command(self, click: Click) -> Outcome:
        command = command_named(click.name)
        if command is None:
            return Outcome(cards.expired(self._say(click)), click.who.space)
        gesture = Gesture(command.act, "", dict(click.options))
        if click.who.space:
            return await self._done(click, gesture, click.who.space)
        return await self._from_private(click, gesture)

    async def _from_private(self, click: Click, gesture: Gesture) -> Outcome:
        """In private, no server says which community is meant."""
        homes = await self._people.homes(click.who.user)
        if not homes:
            return Outcome(cards.no_home(self._say(click)), "")
        if len(homes) == 1:
            return await self._done(click, gesture, homes[0][0])
        written = json.dumps({"act": gesture.act, "values": dict(gesture.values)})
        return Outcome(cards.choose_home(self._say(click), homes, written), "")

    async def _meant(self, click: Click, meaning: Meaning) -> Outcome:
        match meaning.act:
            case cards.OPEN:
                return Outcome(paper.read(meaning.subject), meaning.space)
            case cards.SUBMIT:
                return await self._submitted(click, meaning)
            case cards.SEND:
                gesture = paper.read(meaning.subject).gesture()
                return await self._done(click, gesture, meaning.space)
            case cards.HOME:
                return await self._done(
                    click, Gesture(**json.loads(meaning.subject)), meaning.value
                )
            case cards.TALK:
                return await self._talk(click, meaning)
            case _ if not meaning.space:
                return await self._from_private(click, _gesture(click, meaning))
            case _:
                return await self._done(click, _gesture(click, meaning), meaning.space)

    async def _submitted(self, click: Click, meaning: Meaning) -> Outcome:
        """Take the answers of a step: the next one waits behind a button, or all is sent."""
        step = paper.read(meaning.subject)
        after = step.after(answers(step, click.components))
        if after.is_done:
            return await self._done(click, after.gesture(), meaning.space)
        screen = cards.next_step(self._say(click), after)
        return Outcome(screen, meaning.space, replaces=step.answered > 0)

    async def _talk(self, click: Click, meaning: Meaning) -> Outcome:
        """Pass the message that waited to the conversation that was chosen."""
        say, request = self._say(click), RequestId(meaning.subject)
        talks = await self._conversations.talks(click.who)
        talk = next((each for each in talks if each[1].id == request), None)
        line = await self._notes.line(request)
        message = await self._waiting(line.channel, meaning.value) if line and talk else None
        if talk is None or message is None:
            return Outcome(cards.expired(say), meaning.space)
        who = replace(message.who, language=click.who.language)
        place = Place(request, talk[0])
        answer = await self._conversations.pass_on(replace(message, who=who), place)
        await self._notes.choose(click.who.user, request)
        shown = _shown(answer) if answer else cards.passed_on(say, talk[1].code_name)
        return Outcome(shown, talk[0])

    async def _waiting(self, channel: str, number: str) -> Written | None:
        found = await self._rest.call(
            "GET",
            "/channels/{channel_id}/messages/{message_id}",
            channel_id=channel,
            message_id=number,
        )
        return written_of(found, "")

    async def _done(self, click: Click, gesture: Gesture, space: str) -> Outcome:
        actor = await self._people.actor(click.who, space) or self._people.founder(click.who, space)
        if actor is None:
            return Outcome(cards.no_home(self._say(click)), space)
        asks = gesture.act == "request.ask" and bool(actor.community)
        kept = await self._desk.kept_from_asking(actor) if asks else None
        answer = kept or await self._desk.handle(actor, gesture)
        return Outcome(_shown(answer), space, replaces=gesture.act in _FINAL)


def _shown(answer: Answer) -> Screen | Step:
    return Step(fitting(answer)) if isinstance(answer, Form) else answer


def _gesture(click: Click, meaning: Meaning) -> Gesture:
    """Return what a button or a list means; a list says only the place of what was chosen."""
    values: dict[str, Value] = {"value": meaning.value}
    if meaning.payload and click.values:
        options: Sequence[str] = json.loads(meaning.payload)
        values["value"] = options[int(click.values[0])]
    return Gesture(meaning.act, meaning.subject, values)
