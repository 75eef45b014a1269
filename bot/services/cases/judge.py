"""Note whether a suggested case helped: it feeds the search's own evaluation."""

from bot.domain.ids import CaseId, RequestId
from bot.domain.people import Actor
from bot.ports.store import Judgment, UnitOfWork


async def judge(
    actor: Actor,
    case: CaseId,
    *,
    useful: bool,
    request: RequestId | None,
    uow: UnitOfWork,
) -> None:
    """Store one judgment; a second click replaces it."""
    async with uow:
        await uow.judgments.add(Judgment(actor.community, case, useful, request))
        await uow.commit()
