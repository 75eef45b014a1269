"""The Slack app: its parts wired together, its listeners, and the socket that feeds them."""

import asyncio
import re
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from slack_bolt.async_app import AsyncApp

from adapters.kit.guard import Excuse, Guard
from adapters.kit.orders import Orders
from adapters.slack import events
from adapters.slack.errors import TooLateToAnswer
from adapters.slack.events import Click, Payload
from adapters.slack.forms import block_of
from adapters.slack.gestures import language_of_command
from adapters.slack.missed import Missed
from adapters.slack.outbound import SlackMessenger
from adapters.slack.pace import INTERVAL_S
from adapters.slack.page import Owner
from adapters.slack.parts import House, Parts
from adapters.slack.premises import SlackPremises
from adapters.slack.seen import Seen
from adapters.slack.web import Web
from bot.ui.forms import Gesture
from bot.ui.notices import incident
from bot.ui.screen import Screen
from bot.wording import Wording

EVENTS_HOLD = timedelta(hours=2)  # Slack gives up after about an hour
_ANY = re.compile(".*")

Ack = Callable[..., Awaitable[Any]]
Listener = Callable[[Ack, dict[str, Any]], Awaitable[None]]
Forget = Callable[[str], Awaitable[None]]  # a workspace that uninstalled the app


@dataclass(frozen=True, slots=True)
class SlackSettings:
    """How this deployment talks with Slack; an app token chooses Socket Mode."""

    bot_token: str = ""
    app_token: str = ""
    signing_secret: str = ""
    client_id: str = ""
    client_secret: str = ""
    public_url: str = ""
    api_base: str = "https://slack.com/api/"
    post_interval_s: float = INTERVAL_S

    @property
    def is_socket_mode(self) -> bool:
        """Whether Slack is reached through a socket, without a public address."""
        return bool(self.app_token)

    @property
    def is_for_many(self) -> bool:
        """Whether workspaces install the app by themselves."""
        return bool(self.client_id and not self.app_token)


