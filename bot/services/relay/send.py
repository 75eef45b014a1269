"""Pass a message from one side to the other."""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.errors import InvalidAnswers, TooMany
from bot.domain.ids import AttachmentId, MessageId, new_id
from bot.domain.limits import MESSAGES_PER_MINUTE, MINUTE, PICTURES_PER_MESSAGE_MAX
from bot.domain.mentor import Mentor
from bot.domain.people import Actor, Party
from bot.domain.relay import Picture, RelayMessage, Said
from bot.domain.request import Request
from bot.ports.clock import Clock
from bot.ports.reading import Redactor
from bot.ports.store import UnitOfWork
from bot.services.access import approved_mentor, either_side
from bot.services.answers import clean, require_message
from bot.services.masking import mask_for_mentors
from bot.services.schedule import WAITING_FOR_MENTOR, listen


async def send(
    actor: Actor, said: Said, *, uow: UnitOfWork, redactor: Redactor, clock: Clock
) -> RelayMessage:
    """Accept a message for the other side; the same origin is accepted once."""
    async with uow:
        request, side, role = await either_side(uow, actor, said.request)
        earlier = await uow.relay.by_origin(request.id, said.origin)
        if earlier is not None:
            return earlier
        request.note_message(side, role)
        await _check_pace(uow, actor, clock)
        writer = await approved_mentor(uow, actor) if side is Party.MENTOR else None
        message = await _message(uow, actor, said, request, writer, redactor)
        message.send()
        await uow.relay.add(message)
        await _note_life(uow, request, writer, clock)
        await uow.commit()
    return message


async def _message(
    uow: UnitOfWork,
    actor: Actor,
    said: Said,
    request: Request,
    writer: Mentor | None,
    redactor: Redactor,
) -> RelayMessage:
    pictures = await _keep_pictures(uow, request, said.pictures)
    text = clean(said.text) if pictures and not clean(said.text) else require_message(said.text)
    if writer is None:
        text = await mask_for_mentors(uow, request, text, redactor)
    return RelayMessage(
        MessageId(new_id()),
        request.id,
        request.community,
        Party.MENTOR if writer else Party.REQUESTER,
        text,
        said.origin,
        mentor=writer.id if writer else None,
        space=(actor.address.platform, actor.address.space) if writer else None,
        pictures=pictures,
        by_form=said.by_form,
        reply_to=await _answered(uow, said),
    )


async def _answered(uow: UnitOfWork, said: Said) -> MessageId | None:
    """Return the message of the same conversation that is answered, if we know it."""
    if not said.reply_to:
        return None
    for message in await uow.relay.of(said.request):
        if said.reply_to in (message.id, message.origin):
            return message.id
    return None


async def _keep_pictures(
    uow: UnitOfWork, request: Request, pictures: Sequence[Picture]
) -> tuple[AttachmentId, ...]:
    if len(pictures) > PICTURES_PER_MESSAGE_MAX:
        raise InvalidAnswers({"pictures": "fault-too-many-pictures"})
    kept = [replace(picture, id=AttachmentId(new_id())) for picture in pictures]
    for picture in kept:
        await uow.relay.add_picture(request.id, picture)
    return tuple(picture.id for picture in kept)


async def _check_pace(uow: UnitOfWork, actor: Actor, clock: Clock) -> None:
    now = clock.now()
    count = await uow.limits.hit(actor.community, actor.address, "message", now - MINUTE, now)
    if count > MESSAGES_PER_MINUTE:
        raise TooMany("refusal-too-many-messages", maximum=MESSAGES_PER_MINUTE)


async def _note_life(
    uow: UnitOfWork, request: Request, writer: Mentor | None, clock: Clock
) -> None:
    await uow.requests.save(request)
    if writer:
        await uow.timers.cancel(request.id, *WAITING_FOR_MENTOR)
        await _note_late_word(uow, writer, clock)
    community = await uow.communities.get(request.community)
    await listen(uow, request, community, clock.now())


async def _note_late_word(uow: UnitOfWork, writer: Mentor, clock: Clock) -> None:
    """Count what a mentor gives outside their hours, for their own eyes."""
    if not writer.is_within_hours(clock.now()):
        writer.note_late_word()
        await uow.mentors.save(writer)
