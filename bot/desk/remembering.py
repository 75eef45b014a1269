"""From a resolved request to a case: debrief, consents, review."""

from bot.domain.case_draft import CaseDraft, Story
from bot.domain.errors import NotFound
from bot.domain.ids import CaseId, DraftId, RequestId
from bot.domain.people import Actor
from bot.domain.policy import Act, Role
from bot.domain.request import Request
from bot.domain.vocabulary import Category
from bot.services.access import own_request, require_moderator
from bot.services.cases import consent, review
from bot.services.cases.debrief import Debrief, debrief, story_from
from bot.tools import Tools
from bot.ui import debriefing as ui
from bot.ui.forms import Answer, Form, Gesture
from bot.ui.notices import done
from bot.ui.screen import Button, Screen


async def debrief_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the debrief, with what is already known."""
    async with t.uow() as uow:
        request = await own_request(uow, who, RequestId(g.subject))
        request.check(Act.DEBRIEF, Role.REQUESTER)
        draft = await uow.drafts.of(request.id)
        if draft:
            draft.require_unread()
    filled = (
        ui.answers_of(draft.story)
        if draft
        else {
            "situation": request.text,
            "category": request.category.value if request.category else "",
        }
    )
    return ui.story_form(t.say(who), request.id, filled)


async def submit(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Write the masked draft and show it to its author."""
    draft = await debrief(who, _answers(g), uow=t.uow(), redactor=t.redactor)
    return Screen.of(ui.consent_card(t.say(who), draft))


async def rewrite(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the debrief again from the draft."""
    async with t.uow() as uow:
        draft = await uow.drafts.get(DraftId(g.subject))
        request = await own_request(uow, who, draft.request)
    return ui.story_form(t.say(who), request.id, ui.answers_of(draft.story))


async def agree(t: Tools, who: Actor, g: Gesture) -> Answer:
    """The requester's yes."""
    await consent.agree(who, DraftId(g.subject), uow=t.uow())
    return Screen.of(done(t.say(who), "agreed"))


async def refuse(t: Tools, who: Actor, g: Gesture) -> Answer:
    """The requester's no."""
    await consent.refuse(who, DraftId(g.subject), uow=t.uow())
    return Screen.of(done(t.say(who), "refused-draft"))


async def queue(t: Tools, who: Actor, g: Gesture) -> Answer:
    """The stories that wait for a moderator."""
    require_moderator(who)
    async with t.uow() as uow:
        drafts = await uow.drafts.awaiting_review(who.community)
    return Screen.of(ui.review_queue(t.say(who), drafts))


async def show(t: Tools, who: Actor, g: Gesture) -> Answer:
    """One story, to review."""
    draft, _ = await _draft(t, who, g)
    return Screen.of(ui.review_card(t.say(who), draft))


async def edit_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open a story to change words."""
    draft, _ = await _draft(t, who, g)
    return ui.review_form(t.say(who), draft)


async def edit(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Change words, masked like the rest; the requester is asked again."""
    draft, request = await _draft(t, who, g)
    before: Story = draft.story
    story = story_from(_answers(g), t.redactor, request.language, request.hidden_names)
    changed = await review.edit_draft(who, draft.id, story, uow=t.uow())
    say = t.say(who)
    return Screen.of(done(say, "draft-edited"), ui.review_card(say, changed, previous=before))


async def publish(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Publish: the case is found at once."""
    case = await review.publish_case(
        who, DraftId(g.subject), uow=t.uow(), search=t.search, clock=t.clock
    )
    read = Button(t.say(who)("button-read-case"), "case.show", case.id)
    return Screen.of(done(t.say(who), "case-published", read, title=case.story.title))


async def correct_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open a published case to change words."""
    case = await review.case_to_correct(who, CaseId(g.subject), uow=t.uow())
    return ui.correction_form(t.say(who), case)


async def correct(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Change words of a published case, masked like the rest: every answer shows the new ones."""
    case = await review.case_to_correct(who, CaseId(g.subject), uow=t.uow())
    story = story_from(_answers(g), t.redactor, case.story.language)
    await review.correct_case(who, case.id, story, uow=t.uow(), search=t.search)
    read = Button(t.say(who)("button-read-case"), "case.show", case.id)
    return Screen.of(done(t.say(who), "corrected", read))


async def decline_form(t: Tools, who: Actor, g: Gesture) -> Form:
    """Open the form with the reason for a no."""
    draft, _ = await _draft(t, who, g)
    return ui.decline_form(t.say(who), draft)


async def decline(t: Tools, who: Actor, g: Gesture) -> Answer:
    """Say no, with a reason."""
    await review.decline_draft(who, DraftId(g.subject), g.text("reason"), uow=t.uow())
    return Screen.of(done(t.say(who), "draft-declined"))


def _answers(g: Gesture) -> Debrief:
    return Debrief(
        RequestId(g.subject),
        g.text("title"),
        g.text("situation"),
        g.text("response"),
        g.text("outcome"),
        g.text("lessons"),
        g.one_of("category", Category, Category.BAD_BUZZ),
    )


async def _draft(t: Tools, who: Actor, g: Gesture) -> tuple[CaseDraft, Request]:
    require_moderator(who)
    async with t.uow() as uow:
        draft = await uow.drafts.get(DraftId(g.text("value") or g.subject))
        if draft.community != who.community:
            raise NotFound
        return draft, await uow.requests.get(draft.request)
