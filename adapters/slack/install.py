"""Installations in many workspaces: tokens kept sealed, renewed in time, forgotten at the end."""

import json
import secrets
from collections.abc import Mapping
from datetime import timedelta
from logging import Logger
from typing import Any

from slack_bolt.authorization import AuthorizeResult
from slack_bolt.authorization.async_authorize import AsyncAuthorize
from slack_bolt.context.async_context import AsyncBoltContext
from slack_sdk.oauth.installation_store.async_installation_store import AsyncInstallationStore
from slack_sdk.oauth.installation_store.models.bot import Bot
from slack_sdk.oauth.installation_store.models.installation import Installation
from slack_sdk.oauth.state_store.async_state_store import AsyncOAuthStateStore
from slack_sdk.oauth.token_rotation.async_rotator import AsyncTokenRotator

from bot.ports.clock import Clock
from bot.ports.platform_memory import PlatformMemory
from bot.ports.vault import Vault

_KEPT = timedelta(days=3650)
STATE_HOLDS = timedelta(minutes=10)
RENEW_MINUTES = 120  # before a token expires; Slack's last for twelve hours


class SealedInstallations(AsyncInstallationStore):
    """Keeps one bot token a workspace; who installed the app is not kept at all."""

    def __init__(
        self, *, memory: PlatformMemory, vault: Vault, clock: Clock, logger: Logger
    ) -> None:
        self._memory, self._vault, self._clock = memory, vault, clock
        self._logger = logger

    @property
    def logger(self) -> Logger:
        """The logger that the SDK asks for."""
        return self._logger

    async def async_save(self, installation: Installation) -> None:
        """Keep what the bot needs of an installation."""
        await self.async_save_bot(installation.to_bot())

    async def async_save_bot(self, bot: Bot) -> None:
        """Keep a workspace's token."""
        await self._memory.put(
            self._key(bot.team_id or ""),
            json.dumps(_written(bot)),
            request=None,
            expires_at=self._clock.now() + _KEPT,
        )

    async def async_find_bot(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        is_enterprise_install: bool | None = False,
    ) -> Bot | None:
        """Return a workspace's token."""
        stored = await self._memory.get(self._key(team_id or ""))
        return Bot(**json.loads(stored)) if stored else None

    async def async_find_installation(
        self,
        *,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None = None,
        is_enterprise_install: bool | None = False,
    ) -> Installation | None:
        """Return none: people's own installations are not kept."""
        return None

    async def async_delete_bot(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Forget a workspace's token."""
        await self._memory.forget(self._key(team_id or ""))

    async def async_delete_installation(
        self, *, enterprise_id: str | None, team_id: str | None, user_id: str | None = None
    ) -> None:
        """Do nothing: people's own installations are not kept."""

    async def async_delete_all(self, *, enterprise_id: str | None, team_id: str | None) -> None:
        """Forget a workspace."""
        await self.async_delete_bot(enterprise_id=enterprise_id, team_id=team_id)

    def _key(self, team: str) -> str:
        return self._vault.pseudonym("slack-installation", team)


class SealedStates(AsyncOAuthStateStore):
    """Single-use states of installations on their way."""

    def __init__(
        self, *, memory: PlatformMemory, vault: Vault, clock: Clock, logger: Logger
    ) -> None:
        self._memory, self._vault, self._clock = memory, vault, clock
        self._logger = logger

    @property
    def logger(self) -> Logger:
        """The logger that the SDK asks for."""
        return self._logger

    async def async_issue(self, *args: Any, **kwargs: Any) -> str:
        """Return a new state."""
        state = secrets.token_urlsafe(32)
        expires_at = self._clock.now() + STATE_HOLDS
        await self._memory.put(self._key(state), "issued", request=None, expires_at=expires_at)
        return state

    async def async_consume(self, state: str) -> bool:
        """Say whether a state is ours and fresh; it never is again."""
        known = await self._memory.get(self._key(state))
        await self._memory.forget(self._key(state))
        return known is not None

    def _key(self, state: str) -> str:
        return self._vault.pseudonym("slack-state", state)


class Installed:
    """Answers which token a workspace's calls need, renewed before it expires."""

    def __init__(self, *, store: SealedInstallations, rotator: AsyncTokenRotator) -> None:
        self._store, self._rotator = store, rotator

    async def token_of(self, space: str) -> str | None:
        """Return the bot token of a workspace, or None when the app is not installed there."""
        bot = await self.bot(space)
        return bot.bot_token if bot else None

    async def bot(self, space: str) -> Bot | None:
        """Return a workspace's token with what belongs to it, renewed in time."""
        bot = await self._store.async_find_bot(enterprise_id=None, team_id=space)
        if bot is None:
            return None
        renewed = await self._rotator.perform_bot_token_rotation(
            bot=bot, minutes_before_expiration=RENEW_MINUTES
        )
        if renewed is None:
            return bot
        await self._store.async_save_bot(renewed)
        return renewed

    async def forget(self, space: str) -> None:
        """Forget a workspace that uninstalled the app."""
        await self._store.async_delete_all(enterprise_id=None, team_id=space)


class Authorize(AsyncAuthorize):
    """Tells Bolt which workspace an event is from, without asking Slack each time."""

    def __init__(self, installed: Installed) -> None:
        self._installed = installed

    async def __call__(
        self,
        *,
        context: AsyncBoltContext,
        enterprise_id: str | None,
        team_id: str | None,
        user_id: str | None,
        actor_enterprise_id: str | None = None,
        actor_team_id: str | None = None,
        actor_user_id: str | None = None,
    ) -> AuthorizeResult | None:
        """Return the workspace's own bot, or None where the app is not installed."""
        bot = await self._installed.bot(team_id or "")
        if bot is None:
            return None
        return AuthorizeResult(
            enterprise_id=enterprise_id,
            team_id=team_id,
            bot_token=bot.bot_token,
            bot_id=bot.bot_id,
            bot_user_id=bot.bot_user_id,
        )


def _written(bot: Bot) -> Mapping[str, Any]:
    """Return a token's facts as JSON can hold them; when it was installed is nobody's need."""
    return {
        **bot.to_dict(),
        "bot_scopes": list(bot.bot_scopes),
        "bot_token_expires_at": bot.bot_token_expires_at,
        "installed_at": 0.0,
    }
