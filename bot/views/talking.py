"""Views of a conversation: messages, their marks, news, the end."""

from bot.domain.errors import NotFound
from bot.domain.ids import MessageId
from bot.domain.mentor import Mentor
from bot.domain.people import Party
from bot.domain.policy import State
from bot.domain.relay import RelayMessage
from bot.domain.request import Request
from bot.ports.outbound import Drawing
from bot.ui import talking as ui
from bot.ui.screen import Mark, Own, Screen
from bot.views.scene import Scene


async def message_of(scene: Scene) -> RelayMessage | None:
    """Return the message that a delivery is about, or None when it is gone."""
    try:
        return await scene.uow.relay.get(MessageId(scene.delivery.arguments["message"]))
    except NotFound:
        return None


async def message(scene: Scene) -> Drawing | None:
    """A message as its reader sees it; taken back, it disappears."""
    found, request = await message_of(scene), scene.request
    if found is None or request is None or found.deleted:
        return None
    writer = await scene.uow.mentors.get(found.mentor) if found.mentor else None
    account = _account(scene, request, writer)
    own = Own(account, found.origin) if found.by_form and account else None
    author = writer.name if writer else scene.say("you") if own else request.code_name
    pictures = [await scene.uow.relay.picture(picture) for picture in found.pictures]
    answered = await _answered(scene, found)
    return ui.bubble(scene.say, found, author, pictures, own, answered)


async def _answered(scene: Scene, message: RelayMessage) -> RelayMessage | None:
    """Return the message that another one answers, unless it was taken back."""
    if message.reply_to is None:
        return None
    answered = await scene.uow.relay.get(message.reply_to)
    return None if answered.deleted else answered


def _account(scene: Scene, request: Request, writer: Mentor | None) -> str:
    """Return who wrote a message, if it is their own side that is shown it."""
    if scene.reader is Party.REQUESTER:
        return "" if writer else request.requester.user
    here, addresses = scene.target.members, writer.addresses if writer else ()
    return next((address.user for address in addresses if address.user in here), "")


async def mark(scene: Scene) -> Drawing | None:
    """How far somebody's own message got."""
    found = await message_of(scene)
    return Mark(found.delivery.value) if found else None


async def news(scene: Scene) -> Drawing | None:
    """A line of news; ``kind`` names the sentence."""
    if scene.request is None or scene.request.state is State.ERASED:
        return None
    card = ui.news(
        scene.say,
        scene.delivery.arguments["kind"],
        scene.request,
        scene.reader,
        mentor=await scene.mentor_named("mentor"),
        other=await scene.mentor_named("other"),
    )
    return Screen.of(card)


async def close_question(scene: Scene) -> Drawing | None:
    """The question whether it is over, while it is asked."""
    request = scene.request
    if request is None or request.state is not State.CLAIMED or not request.close_proposed_by:
        return None
    return Screen.of(ui.close_question(scene.say, request, scene.reader))


async def silence_warning(scene: Scene) -> Drawing | None:
    """The warning that silence will close it."""
    if scene.request is None or scene.request.state is not State.CLAIMED:
        return None
    card = ui.silence_warning(scene.say, scene.request, scene.reader, scene.community.delays)
    return Screen.of(card)


async def ended(scene: Scene) -> Drawing | None:
    """Thanks, rating and debrief."""
    if scene.request is None or scene.request.state is not State.RESOLVED:
        return None
    delays, is_told = scene.community.delays, await scene.is_told()
    return Screen.of(ui.ended(scene.say, scene.request, delays, is_told=is_told))
