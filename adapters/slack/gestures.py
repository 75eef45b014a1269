"""What a command, a button or a form means, and what the help desk answers."""

import json
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass

from adapters.kit import paper
from adapters.kit.tokens import Meaning, Tokens
from adapters.slack import cards, page, render
from adapters.slack.conversations import Conversations, owner_of
from adapters.slack.events import Click, Person
from adapters.slack.home import Homes
from adapters.slack.notes import Notes
from adapters.slack.people import People
from adapters.slack.rich import Element
from adapters.slack.surface import SHORTCUT
from bot.commands import COMMANDS, Command, command_named
from bot.domain.errors import DeliveryError
from bot.domain.ids import RequestId
from bot.domain.people import LANGUAGES, Actor, Language
from bot.helpdesk import HelpDesk
from bot.ui.forms import Answer, Form, Gesture
from bot.wording import Wording

REPLY_FORM, REPLY, REREAD = "inbox.reply.form", "inbox.reply", "relay.send"

# Forms that are made of sentences only: they open without asking the database anything.
AT_ONCE = frozenset({"request.ask"})
# What is read on the way, and left to come back to where one was.
_READ = frozenset(
    {"case.show", "playbook.show", "playbook.find", "inbox.read", "request.snippets", "review.show"}
)
# Whose files are sent in a direct message: they tell of nobody, and go to moderators only.
_MAILED = frozenset({"moderation.weeks", "moderation.weeks.csv", "moderation.trail.csv"})
_REPLACING = frozenset({"request.edit"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """What to show for a click; ``shown`` None means that everything is visible already."""

    shown: Answer | Sequence[Element] | None
    replaces: bool = False
    mailed: bool = False  # its files are sent in a direct message


class Gestures:
    """Asks the help desk, as the person who clicked."""

    def __init__(
        self,
        *,
        desk: HelpDesk,
        people: People,
        tokens: Tokens,
        notes: Notes,
        homes: Homes,
        conversations: Conversations,
        wordings: Mapping[Language, Wording],
    ) -> None:
        self._desk, self._people, self._tokens = desk, people, tokens
        self._notes, self._homes = notes, homes
        self._conversations, self._wordings = conversations, wordings

    async def at_once(self, click: Click) -> Form | None:
        """Return the form of a command that needs nothing, without waiting for anybody."""
        act = _act_of(click)
        if act not in AT_ONCE or click.who.is_guest:
            return None
        answer = await self._desk.handle(self._people.stranger(click.who), Gesture(act))
        return answer if isinstance(answer, Form) else None

    async def used(self, click: Click) -> Outcome:
        """Do what a command, a shortcut or a button asks."""
        who = await self.actor(click.who)
        if not isinstance(who, Actor):
            return Outcome(who)
        command = command_named(click.name)
        if command is not None or click.name == SHORTCUT:
            return Outcome(await self._desk.handle(who, _commanded(click, command)))
        meaning = await self._tokens.redeem(click.name)
        if meaning is None or meaning.space != click.who.space:
            return Outcome(cards.expired(self._wordings[who.language]))
        return await self._done(who, click, meaning)

    async def actor(self, who: Person) -> Actor | Answer:
        """Return the actor, or the sentence for somebody who is none here."""
        say = self._wordings[self._people.likely_language(who)]
        if who.is_guest:
            return cards.note(say, "slack-other-team")
        return await self._people.actor(who) or cards.note(say, "slack-no-community")

    async def sent(
        self, who: Actor, form: Form, gesture: Gesture, files: Sequence[Mapping[str, object]]
    ) -> Answer | None:
        """Take the answers of a form; None when there is nothing more to show."""
        if form.act == REPLY:
            return await self._conversations.reply(who, form.subject, gesture.text("text"), files)
        if form.act == cards.EDIT:
            return await self._conversations.edit(who, form.subject, gesture.text("text"))
        answer = await self._desk.handle(who, gesture)
        if form.act == REREAD and not isinstance(answer, Form):
            await self._echo_reread(who, gesture, answer)
        return answer

    async def freshen(self, click: Click) -> None:
        """Show in the Home what a click there changed."""
        who = await self.actor(click.who)
        if isinstance(who, Actor):
            with suppress(DeliveryError):  # it is published again when it is opened
                await self._homes.publish(owner_of(who))

    # --- inside -----------------------------------------------------------------------------

    async def _done(self, who: Actor, click: Click, meaning: Meaning) -> Outcome:
        value = _value(meaning, click.values)
        match meaning.act:
            case render.NEXT_PAGE:
                return Outcome(json.loads(meaning.payload))
            case page.NOTICE:
                await self._notes.choose_notice(
                    who.address.space, who.address.user, wanted=value == "yes"
                )
                await self._homes.publish(owner_of(who))
                return Outcome(None)
            case page.OWN:
                return await self._own(who, meaning.subject, value)
            case cards.REREAD:
                return Outcome(paper.read(meaning.subject))
        said = {meaning.value: click.typed} if click.typed else {"value": value}
        gesture = Gesture(meaning.act, meaning.subject, said)
        answer = await self._desk.handle(who, gesture)
        return Outcome(answer, _replaces(meaning.act, answer), meaning.act in _MAILED)

    async def _own(self, who: Actor, subject: str, choice: str) -> Outcome:
        request, _, origin = subject.partition("|")
        if choice == page.DELETE:
            return Outcome(await self._conversations.take_back(who, RequestId(request), origin))
        return Outcome(await self._conversations.edit_form(who, RequestId(request), origin))

    async def _echo_reread(self, who: Actor, gesture: Gesture, answer: Answer) -> None:
        """Show in the thread words that were changed before they were sent."""
        request, origin, *_ = gesture.subject.split("|")
        if not cards.refusal_text(answer):
            await self._conversations.echo(
                who, RequestId(request), gesture.text("text"), f"reread:{origin}"
            )


def _act_of(click: Click) -> str:
    command = command_named(click.name)
    return command.act if command else click.name


def _commanded(click: Click, command: Command | None) -> Gesture:
    if command is None:
        return Gesture(SHORTCUT)
    option = command.options[0] if command.options else None
    text = click.text.strip()
    return Gesture(command.act, "", {option.name: text} if option and text else {})


def language_of_command(name: str) -> Language | None:
    """Return the language that a command's name tells, when it tells one."""
    spoken = [
        language
        for language in LANGUAGES
        if any(command.names[language] == name for command in COMMANDS)
    ]
    return spoken[0] if len(spoken) == 1 else None


def _value(meaning: Meaning, picked: Sequence[str]) -> str:
    """Return the value of a button, or of the option that was picked."""
    if not picked:
        return meaning.value
    values: list[str] = json.loads(meaning.payload)
    place = int(picked[0]) if picked[0].isdecimal() else len(values)
    return values[place] if place < len(values) else ""


def _replaces(act: str, answer: Answer) -> bool:
    if isinstance(answer, Form):
        return act in _REPLACING
    return act not in _READ
