"""Views of stories and mentors: consent, review, applications, decisions."""

from bot.domain.case_draft import CaseDraft, Stage
from bot.domain.errors import NotFound
from bot.domain.ids import CaseId, DraftId, MentorId
from bot.domain.mentor import Mentor
from bot.ports.outbound import Drawing
from bot.ui import debriefing, mentoring
from bot.ui.notices import done
from bot.ui.screen import Button, Screen
from bot.views.scene import Scene


async def _draft(scene: Scene) -> CaseDraft | None:
    try:
        return await scene.uow.drafts.get(DraftId(scene.delivery.arguments["draft"]))
    except NotFound:
        return None


async def consent(scene: Scene) -> Drawing | None:
    """The moderator's words for the requester's yes or no."""
    draft = await _draft(scene)
    if draft is None or draft.stage is not Stage.EDITED:
        return None
    return Screen.of(debriefing.consent_card(scene.say, draft))


async def review(scene: Scene) -> Drawing | None:
    """A story that waits for the moderators."""
    draft = await _draft(scene)
    if draft is None or draft.stage is not Stage.AGREED:
        return None
    return Screen.of(debriefing.review_card(scene.say, draft))


async def declined(scene: Scene) -> Drawing | None:
    """The moderators' no, with its reason."""
    draft = await _draft(scene)
    if draft is None:
        return None
    return Screen.of(done(scene.say, "draft-not-published", reason=draft.reason))


async def published(scene: Scene) -> Drawing | None:
    """The good news to the requester."""
    case = await scene.uow.cases.get(CaseId(scene.delivery.arguments["case"]))
    read = Button(scene.say("button-read-case"), "case.show", case.id)
    return Screen.of(done(scene.say, "your-case-published", read, title=case.story.title))


async def _mentor(scene: Scene) -> Mentor:
    return await scene.uow.mentors.get(MentorId(scene.delivery.arguments["mentor"]))


async def application(scene: Scene) -> Drawing | None:
    """A volunteer for the moderators to decide upon."""
    return Screen.of(mentoring.application_card(scene.say, await _mentor(scene)))


async def decision(scene: Scene) -> Drawing | None:
    """The moderators' answer to a volunteer."""
    return Screen.of(mentoring.decision_card(scene.say, await _mentor(scene)))
