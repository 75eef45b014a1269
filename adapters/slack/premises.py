"""What a workspace lets us do in the channels that its moderators chose."""

from collections.abc import Sequence

from adapters.slack.web import Json, Web
from bot.domain.community import Channel, Space
from bot.domain.errors import DeliveryError
from bot.domain.premises import Lack, Missing


class SlackPremises:
    """Asks Slack about each channel."""

    def __init__(self, web: Web) -> None:
        self._web = web

    async def missing(self, space: Space) -> Sequence[Missing]:
        """Return what stands in the way, channel by channel; empty when all is well."""
        found = [await self._missing(space, *each) for each in space.channels.items()]
        return [each for each in found if each is not None]

    async def name(self, space: str) -> str:
        """Return the name of a workspace; no scope is needed for that."""
        try:
            return str((await self._web.ask(space, "auth.test")).get("team", ""))
        except DeliveryError:
            return ""

    async def people(self, space: Space) -> int | None:
        """Return how many people are in the help channel, without us."""
        channel = space.channels.get(Channel.HELP, "")
        asked = {"channel": channel, "include_num_members": "true"}
        try:
            found = (await self._web.ask(space.id, "conversations.info", **asked))["channel"]
        except DeliveryError:
            return None
        counted = found.get("num_members")
        return None if counted is None else int(counted) - bool(found.get("is_member"))

    async def is_help_shared(self, space: Space) -> bool:
        """Say whether another company reads the help channel: permitted, but to be known."""
        channel = space.channels.get(Channel.HELP, "")
        try:
            found = await self._web.ask(space.id, "conversations.info", channel=channel)
        except DeliveryError:
            return False
        return _is_shared(found["channel"])

    async def _missing(self, space: Space, purpose: Channel, where: str) -> Missing | None:
        try:
            answer = await self._web.ask(space.id, "conversations.info", channel=where)
        except DeliveryError:  # a private channel that we are not in does not exist for us
            return Missing(purpose, Lack.GONE)
        return _lacking(purpose, answer["channel"])


def _is_shared(channel: Json) -> bool:
    return bool(channel.get("is_ext_shared") or channel.get("is_pending_ext_shared"))


def _lacking(purpose: Channel, channel: Json) -> Missing | None:
    if channel.get("is_archived"):
        return Missing(purpose, Lack.GONE)
    if not channel.get("is_member"):
        return Missing(purpose, Lack.FORBIDDEN, ("member",))
    if purpose is Channel.HELP:
        return None
    if _is_shared(channel):
        return Missing(purpose, Lack.SHARED)
    return None if channel.get("is_private") else Missing(purpose, Lack.PUBLIC)
