"""A moderator reads a story before everybody can."""

import re
import unicodedata

from bot.domain.case_draft import CaseDraft, CommunityCase, Story
from bot.domain.errors import NotFound
from bot.domain.ids import CaseId, DraftId
from bot.domain.people import Actor
from bot.ports.clock import Clock
from bot.ports.memory import CaseSearch
from bot.ports.store import UnitOfWork
from bot.services.access import require_moderator
from bot.services.answers import require_story


async def publish_case(
    actor: Actor, draft_id: DraftId, *, uow: UnitOfWork, search: CaseSearch, clock: Clock
) -> CommunityCase:
    """Publish the words that the requester agreed to; they are found at once."""
    async with uow:
        draft = await _draft_here(uow, actor, draft_id)
        title = draft.story.title
        case = draft.publish(await _free_id(uow, title), on=clock.now().date())
        await uow.cases.add(case)
        await uow.drafts.save(draft)
        await uow.commit()
    await search.learn(case)
    return case


async def edit_draft(
    actor: Actor, draft_id: DraftId, story: Story, *, uow: UnitOfWork
) -> CaseDraft:
    """Change words; the requester is asked again before anything is published."""
    async with uow:
        draft = await _draft_here(uow, actor, draft_id)
        draft.edit(story)
        await uow.drafts.save(draft)
        await uow.commit()
    return draft


async def decline_draft(
    actor: Actor, draft_id: DraftId, reason: str, *, uow: UnitOfWork
) -> CaseDraft:
    """Say no, with a reason that the requester reads."""
    reason = require_story(reason, field="reason")
    async with uow:
        draft = await _draft_here(uow, actor, draft_id)
        draft.decline(reason)
        await uow.drafts.save(draft)
        await uow.commit()
    return draft


async def case_to_correct(actor: Actor, case_id: CaseId, *, uow: UnitOfWork) -> CommunityCase:
    """Return a case of the actor's community that answers still show."""
    async with uow:
        return await _case_here(uow, actor, case_id)


async def correct_case(
    actor: Actor, case_id: CaseId, story: Story, *, uow: UnitOfWork, search: CaseSearch
) -> CommunityCase:
    """Put other words in the place of a published case's, at once."""
    async with uow:
        case = await _case_here(uow, actor, case_id)
        case.correct(story)
        await uow.cases.save(case)
        await uow.commit()
    await search.learn(case)
    return case


async def retract_case(
    actor: Actor, case_id: CaseId, *, uow: UnitOfWork, search: CaseSearch
) -> CommunityCase:
    """Take a published case out of every answer, at once."""
    async with uow:
        case = await _case_here(uow, actor, case_id)
        case.retract()
        await uow.cases.save(case)
        await uow.commit()
    await search.forget(case.id)
    return case


async def _case_here(uow: UnitOfWork, actor: Actor, case_id: CaseId) -> CommunityCase:
    require_moderator(actor)
    case = await uow.cases.get(case_id)
    if case.community != actor.community or case.retracted:
        raise NotFound("refusal-unknown-case")
    return case


async def _draft_here(uow: UnitOfWork, actor: Actor, draft_id: DraftId) -> CaseDraft:
    require_moderator(actor)
    draft = await uow.drafts.get(draft_id)
    if draft.community != actor.community:
        raise NotFound
    return draft


async def _free_id(uow: UnitOfWork, title: str) -> CaseId:
    """Return a readable id such as ``cas-poste-au-mauvais-compte`` that is free."""
    base = CaseId(slug(title))
    number, candidate = 1, base
    while await _is_taken(uow, candidate):
        number += 1
        candidate = CaseId(f"{base}-{number}")
    return candidate


async def _is_taken(uow: UnitOfWork, case: CaseId) -> bool:
    try:
        await uow.cases.get(case)
    except NotFound:
        return False
    return True


def slug(title: str) -> str:
    """Return ``title`` as at most eight plain words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain)[:8]
    return "-".join(["cas", *words])
