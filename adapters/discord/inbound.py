"""Interactions in: each gets its answer in time, in private.

Discord waits three seconds, people less. Forms that need nothing open at once; anything
else has ``PATIENCE_S`` to answer by itself, then a private "it is coming" goes out. In a
rush that word goes out before anything else is done, and the work takes turns.
"""

import asyncio
from collections.abc import Mapping
from contextlib import suppress

from adapters.discord import cards, paper
from adapters.discord.answers import Answers
from adapters.discord.errors import TooLateToAnswer
from adapters.discord.events import Click, Kind
from adapters.discord.forms import Step, modal
from adapters.discord.gestures import Gestures, Outcome
from adapters.discord.render import Page, screen_page
from adapters.kit.tokens import PASSING, Sheaf, Tokens
from bot.commands import command_named
from bot.domain.errors import DeliveryError
from bot.domain.people import Language
from bot.ui.screen import Screen
from bot.wording import Wording

PATIENCE_S = 0.4

# So many are worked on at once; whoever comes then is told at once that it is coming. The
# work of all of them shares one processor with the acknowledgements: more would only be late.
TURNS = 8

# Forms that are made of sentences only: they open without asking the database anything.
_AT_ONCE = frozenset({"request.ask"})

# Commands that search when something is asked: "it is coming" goes out before they begin.
_SEARCHES = frozenset({"case.find"})


class Interactions:
    """Answers interactions; nothing about a person is kept between two of them."""

    def __init__(
        self,
        *,
        gestures: Gestures,
        answers: Answers,
        tokens: Tokens,
        wordings: Mapping[Language, Wording],
    ) -> None:
        self._gestures, self._answers = gestures, answers
        self._tokens, self._wordings = tokens, wordings
        self._turns = asyncio.Semaphore(TURNS)

    async def on(self, click: Click) -> None:
        """Answer an interaction within half a second, whatever the load."""
        if await self._opened_at_once(click):
            await self._forewarn(click)
        else:
            await self._done(click)
        async with self._turns:
            await self._gestures.hear(click)

    async def _done(self, click: Click) -> None:
        if _will_take_long(click) or self._must_wait(click):
            await self._answers.defer(click)
            await self._complete(click, await self._outcome(click))
            return
        doing = asyncio.create_task(self._outcome(click))
        await asyncio.wait({doing}, timeout=PATIENCE_S)
        if doing.done():
            await self._answer(click, doing.result())
            return
        await self._defer(click, doing)

    async def excuse(self, click: Click, screen: Screen) -> None:
        """Show our own fault, whether the answer was begun or not."""
        page = screen_page(screen, self._tokens.sheaf(""), self._wordings[click.who.language])
        try:
            await self._answers.show(click, page)
        except TooLateToAnswer:
            await self._answers.complete(click, page)

    # --- inside -----------------------------------------------------------------------------

    async def _opened_at_once(self, click: Click) -> bool:
        command = command_named(click.name) if click.kind is Kind.COMMAND else None
        if command is None or command.act not in _AT_ONCE or not click.who.space:
            return False
        step = await self._gestures.at_once(click, command.act)
        if step is not None:
            await self._open(click, step, click.who.space)
        return step is not None

    async def _forewarn(self, click: Click) -> None:
        """Say beneath a form that opened at once that it would be sent in vain."""
        async with self._turns:
            outcome = await self._gestures.forewarning(click)
        if outcome is not None:
            page = self._page(click, outcome, self._sheaf(outcome))
            with suppress(DeliveryError, TooLateToAnswer):  # it is said again once it is sent
                await self._answers.follow_up(click, page)

    def _must_wait(self, click: Click) -> bool:
        """Say whether others go first; a form does not wait: it can only open at once."""
        return self._turns.locked() and not self._gestures.opens_form(click)

    async def _outcome(self, click: Click) -> Outcome:
        async with self._turns:
            return await self._gestures.outcome(click)

    async def _kept(self, sheaf: Sheaf) -> None:
        async with self._turns:
            await sheaf.keep()

    async def _defer(self, click: Click, doing: "asyncio.Task[Outcome]") -> None:
        try:
            await self._answers.defer(click)
        finally:
            outcome = await doing
        await self._complete(click, outcome)

    async def _complete(self, click: Click, outcome: Outcome) -> None:
        sheaf = self._sheaf(outcome)
        await self._answers.complete(click, self._page(click, outcome, sheaf))
        await self._kept(sheaf)

    async def _answer(self, click: Click, outcome: Outcome) -> None:
        if isinstance(outcome.shown, Step) and click.kind is not Kind.MODAL:
            await self._open(click, outcome.shown, outcome.space)
            return
        sheaf = self._sheaf(outcome)
        page = self._page(click, outcome, sheaf)
        if outcome.replaces and click.on_private_answer:
            await self._answers.replace(click, page)
        else:
            await self._answers.show(click, page)
        await self._kept(sheaf)

    async def _open(self, click: Click, step: Step, space: str) -> None:
        """Open a form; its token works at once and is kept after the acknowledgement."""
        sheaf = self._tokens.sheaf(space, lasts=PASSING)
        token = sheaf.issue(cards.SUBMIT, paper.write(step))
        await self._answers.open(click, modal(step, token))
        await self._kept(sheaf)

    def _sheaf(self, outcome: Outcome) -> Sheaf:
        return self._tokens.sheaf(outcome.space, lasts=PASSING)

    def _page(self, click: Click, outcome: Outcome, sheaf: Sheaf) -> Page:
        say, shown = self._wordings[click.who.language], outcome.shown
        if isinstance(shown, Page):
            return shown
        if isinstance(shown, Step):
            shown = cards.waiting_form(say, shown)
        return screen_page(shown, sheaf, say)


def _will_take_long(click: Click) -> bool:
    command = command_named(click.name) if click.kind is Kind.COMMAND else None
    return bool(command and command.act in _SEARCHES and click.options)
