"""What happens because time passed: the third contents page."""

from collections.abc import Awaitable, Callable, Mapping

from bot.domain.timers import Timer, TimerKind
from bot.services.clockwork import ask_mentors as asking
from bot.services.clockwork import end_question, forget, give_up, publish_later, silence
from bot.services.clockwork import invite as inviting
from bot.services.clockwork import look_back as looking_back
from bot.tools import Tools

Handler = Callable[[Tools, Timer], Awaitable[None]]


async def publish(t: Tools, timer: Timer) -> None:
    """Publish a discreet request."""
    await publish_later.publish_later(timer, uow=t.uow(), clock=t.clock)


async def ask_mentors(t: Tools, timer: Timer) -> None:
    """Ask the next wave."""
    await asking.ask_mentors(timer, uow=t.uow(), search=t.search, books=t.roles, clock=t.clock)


async def ask_latecomers(t: Tools, timer: Timer) -> None:
    """Ask those whose hours began since everybody was asked."""
    await asking.ask_latecomers(timer, uow=t.uow(), search=t.search, books=t.roles, clock=t.clock)


async def expire(t: Tools, timer: Timer) -> None:
    """Stop waiting."""
    await give_up.give_up(timer, uow=t.uow(), clock=t.clock)


async def remind_mentor(t: Tools, timer: Timer) -> None:
    """Nudge a mentor who has not written yet."""
    await silence.remind_mentor(timer, uow=t.uow(), clock=t.clock)


async def reopen(t: Tools, timer: Timer) -> None:
    """Open a request again whose mentor never wrote."""
    await silence.reopen_unanswered(timer, uow=t.uow(), clock=t.clock)


async def warn_of_silence(t: Tools, timer: Timer) -> None:
    """Warn that silence will close the conversation."""
    await silence.warn_of_silence(timer, uow=t.uow(), clock=t.clock)


async def close_silent(t: Tools, timer: Timer) -> None:
    """Close a silent conversation."""
    await silence.close_silent(timer, uow=t.uow(), clock=t.clock)


async def forget_requester(t: Tools, timer: Timer) -> None:
    """Destroy the link to a person."""
    await forget.forget_requester(timer, uow=t.uow())


async def forget_everything(t: Tools, timer: Timer) -> None:
    """Destroy a conversation."""
    await forget.forget_everything(timer, uow=t.uow(), clock=t.clock)


async def end_erasure(t: Tools, timer: Timer) -> None:
    """Destroy the keys of what was erased."""
    await forget.end_erasure(timer, uow=t.uow())


async def forget_drill(t: Tools, timer: Timer) -> None:
    """Destroy an old rehearsal."""
    await forget.forget_drill(timer, uow=t.uow())


async def end_joining(t: Tools, timer: Timer) -> None:
    """Tell both sides that nobody answered whether a space may join."""
    await end_question.end_question(timer, uow=t.uow(), clock=t.clock)


async def invite(t: Tools, timer: Timer) -> None:
    """Ask somebody who was helped whether they would help."""
    await inviting.invite(timer, uow=t.uow(), clock=t.clock)


async def look_back(t: Tools, timer: Timer) -> None:
    """Tell the moderators of the week that is over."""
    await looking_back.look_back(timer, uow=t.uow(), clock=t.clock)


TIMERS: Mapping[TimerKind, Handler] = {
    TimerKind.PUBLISH: publish,
    TimerKind.DRAFT_EXPIRES: expire,
    TimerKind.WAVE_ONE: ask_mentors,
    TimerKind.WAVE_TWO: ask_mentors,
    TimerKind.WAVE_EVERYONE: ask_mentors,
    TimerKind.WAVE_MODERATORS: ask_mentors,
    TimerKind.LATECOMERS: ask_latecomers,
    TimerKind.UNCLAIMED_EXPIRES: expire,
    TimerKind.CLAIM_REMINDER: remind_mentor,
    TimerKind.CLAIM_REOPENS: reopen,
    TimerKind.SILENCE_WARNING: warn_of_silence,
    TimerKind.SILENCE_CLOSES: close_silent,
    TimerKind.MENTOR_INVITED: invite,
    TimerKind.IDENTITY_SHREDDED: forget_requester,
    TimerKind.TRANSCRIPT_SHREDDED: forget_everything,
    TimerKind.ERASURE_ENDS: end_erasure,
    TimerKind.DRILL_EXPIRES: forget_drill,
    TimerKind.JOINING_EXPIRES: end_joining,
    TimerKind.WEEK_ENDS: look_back,
}
