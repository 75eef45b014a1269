"""Turn a resolved request into a draft case, masked, for the requester's eyes first."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.case_draft import CaseDraft, Stage, Story
from bot.domain.ids import DraftId, RequestId, new_id
from bot.domain.limits import LINE_MAX, STORY_MAX
from bot.domain.people import Actor, Language
from bot.domain.policy import Act, Role
from bot.domain.request import Request
from bot.domain.vocabulary import Category
from bot.ports.reading import Redactor
from bot.ports.store import UnitOfWork
from bot.services.access import own_request
from bot.services.answers import clean, fault_in_story, lines_in, require


@dataclass(frozen=True, slots=True)
class Debrief:
    """What the debrief form was filled in with; ``lessons`` is one a line."""

    request: RequestId
    title: str
    situation: str
    response: str
    outcome: str
    lessons: str
    category: Category


def story_from(
    debrief: Debrief, redactor: Redactor, language: Language, names: Sequence[str] = ()
) -> Story:
    """Return the answers, checked and masked, as a story; ``names`` are hidden wherever."""
    require(
        title=fault_in_story(clean(debrief.title), maximum=LINE_MAX),
        situation=fault_in_story(clean(debrief.situation), maximum=STORY_MAX),
        response=fault_in_story(clean(debrief.response), maximum=STORY_MAX),
        outcome=fault_in_story(clean(debrief.outcome), maximum=STORY_MAX),
        lessons=fault_in_story(clean(debrief.lessons), maximum=STORY_MAX),
    )

    def mask(text: str) -> str:
        return redactor.redact(clean(text), names=names, language=language).text

    return Story(
        title=mask(debrief.title),
        situation=mask(debrief.situation),
        response=mask(debrief.response),
        outcome=mask(debrief.outcome),
        lessons=tuple(mask(line) for line in lines_in(debrief.lessons)),
        category=debrief.category,
        language=language,
    )


async def debrief(
    actor: Actor, answers: Debrief, *, uow: UnitOfWork, redactor: Redactor
) -> CaseDraft:
    """Write the draft, or rewrite it while nobody else saw it."""
    async with uow:
        request = await own_request(uow, actor, answers.request)
        request.check(Act.DEBRIEF, Role.REQUESTER)
        story = story_from(answers, redactor, request.language, request.hidden_names)
        draft = await uow.drafts.of(request.id)
        if draft is None:
            draft = _new_draft(request, story)
            await uow.drafts.add(draft)
        elif draft.stage is not Stage.WRITTEN or draft.story != story:
            draft.rewrite(story)
            await uow.drafts.save(draft)
        await uow.commit()
    return draft


def _new_draft(request: Request, story: Story) -> CaseDraft:
    return CaseDraft(
        DraftId(new_id()), request.id, request.community, story, formulation=request.text
    )
