"""What is noted for the mentors of a request that is resolved; only they see it."""

from collections import Counter

from bot.domain.request import Request
from bot.ports.store import UnitOfWork

LONG_TALK = 40  # messages, from which a conversation weighs on whoever held it


async def credit(uow: UnitOfWork, request: Request) -> None:
    """Count the conversation for each mentor, and note whether it was a long one."""
    messages = await uow.relay.of(request.id)
    words = Counter(message.mentor for message in messages if message.mentor)
    for helper in request.mentors:
        mentor = await uow.mentors.get(helper)
        mentor.note_help(words[helper])
        await uow.mentors.save(mentor)
    request.was_long = len(messages) >= LONG_TALK
