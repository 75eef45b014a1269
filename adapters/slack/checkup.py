"""Looks over what an operator can get wrong on Slack: tokens, scopes, the socket, each channel."""

from collections.abc import Sequence
from dataclasses import dataclass

import aiohttp
from slack_sdk.web.async_client import AsyncWebClient

from adapters.slack.app import SlackSettings
from adapters.slack.connect import Alone, reached, rotator_of
from adapters.slack.errors import border
from adapters.slack.install import Installed, SealedInstallations
from adapters.slack.pace import Pace
from adapters.slack.premises import SlackPremises
from adapters.slack.surface import SCOPES
from adapters.slack.web import TokenOf, Web
from bot.domain.community import Space
from bot.domain.errors import Undeliverable
from bot.domain.premises import Missing

_GRANTED = "x-oauth-scopes"  # a header of every answer of the Web API


@dataclass(frozen=True, slots=True)
class Visit:
    """What was found in a workspace; ``is_help_shared`` when others read its help channel.

    ``people`` is how many are in that channel, None when Slack does not say.
    """

    space: Space
    name: str
    lacking: Sequence[str]
    needless: Sequence[str]
    missing: Sequence[Missing]
    is_help_shared: bool
    people: int | None = None
    is_refused: bool = False


@dataclass(frozen=True, slots=True)
class Checkup:
    """What was found; ``socket`` is None without Socket Mode.

    ``stray`` names the workspace of the token, when no community lives there.
    """

    visits: Sequence[Visit]
    socket: bool | None
    stray: str = ""


async def check_up(
    settings: SlackSettings,
    spaces: Sequence[Space],
    installations: SealedInstallations | None = None,
) -> Checkup:
    """Ask Slack about everything, without listening.

    ``installations`` has the tokens of workspaces that installed the app by themselves.
    Raises ``Undeliverable`` when the one token is refused, ``RetryLater`` when nobody answers.
    """
    async with reached(settings) as (client, session):
        if installations:
            installed = Installed(store=installations, rotator=rotator_of(settings, client))
            visitor = Visitor(client, session, installed.token_of)
            return Checkup([await visitor.visit(space) for space in spaces], None)
        visitor = Visitor(client, session, Alone(settings.bot_token).token_of)
        here = await visitor.identity(settings.bot_token)
        mine = [space for space in spaces if space.id == here.team]
        visits = [await visitor.visit(space) for space in mine]
        socket = await _opens(client, settings.app_token) if settings.app_token else None
        return Checkup(visits, socket, "" if mine else here.name)


async def _opens(client: AsyncWebClient, token: str) -> bool:
    """Say whether a socket may be opened; nobody connects to it."""
    try:
        with border():
            await client.apps_connections_open(app_token=token)
    except Undeliverable:
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Identity:
    team: str
    name: str
    granted: frozenset[str]


class Visitor:
    """Goes from workspace to workspace."""

    def __init__(
        self, client: AsyncWebClient, session: aiohttp.ClientSession, token_of: TokenOf
    ) -> None:
        self._client, self._token_of = client, token_of
        pace = Pace(time=lambda: 0.0)
        web = Web(client=client, session=session, token_of=token_of, pace=pace)
        self._premises = SlackPremises(web)

    async def identity(self, token: str) -> _Identity:
        """Ask whose token it is, and what was granted with it."""
        with border():
            answer = await self._client.auth_test(token=token)
        granted = str(answer.headers.get(_GRANTED, "")).split(",")
        scopes = frozenset(filter(None, map(str.strip, granted)))
        return _Identity(
            str(answer["team_id"]), str(answer.get("team") or answer["team_id"]), scopes
        )

    async def visit(self, space: Space) -> Visit:
        """Look at the scopes and the channels of a workspace."""
        try:
            identity = await self.identity(await self._token_of(space.id) or "")
        except Undeliverable:
            return Visit(space, space.id, (), (), (), False, is_refused=True)
        return Visit(
            space,
            identity.name,
            sorted(SCOPES.keys() - identity.granted),
            sorted(identity.granted - SCOPES.keys()),
            await self._premises.missing(space),
            await self._premises.is_help_shared(space),
            await self._premises.people(space),
        )
