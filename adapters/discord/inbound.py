"""Interactions in: each gets its answer in time, in private.

Discord waits three seconds, people less. Forms that need nothing open at once; anything
else has ``PATIENCE_S`` to answer by itself, then a private "it is coming" goes out. In a
rush that word goes out before anything else is done; the work takes turns, and lets those
go first who have had no word yet.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from functools import partial

from adapters.discord import cards, paper
from adapters.discord.answers import Answers
from adapters.discord.errors import TooLateToAnswer
from adapters.discord.events import Click, Kind
from adapters.discord.forms import Step, modal
from adapters.discord.gestures import Gestures, Outcome
from adapters.discord.render import Page, screen_page
from adapters.kit.pending import Pending
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

# So long at most does work for who had a word let those go first who had none. Discord is a
# tenth of a second away and more: where people come all the time, somebody always waits.
GIVE_WAY_S = 0.1

# Forms that are made of sentences only: they open without asking the database anything.
_AT_ONCE = frozenset({"request.ask"})

# Commands that search when something is asked: "it is coming" goes out before they begin.
_SEARCHES = frozenset({"case.find"})

Later = Callable[[], Awaitable[None]]


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
        self._turns, self._later_turns = asyncio.Semaphore(TURNS), asyncio.Semaphore(TURNS)
        self._unanswered = Pending()

    async def on(self, click: Click) -> None:
        """Answer an interaction within half a second, whatever the load."""
        with self._unanswered.one_more():
            rest = await self._acknowledge(click)
        await rest()
        async with self._leisure():
            await self._gestures.hear(click)

    async def _acknowledge(self, click: Click) -> Later:
        """Give somebody their first word, and return what is still to be done."""
        form = await self._form_at_once(click)
        if form is not None:
            keep = await self._open(click, form, click.who.space)
            return lambda: self._keep_and_forewarn(click, keep)
        if _will_take_long(click) or self._must_wait(click):
            await self._answers.defer(click)
            return lambda: self._complete(click, self._outcome(click, self._leisure()))
        doing = asyncio.create_task(self._outcome(click, self._turns))
        await asyncio.wait({doing}, timeout=PATIENCE_S)
        if doing.done():
            return await self._answer(click, doing.result())
        await self._defer(click, doing)
        return lambda: self._complete(click, doing)

    async def excuse(self, click: Click, screen: Screen) -> None:
        """Show our own fault, whether the answer was begun or not."""
        page = screen_page(screen, self._tokens.sheaf(""), self._wordings[click.who.language])
        try:
            await self._answers.show(click, page)
        except TooLateToAnswer:
            await self._answers.complete(click, page)

    # --- inside -----------------------------------------------------------------------------

    async def _form_at_once(self, click: Click) -> Step | None:
        command = command_named(click.name) if click.kind is Kind.COMMAND else None
        if command is None or command.act not in _AT_ONCE or not click.who.space:
            return None
        return await self._gestures.at_once(click, command.act)

    async def _keep_and_forewarn(self, click: Click, keep: Later) -> None:
        """Say beneath a form that opened at once that it would be sent in vain."""
        await keep()
        async with self._leisure():
            outcome = await self._gestures.forewarning(click)
        if outcome is not None:
            page = self._page(click, outcome, self._sheaf(outcome))
            with suppress(DeliveryError, TooLateToAnswer):  # it is said again once it is sent
                await self._answers.follow_up(click, page)

    def _must_wait(self, click: Click) -> bool:
        """Say whether others go first; a form does not wait: it can only open at once."""
        all_busy = self._turns.locked() or self._later_turns.locked()
        is_rush = all_busy or len(self._unanswered) > TURNS
        return is_rush and not self._gestures.opens_form(click)

    async def _outcome(self, click: Click, turn: AbstractAsyncContextManager[None]) -> Outcome:
        async with turn:
            return await self._gestures.outcome(click)

    async def _keep(self, sheaf: Sheaf) -> None:
        async with self._leisure():
            await sheaf.keep()

    @asynccontextmanager
    async def _leisure(self) -> AsyncIterator[None]:
        """Take a turn of those who had a word, while nobody waits for theirs."""
        async with self._later_turns:
            await self._unanswered.nobody(GIVE_WAY_S)
            yield

    async def _defer(self, click: Click, doing: "asyncio.Task[Outcome]") -> None:
        try:
            await self._answers.defer(click)
        except BaseException:
            await doing  # what was begun is done all the same
            raise

    async def _complete(self, click: Click, doing: Awaitable[Outcome]) -> None:
        outcome = await doing
        sheaf = self._sheaf(outcome)
        await self._answers.complete(click, self._page(click, outcome, sheaf))
        await self._keep(sheaf)

    async def _answer(self, click: Click, outcome: Outcome) -> Later:
        if isinstance(outcome.shown, Step) and click.kind is not Kind.MODAL:
            return await self._open(click, outcome.shown, outcome.space)
        sheaf = self._sheaf(outcome)
        page = self._page(click, outcome, sheaf)
        if outcome.replaces and click.on_private_answer:
            await self._answers.replace(click, page)
        else:
            await self._answers.show(click, page)
        return partial(self._keep, sheaf)

    async def _open(self, click: Click, step: Step, space: str) -> Later:
        """Open a form; its token works at once and is kept after the acknowledgement."""
        sheaf = self._tokens.sheaf(space, lasts=PASSING)
        token = sheaf.issue(cards.SUBMIT, paper.write(step))
        await self._answers.open(click, modal(step, token))
        return partial(self._keep, sheaf)

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
