"""What the doctor looks at on Slack: tokens, scopes, the socket, and each channel."""

import asyncio
from collections.abc import Iterator

from adapters.clock import SystemClock
from adapters.slack.checkup import Checkup, Visit, check_up
from adapters.slack.connect import silent
from adapters.slack.install import SealedInstallations
from adapters.slack.people import PLATFORM
from adapters.store.sql import SqlStore
from bot.bootstrap.platforms import slack_settings
from bot.cli.checks import Finding
from bot.cli.crowd_checks import Counted
from bot.cli.store import database_exists, open_store
from bot.domain.errors import RetryLater, Undeliverable
from bot.settings import Settings
from bot.ui.setting_up import lack
from bot.wording import Wording, load

_TOKEN, _SOCKET = "Slack token", "Slack socket"
_APPS = "https://api.slack.com/apps"


def slack(settings: Settings, counted: Counted) -> Iterator[Finding]:
    """Say whether the tokens work, and what stands in the way in each workspace; count people."""
    reach = slack_settings(settings)
    if not reach.bot_token and not reach.is_for_many:
        return
    try:
        checkup = asyncio.run(_checked(settings))
        counted.update({visit.space.where: visit.people for visit in checkup.visits})
        yield from _found(checkup)
    except Undeliverable:
        advice = f"Reinstall the app at {_APPS}, under Install App, and copy the new token."
        yield Finding(_TOKEN, "fail", "Slack refuses it", advice)
    except RetryLater:
        advice = "Check the network, and ENTRAIDE_SLACK_API_BASE if it is set."
        yield Finding(_TOKEN, "fail", "Slack does not answer", advice)


async def _checked(settings: Settings) -> Checkup:
    reach = slack_settings(settings)
    if not database_exists(settings):
        return await check_up(reach, [])
    async with open_store(settings) as store:
        async with store.uow() as uow:
            communities = await uow.communities.all()
        spaces = [s for each in communities for s in each.spaces if s.platform == PLATFORM]
        return await check_up(reach, spaces, _installations(settings, store))


def _installations(settings: Settings, store: SqlStore) -> SealedInstallations | None:
    """Return the tokens of workspaces that installed the app by themselves, if they may."""
    if not slack_settings(settings).is_for_many:
        return None
    clock = SystemClock()
    return SealedInstallations(
        memory=store.platform_memory,
        vault=store.vault,
        clock=clock,
        logger=silent(),
    )


def _found(checkup: Checkup) -> Iterator[Finding]:
    if checkup.socket is False:
        advice = f"Make one at {_APPS}, under Basic Information, with connections:write."
        yield Finding(_SOCKET, "fail", "Slack refuses the app-level token", advice)
    elif checkup.socket:
        yield Finding(_SOCKET, "ok", "may be opened")
    if checkup.stray or not checkup.visits:
        where = f"in {checkup.stray}" if checkup.stray else "on Slack"
        advice = "Install the app, then type /entraide in the workspace."
        yield Finding("Slack workspaces", "warn", f"no community lives {where} yet", advice)
    for visit in checkup.visits:
        yield from _visited(visit)


def _visited(visit: Visit) -> Iterator[Finding]:
    name, say = f"Slack workspace {visit.name}", load()["en"]
    if visit.is_refused:
        advice = "Install the app there again."
        yield Finding(name, "fail", "Slack refuses the token", advice)
        return
    troubles = [*_scopes(visit, name), *_channels(visit, name, say)]
    yield from troubles or [Finding(name, "ok", "scopes and channels are well")]


def _scopes(visit: Visit, name: str) -> Iterator[Finding]:
    if visit.lacking:
        found = f"scopes that were not granted: {', '.join(visit.lacking)}"
        advice = f"Paste `entraide slack manifest` at {_APPS}, then reinstall the app."
        yield Finding(name, "fail", found, advice)
    if visit.needless:
        found = f"scopes that are not needed: {', '.join(visit.needless)}"
        advice = f"Take them out at {_APPS}, under OAuth & Permissions."
        yield Finding(name, "warn", found, advice)


def _channels(visit: Visit, name: str, say: Wording) -> Iterator[Finding]:
    for each in visit.missing:
        advice = "Invite the app to the channel; /entraide in the workspace checks again."
        yield Finding(name, "fail", lack(say, each), advice)
    if visit.is_help_shared:
        advice = "Choose a channel of your own, or tell people before they ask."
        yield Finding(name, "warn", "another company reads the help channel too", advice)