class Slack:
    """The running adapter: listens, and lends its messenger to the outbox."""

    def __init__(self, *, bolt: AsyncApp, house: House, web: Web, forget: Forget) -> None:
        self.bolt = bolt
        self._house, self._forget = house, forget
        self._guard = Guard("slack", too_late=TooLateToAnswer)
        self._behind: set[asyncio.Task[bool]] = set()
        self.is_connected: Callable[[], Awaitable[bool]] = _not_yet  # set by the socket
        self._parts = Parts(house, web=web, guard=self._guard, background=self._background)
        self._orders = Orders()
        self._seen = Seen(
            memory=house.memory, vault=house.vault, clock=house.clock, holds=EVENTS_HOLD
        )
        self._missed = Missed(web=web, notes=self._parts.notes, take=self._take)
        self._listen()

    @property
    def hears(self) -> frozenset[str]:
        """The events that are listened to."""
        return frozenset(self._event_listeners())

    async def is_listening(self) -> bool:
        """Say whether Slack tells us what happens, through the socket."""
        return await self.is_connected()

    @property
    def messenger(self) -> SlackMessenger:
        """The way out."""
        return self._parts.messenger

    @property
    def premises(self) -> SlackPremises:
        """Looks a workspace over."""
        return self._parts.premises

    async def tidy(self) -> None:
        """Delete the uploaded files that nothing shows any more."""
        await self._guard.run("tidy", self._parts.uploads.tidy_all())

    async def catch_up(self) -> None:
        """Pass on what was written while nobody listened."""
        await self._guard.run("missed", self._missed.catch_up())

    async def finish(self, within_s: float | None = None) -> None:
        """Wait, for so long at most, until everybody who did something has an answer."""
        await self._guard.finish(within_s)

    # --- listeners --------------------------------------------------------------------------

    def _listen(self) -> None:
        self.bolt.command(_ANY)(self._command)
        self.bolt.global_shortcut(_ANY)(self._shortcut)
        self.bolt.block_action(_ANY)(self._action)
        self.bolt.view_submission(_ANY)(self._submission)
        for event, listener in self._event_listeners().items():
            self.bolt.event(event)(listener)

    def _event_listeners(self) -> Mapping[str, Listener]:
        return {
            "message": self._message,
            "app_home_opened": self._home,
            "channel_shared": self._shared,
            "app_uninstalled": self._uninstalled,
            "tokens_revoked": self._revoked,
        }

    async def _command(self, ack: Ack, body: dict[str, Any]) -> None:
        hint = language_of_command(body["command"].lstrip("/"))
        await ack()
        await self._clicked(events.command_of(body, hint))

    async def _shortcut(self, ack: Ack, body: dict[str, Any]) -> None:
        await ack()
        await self._clicked(events.shortcut_of(body))

    async def _action(self, ack: Ack, body: dict[str, Any]) -> None:
        await ack()
        await self._clicked(events.click_of(body))

    async def _submission(self, ack: Ack, body: dict[str, Any]) -> None:
        response: dict[str, Any] = {}

        async def take() -> None:
            sent = events.submission_of(body)
            response.update(await self._parts.interactions.on_sent(sent))

        async def excuse(code: str) -> None:
            say = self._say(events.person_of(body))
            (text,) = incident(say, code).blocks
            fault = getattr(text, "text", "")
            response.update({"response_action": "errors", "errors": {block_of(0): fault}})

        await self._guard.run("form", take(), excuse)
        await ack(**response)

    async def _message(self, ack: Ack, body: dict[str, Any]) -> None:
        await ack()
        await self._event(body, self._after_missed, *self._excuses_of(body))

    async def _home(self, ack: Ack, body: dict[str, Any]) -> None:
        await ack()
        if body["event"].get("tab") == "home":
            await self._event(body, self._opened_home)

    async def _shared(self, ack: Ack, body: dict[str, Any]) -> None:
        await ack()
        self._parts.places.forget(body["team_id"], body["event"]["channel"])

    async def _uninstalled(self, ack: Ack, body: dict[str, Any]) -> None:
        await ack()
        await self._guard.run("uninstalled", self._removed(body["team_id"]))

    async def _revoked(self, ack: Ack, body: dict[str, Any]) -> None:
        await ack()
        if body["event"].get("tokens", {}).get("bot"):
            await self._guard.run("revoked", self._removed(body["team_id"]))

    async def _removed(self, team: str) -> None:
        """Forget the workspace's token, and let nobody there wait."""
        await self._forget(team)
        await self._house.desk.space_removed("slack", team)

    # --- inside -----------------------------------------------------------------------------

    async def _clicked(self, click: Click) -> None:
        async def excuse(code: str) -> None:
            card = incident(self._say(click.who), code)
            await self._parts.interactions.excuse(click, Screen.of(card))

        await self._guard.run("click", self._parts.interactions.on(click), excuse)

    async def _event(
        self, body: Payload, take: Callable[[Payload], Awaitable[None]], *excuses: Excuse
    ) -> None:
        async def taken() -> None:
            turn, once = self._orders.of(*events.place_of(body)), body.get("event_id", "")
            async with turn, self._seen.once("event", once) as is_new:
                if is_new:
                    await take(body)

        await self._guard.run("event", taken(), *excuses)

    async def _after_missed(self, body: Payload) -> None:
        await self._missed.over(*events.place_of(body))
        await self._parts.threads.on(body)

    async def _take(self, body: Payload) -> None:
        """Take what was missed; no event told it, so that none can tell it again."""
        await self._guard.run("missed", self._parts.threads.on(body), *self._excuses_of(body))

    def _excuses_of(self, body: Payload) -> Sequence[Excuse]:
        return (
            lambda code: self._parts.unsent.excuse(body, code),
            lambda code: self._parts.unsent.excuse_blindly(body, code),
        )

    async def _opened_home(self, body: Payload) -> None:
        space, user = body["team_id"], body["event"]["user"]
        who = await self._parts.people.actor(events.Person(user, space, space), afresh=True)
        if who is not None:
            # What comes later without a click must speak as Slack does to this person now.
            await self._house.desk.handle(who, Gesture("person.speak"))
            await self._parts.homes.publish(Owner(space, user, who.language))

    def _say(self, who: events.Person) -> Wording:
        return self._house.wordings[self._parts.people.likely_language(who)]

    def _background(self, doing: Coroutine[Any, Any, None], excuse: Excuse) -> None:
        """Finish something after its acknowledgement."""
        task = asyncio.create_task(self._guard.run("late", doing, excuse))
        self._behind.add(task)
        task.add_done_callback(self._behind.discard)


async def _not_yet() -> bool:
    return False
