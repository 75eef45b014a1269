"""The requester's yes or no to the exact words that would be published."""

from bot.domain.case_draft import CaseDraft
from bot.domain.ids import DraftId
from bot.domain.people import Actor
from bot.ports.store import UnitOfWork
from bot.services.access import own_request


async def agree(actor: Actor, draft_id: DraftId, *, uow: UnitOfWork) -> CaseDraft:
    """Accept the words as they are now; a moderator reviews them next."""
    async with uow:
        draft = await uow.drafts.get(draft_id)
        await own_request(uow, actor, draft.request)
        draft.agree()
        await uow.drafts.save(draft)
        await uow.commit()
    return draft


async def refuse(actor: Actor, draft_id: DraftId, *, uow: UnitOfWork) -> CaseDraft:
    """Keep the story out of the casebook."""
    async with uow:
        draft = await uow.drafts.get(draft_id)
        await own_request(uow, actor, draft.request)
        draft.refuse()
        await uow.drafts.save(draft)
        await uow.commit()
    return draft
