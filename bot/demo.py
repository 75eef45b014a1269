"""Fills the sandbox with a few invented people, through the same door as everybody."""

from collections.abc import Mapping

from bot.domain.community import Channel, Community, Space
from bot.domain.ids import CommunityId, new_id
from bot.domain.people import Actor, Address
from bot.domain.statistics import digest_timer
from bot.domain.vocabulary import Category
from bot.helpdesk import HelpDesk
from bot.tools import Tools
from bot.ui.forms import Gesture, Value

PLATFORM, SPACE = "web", "sandbox"
COMMUNITY = CommunityId("sandbox")
_CHANNELS = {channel: channel.value for channel in Channel}
_KNOWS = {
    "nadia": (Category.BAD_BUZZ, Category.BLUNDER, Category.HACKED),
    "yann": (Category.TROLLS, Category.REVOLT, Category.PRESSURE),
}


def persona(
    user: str, community: CommunityId = COMMUNITY, space: str = SPACE, *, moderates: bool = False
) -> Actor:
    """Return somebody of the sandbox, in French."""
    return Actor(Address(PLATFORM, space, user), community, "fr", user.title(), moderates)


async def fill_sandbox(desk: HelpDesk, tools: Tools) -> None:
    """Make the community, its mentors and one open request, unless they are there."""
    async with tools.uow() as uow:
        if await uow.communities.at(PLATFORM, SPACE):
            return
    await found_community(desk, tools)
    await _request(desk, tools)


async def found_community(
    desk: HelpDesk, tools: Tools, community: CommunityId = COMMUNITY, space: str = SPACE
) -> None:
    """Make a community with two approved mentors and their ready-made replies."""
    name = tools.wordings["fr"]("demo-community")
    async with tools.uow() as uow:
        spaces = (Space(PLATFORM, space, _CHANNELS),)
        await uow.communities.add(Community(community, name, spaces=spaces))
        await uow.timers.set(digest_timer(await uow.communities.get(community), tools.clock.now()))
        await uow.commit()
    for user in _KNOWS:
        await _mentor(desk, tools, persona(user, community, space))


async def _mentor(desk: HelpDesk, tools: Tools, who: Actor) -> None:
    await desk.handle(who, Gesture("mentor.apply", "new", _profile(tools, who.address.user)))
    async with tools.uow() as uow:
        mentor = await uow.mentors.at(who.community, who.address)
    if mentor is None:
        raise LookupError(who.name)
    moderator = persona("sacha", who.community, who.address.space, moderates=True)
    await desk.handle(moderator, Gesture("mentor.decide", mentor.id, {"value": "yes"}))
    for name in ("first", "pause"):
        await desk.handle(who, Gesture("snippet.keep", "", _snippet(tools, name)))


def _profile(tools: Tools, user: str) -> Mapping[str, Value]:
    say = tools.wordings["fr"]
    return {
        "display_name": say(f"demo-{user}-name"),
        "experience": say(f"demo-{user}-experience"),
        "sectors": say(f"demo-{user}-sectors"),
        "categories": tuple(category.value for category in _KNOWS[user]),
        "languages": ("fr", "en"),
        "capacity": "3",
    }


def _snippet(tools: Tools, name: str) -> Mapping[str, Value]:
    say = tools.wordings["fr"]
    return {"title": say(f"demo-snippet-{name}-title"), "text": say(f"demo-snippet-{name}")}


async def _request(desk: HelpDesk, tools: Tools) -> None:
    """Let Louis ask, so that the channels are not empty."""
    say, louis, request = tools.wordings["fr"], persona("louis"), new_id()
    answers = {
        "text": say("demo-request-reach"),
        "names": say("demo-request-names"),
        "urgency": "week",
        "category": Category.PRESSURE.value,
    }
    await desk.handle(louis, Gesture("request.draft", request, answers))
    await desk.handle(louis, Gesture("request.publish", request))
