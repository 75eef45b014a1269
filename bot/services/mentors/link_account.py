"""Be one mentor from two accounts: a code from the one, used by the other."""

from datetime import timedelta

from bot.domain.errors import InvalidAnswers, Refusal
from bot.domain.ids import new_receipt
from bot.domain.mentor import Link, Mentor
from bot.domain.people import Actor
from bot.ports.clock import Clock
from bot.ports.store import UnitOfWork
from bot.services.access import approved_mentor

CODE_HOLDS = timedelta(hours=1)


async def make_code(actor: Actor, *, uow: UnitOfWork, clock: Clock) -> str:
    """Return a code that another account of the same person may use once."""
    async with uow:
        mentor = await approved_mentor(uow, actor)
        mentor.link = Link(new_receipt(), clock.now() + CODE_HOLDS)
        await uow.mentors.save(mentor)
        await uow.commit()
    return mentor.link.code


async def link_account(actor: Actor, code: str, *, uow: UnitOfWork, clock: Clock) -> Mentor:
    """Make the actor's account one more of the mentor's who was given the code."""
    wanted = "".join(code.upper().split())
    async with uow:
        if await uow.mentors.at(actor.community, actor.address) is not None:
            raise Refusal("refusal-account-taken")
        known = await uow.mentors.all(actor.community)
        found = next((each for each in known if each.is_linked_by(wanted, clock.now())), None)
        if found is None:
            raise InvalidAnswers({"code": "fault-link-code"})
        found.add_account(actor.address)
        await uow.mentors.save(found)
        await uow.commit()
    return found
