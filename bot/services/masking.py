"""What a requester writes, as those who help may read it."""

from bot.domain.request import Request
from bot.ports.reading import Redactor
from bot.ports.store import UnitOfWork


async def mask_for_mentors(uow: UnitOfWork, request: Request, text: str, redactor: Redactor) -> str:
    """Mask what identifies; mentors may be greeted by the names that they chose."""
    readers = [(await uow.mentors.get(mentor)).name for mentor in request.mentors]
    names, language = request.hidden_names, request.language
    return redactor.redact(text, names=names, language=language, readers=readers).text
