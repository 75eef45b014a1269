"""Say that a report was looked at, with a word to who reported."""

from dataclasses import dataclass

from bot.domain.ids import RequestId
from bot.domain.people import Actor, Party
from bot.domain.report import Outcome
from bot.domain.request import Request
from bot.ports.store import UnitOfWork
from bot.services.access import request_here, require_moderator
from bot.services.answers import clean


@dataclass(frozen=True, slots=True)
class Settlement:
    """What a moderator decided of what one side reported."""

    request: RequestId
    by: Party
    outcome: Outcome
    word: str = ""


async def settle_report(actor: Actor, made: Settlement, *, uow: UnitOfWork) -> Request:
    """Settle the open report of one side."""
    require_moderator(actor)
    async with uow:
        request = await request_here(uow, actor, made.request)
        request.settle_report(made.by, made.outcome, clean(made.word))
        await uow.requests.save(request)
        await uow.commit()
    return request
