"""Views of a request: its cards, its notices, the mentors' thread."""

from bot.domain.ids import CommunityId, MentorId
from bot.domain.mentor import Mentor
from bot.domain.people import Party
from bot.domain.policy import State
from bot.domain.report import Outcome
from bot.domain.request import Request
from bot.ports.outbound import Drawing, Emptied, Target, ToMentor
from bot.ui import reporting, talking
from bot.ui import requests as ui
from bot.ui.finding import close_cases, playbook_card
from bot.ui.screen import Screen
from bot.views.scene import Scene

_TAKEN_DOWN = (State.DRAFT, State.WITHDRAWN, State.ERASED)
_GONE = (State.DRAFT, State.ERASED)


async def erased(scene: Scene) -> Drawing | None:
    """Nothing: whatever was shown of an erased request is taken down."""
    return None


async def emptied(scene: Scene) -> Drawing | None:
    """The end of a conversation whose request was erased."""
    return Emptied()


async def gone(scene: Scene) -> Drawing | None:
    """What a mentor hears whose conversation was erased."""
    return Screen.of(talking.gone(scene.say))


async def request_card(scene: Scene) -> Drawing | None:
    """The public card; a withdrawn or erased request leaves nothing."""
    request = scene.request
    if request is None or request.state in _TAKEN_DOWN:
        return None
    return Screen.of(ui.request_card(scene.say, request, await scene.mentors()))


async def mentor_notice(scene: Scene) -> Drawing | None:
    """The private notice to a mentor, with close cases and the playbook while it is open."""
    request = scene.request
    if request is None or request.state in _TAKEN_DOWN:
        return None
    reasons, to = scene.delivery.arguments.get("reasons", ""), scene.delivery.recipient
    is_theirs = isinstance(to, ToMentor) and to.mentor in request.mentors and not request.has_ended
    mentors = await scene.mentors()
    card = ui.mentor_notice(scene.say, request, mentors, reasons, is_theirs=is_theirs)
    if request.state is not State.OPEN:
        return Screen.of(card)
    tools, language = scene.tools, scene.target.language
    home = await _home(scene, request)  # a partner's mentor reads their own community's cases
    shared = await scene.sharing_with(home)
    findings = await tools.closest(
        request.text, community=home, language=language, shared=shared, limit=2
    )
    playbook = await tools.search.playbook_for(request.category, language)
    return Screen(
        (
            card,
            *close_cases(scene.say, findings, request=request.id),
            playbook_card(scene.say, playbook, short=True),
        )
    )


async def mentor_call(scene: Scene) -> Drawing | None:
    """The names of those who are asked, in the mentors' channel, while it is open."""
    request = scene.request
    if request is None or request.state is not State.OPEN:
        return None
    asked = scene.delivery.arguments["mentors"].split()
    mentors = [await scene.uow.mentors.get(MentorId(mentor)) for mentor in asked]
    here = tuple((m.name, user) for m in mentors for user in _accounts(m, scene.target))
    return Screen.of(ui.mentor_call(scene.say, request, mentors, here))


def _accounts(mentor: Mentor, target: Target) -> list[str]:
    where = (target.platform, target.space)
    return [each.user for each in mentor.addresses if (each.platform, each.space) == where]


async def _home(scene: Scene, request: Request) -> CommunityId:
    to = scene.delivery.recipient
    if isinstance(to, ToMentor):
        return (await scene.uow.mentors.get(to.mentor)).community
    return request.community


async def own_card(scene: Scene) -> Drawing | None:
    """The requester's own card, with what they can do now."""
    if scene.request is None or scene.request.state in _GONE:
        return None
    mentors, is_told = await scene.mentors(), await scene.is_told()
    card = talking.own_request(scene.say, scene.request, mentors, is_told=is_told, in_talk=True)
    return Screen.of(card)


async def thread_opener(scene: Scene) -> Drawing | None:
    """The top of the mentors' thread."""
    request = scene.request
    if request is None or request.state in _TAKEN_DOWN:
        return None
    return Screen.of(ui.thread_opener(scene.say, request, await scene.mentors()))


async def moderator_alert(scene: Scene) -> Drawing | None:
    """A request that the moderators should look at."""
    if scene.request is None or scene.request.state in _TAKEN_DOWN:
        return None
    reason = scene.delivery.arguments["reason"]
    return Screen.of(reporting.moderator_card(scene.say, scene.request, reason))


async def report_answer(scene: Scene) -> Drawing | None:
    """What came of a report, to who reported."""
    by = Party(scene.delivery.arguments["by"])
    report = scene.request.report_of(by) if scene.request else None
    if scene.request is None or report is None or report.outcome is Outcome.OPEN:
        return None
    return Screen.of(reporting.answer(scene.say, scene.request, report))


async def handover(scene: Scene) -> Drawing | None:
    """The question whether a mentor takes over, while it is open."""
    request = scene.request
    to = scene.delivery.arguments["to"]
    if request is None or request.offered_to != to:
        return None
    mentor = await scene.mentor_named("mentor")
    return Screen.of(talking.handover_question(scene.say, request, mentor))


async def backup(scene: Scene) -> Drawing | None:
    """The call for a second mentor, until one joined."""
    request = scene.request
    if request is None or request.state is not State.CLAIMED or request.co_mentors:
        return None
    mentor = await scene.mentor_named("mentor")
    return Screen.of(talking.backup_call(scene.say, request, mentor))


async def joining_question(scene: Scene) -> Drawing | None:
    """The question whether a mentor joins, until they did."""
    request, to = scene.request, scene.delivery.arguments["to"]
    if request is None or request.state is not State.CLAIMED or to in request.mentors:
        return None
    mentor = await scene.mentor_named("mentor")
    return Screen.of(talking.joining_question(scene.say, request, mentor))
