"""Views of lifting anonymity: a question to one side, then a name to each."""

from bot.domain.ids import MentorId
from bot.domain.people import Party
from bot.domain.policy import State
from bot.ports.outbound import Drawing, ToMentor
from bot.ui import naming as ui
from bot.ui.screen import Screen
from bot.ui.talking import invitation as invitation_card
from bot.views.scene import Scene


async def name_question(scene: Scene) -> Drawing | None:
    """The question to the side that has not answered, while the other waits."""
    request = scene.request
    if request is None or request.state is not State.CLAIMED:
        return None
    if request.naming.asked_by in (None, scene.reader):
        return None
    return Screen.of(ui.name_question(scene.say, request, scene.reader))


async def names(scene: Scene) -> Drawing | None:
    """The other's name, to the two who agreed and to nobody beside them."""
    request, to = scene.request, scene.delivery.recipient
    if request is None or not request.naming.is_mutual:
        return None
    if scene.reader is Party.REQUESTER:
        return Screen.of(ui.names(scene.say, request, scene.reader, request.naming.mentor))
    by: MentorId | None = request.naming.by
    if isinstance(to, ToMentor) and to.mentor == by:
        return Screen.of(ui.names(scene.say, request, scene.reader, request.naming.requester))
    return None


async def invitation(scene: Scene) -> Drawing | None:
    """The invitation to help others."""
    if scene.request is None or scene.request.state is not State.RESOLVED:
        return None
    return Screen.of(invitation_card(scene.say))
