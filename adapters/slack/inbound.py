"""Commands, clicks and forms in: each gets its answer in time, in a modal of one's own.

Slack waits three seconds, people less. Forms that need nothing open at once; for anything
else a modal that says "it is coming" opens after ``PATIENCE_S`` and becomes the answer.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from contextlib import suppress
from typing import Any

from adapters.kit import paper
from adapters.kit.guard import Excuse
from adapters.kit.tokens import PASSING, Meaning, Sheaf, Tokens
from adapters.slack import cards
from adapters.slack.answers import DEPTH_MAX, Answers
from adapters.slack.errors import TooLateToAnswer
from adapters.slack.events import Click, Submission, depth_of
from adapters.slack.forms import (
    PICTURES,
    block_of,
    faults_of,
    files_of,
    form_view,
    gesture_of,
    given_back,
    picture_input,
)
from adapters.slack.gestures import REPLY, Gestures, Outcome
from adapters.slack.mail import Mail
from adapters.slack.people import People
from adapters.slack.render import VIEW_BLOCKS, note, paged
from adapters.slack.rich import Element, clip
from adapters.slack.views import blocks_view, screen_view, waiting_view
from bot.domain.errors import DeliveryError
from bot.domain.people import Actor, Language
from bot.ui.forms import Answer, Form
from bot.ui.screen import Screen
from bot.wording import Wording

PATIENCE_S = 0.8  # before a modal that waits opens
FORM_PATIENCE_S = 2.0  # before a form that was sent gives way to one
SUBMIT = "slack.submit"  # takes the answers of the form in the subject
FAULT_MAX = 280  # characters that fit beneath a question

Response = Mapping[str, Any]
Background = Callable[[Coroutine[Any, Any, None], Excuse], None]


class Interactions:
    """Answers people; nothing about a person is kept between two clicks."""

    def __init__(
        self,
        *,
        gestures: Gestures,
        people: People,
        answers: Answers,
        mail: Mail,
        tokens: Tokens,
        wordings: Mapping[Language, Wording],
        background: Background,
    ) -> None:
        self._gestures, self._people = gestures, people
        self._answers, self._mail, self._tokens = answers, mail, tokens
        self._wordings, self._background = wordings, background
        self._sending: dict[tuple[str, str], asyncio.Task[Response]] = {}

    async def on(self, click: Click) -> None:
        """Answer a command, a shortcut, a button or a list."""
        form = await self._gestures.at_once(click)
        if form is not None:
            await self._show(click, Outcome(form))
            return
        doing = asyncio.create_task(self._gestures.used(click))
        await asyncio.wait({doing}, timeout=PATIENCE_S)
        if doing.done():
            await self._show(click, doing.result())
        else:
            await self._show_later(click, doing)
        if click.on_home and not isinstance(doing.result().shown, Form):
            await self._gestures.freshen(click)
        await self._send_files(click, doing.result())

    async def on_sent(self, sent: Submission) -> Response:
        """Return what becomes of a form; a second click gets the first one's answer."""
        key = (str(sent.view["id"]), sent.who.user)
        doing = self._sending.get(key)
        if doing is None:
            doing = asyncio.create_task(self._taken(sent))
            self._sending[key] = doing
            doing.add_done_callback(lambda _: self._sending.pop(key, None))
        return await asyncio.shield(doing)

    async def excuse(self, click: Click, screen: Screen) -> None:
        """Show our own fault."""
        try:
            await self._show(click, Outcome(screen, replaces=True))
        except TooLateToAnswer:
            return  # nobody looks any more

    # --- clicks -----------------------------------------------------------------------------

    async def _show(self, click: Click, outcome: Outcome) -> None:
        if outcome.shown is None:
            return
        say = self._say(click)
        sheaf = self._sheaf(click.who.space)
        view = self._view(outcome.shown, sheaf, say, ends=outcome.replaces, mailed=outcome.mailed)
        await self._answers.show(click, view, replaces=outcome.replaces)
        await sheaf.keep()

    async def _show_later(self, click: Click, doing: "asyncio.Task[Outcome]") -> None:
        say = self._say(click)
        try:
            opened = await self._answers.show(click, waiting_view(say), replaces=False)
        finally:
            outcome = await doing
        shown = outcome.shown or cards.note(say, "slack-done")
        sheaf = self._sheaf(click.who.space)
        view = self._view(shown, sheaf, say, ends=outcome.replaces, mailed=outcome.mailed)
        await self._answers.change(click.who.space, opened, view)
        await sheaf.keep()

    async def _send_files(self, click: Click, outcome: Outcome) -> None:
        """Send what no modal can show; the same is told there in words."""
        if outcome.mailed and isinstance(outcome.shown, Screen):
            with suppress(DeliveryError):
                await self._mail.send(click.who, outcome.shown)

    # --- forms ------------------------------------------------------------------------------

    async def _taken(self, sent: Submission) -> Response:
        doing = asyncio.create_task(self._outcome(sent))
        await asyncio.wait({doing}, timeout=FORM_PATIENCE_S)
        if doing.done():
            return doing.result()
        self._background(self._change_later(sent, doing), lambda code: self._give_back(sent, code))
        say = self._wordings[self._people.likely_language(sent.who)]
        return {"response_action": "update", "view": waiting_view(say)}

    async def _change_later(self, sent: Submission, doing: "asyncio.Task[Response]") -> None:
        response = await doing
        say = self._wordings[self._people.likely_language(sent.who)]
        errors = " ".join(response.get("errors", {}).values())
        if errors:
            view = given_back(sent.view, sent.state, errors)
        else:
            done = blocks_view(note(say("slack-done")), say("slack-app"), say, ends=True)
            view = response.get("view") or done
        await self._answers.change(sent.who.space, str(sent.view["id"]), view)

    async def _give_back(self, sent: Submission, code: str) -> None:
        """Show the form again, with our own fault above what was typed."""
        say = self._wordings[self._people.likely_language(sent.who)]
        view = given_back(sent.view, sent.state, say("incident", code=code))
        await self._answers.change(sent.who.space, str(sent.view["id"]), view)

    async def _outcome(self, sent: Submission) -> Response:
        meaning = await self._tokens.redeem(sent.token)
        who = await self._gestures.actor(sent.who)
        if not isinstance(who, Actor):
            return await self._instead(sent, who)
        say = self._wordings[who.language]
        if meaning is None or meaning.act != SUBMIT or meaning.space != sent.who.space:
            return await self._instead(sent, cards.expired(say))
        return await self._answered(sent, who, meaning, say)

    async def _answered(
        self, sent: Submission, who: Actor, meaning: Meaning, say: Wording
    ) -> Response:
        form = paper.read(meaning.subject)
        gesture = gesture_of(form, sent.state)
        files = files_of(sent.state)
        answer = await self._gestures.sent(who, form, gesture, files)
        if answer is None:
            return {"response_action": "clear"}
        if isinstance(answer, Form) and answer.act == form.act:
            return _errors(faults_of(form, answer))
        refused = cards.refusal_text(answer)
        if refused and form.fields:
            return _errors({PICTURES if files else block_of(0): refused})
        return await self._instead(sent, answer, above=form.act == "request.draft")

    async def _instead(self, sent: Submission, answer: Answer, *, above: bool = False) -> Response:
        """Show an answer above the form, to come back to, or in its place."""
        say = self._wordings[self._people.likely_language(sent.who)]
        above = above and depth_of(sent.view) < DEPTH_MAX
        sheaf = self._sheaf(sent.who.space)
        view = self._view(answer, sheaf, say, ends=not above)
        await sheaf.keep()
        return {"response_action": "push" if above else "update", "view": view}

    # --- views ------------------------------------------------------------------------------

    def _view(
        self,
        shown: Answer | Sequence[Element],
        sheaf: Sheaf,
        say: Wording,
        *,
        ends: bool,
        mailed: bool = False,
    ) -> Element:
        if isinstance(shown, Form):
            return self._form(shown, sheaf, say)
        if isinstance(shown, Screen):
            shown = cards.in_words(say, shown, mailed=mailed)
            return screen_view(shown, sheaf, say, ends=ends)
        blocks = paged(shown, sheaf, say, room=VIEW_BLOCKS)
        return blocks_view(blocks, say("slack-app"), say, ends=False)

    def _form(self, form: Form, sheaf: Sheaf, say: Wording) -> Element:
        token = sheaf.issue(SUBMIT, paper.write(form))
        before = note(say("slack-before-form")) if form.act == "request.draft" else []
        pictures = picture_input(say("slack-pictures"), say("slack-pictures-hint"))
        after = [pictures] if form.act == REPLY else []
        return form_view(form, token, close=say("slack-close"), before=before, after=after)

    def _sheaf(self, space: str) -> Sheaf:
        return self._tokens.sheaf(space, lasts=PASSING)

    def _say(self, click: Click) -> Wording:
        return self._wordings[self._people.likely_language(click.who)]


def _errors(faults: Mapping[str, str]) -> Response:
    """Keep the form open with everything in it, and a sentence beside what is wrong."""
    errors = {block: clip(fault, FAULT_MAX) for block, fault in faults.items()}
    return {"response_action": "errors", "errors": errors}
