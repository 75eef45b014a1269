"""Words on their way to the other side: checked for who may still read or write them."""

from bot.domain.people import Actor
from bot.domain.relay import RelayMessage, Said
from bot.services.mentors.require_role import require_entitled
from bot.services.relay.send import send
from bot.tools import Tools


async def pass_on(t: Tools, who: Actor, said: Said) -> RelayMessage:
    """Pass words on, once everybody who helps bears the role that their space asks for."""
    await require_entitled(who, said.request, units=t.uow, books=t.roles, clock=t.clock)
    return await send(who, said, uow=t.uow(), redactor=t.redactor, clock=t.clock)
