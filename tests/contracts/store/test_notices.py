"""How often mentors were asked, whom to keep apart, what was resolved."""

from datetime import timedelta

from bot.domain.ids import MentorId
from bot.domain.policy import State
from bot.domain.timers import Timer, TimerKind
from bot.ports.store import UnitOfWorkFactory
from tests.contracts.store.people import (
    ELSEWHERE,
    HERE,
    LEA,
    MAX,
    MINUTE,
    NOW,
    a_block,
    a_held_request,
    an_open_request,
)

NADIA, YANN = MentorId("nadia"), MentorId("yann")
TODAY, DAY = NOW.date(), timedelta(days=1)


async def test_notices_of_late_are_counted_by_mentor_and_community(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.notices.note(HERE, [NADIA, YANN], TODAY)
        await unit.notices.note(HERE, [NADIA], TODAY - DAY)
        await unit.notices.note(HERE, [NADIA], TODAY - 2 * DAY)
        await unit.notices.note(ELSEWHERE, [NADIA], TODAY)
        await unit.notices.note(HERE, [], TODAY)
        await unit.commit()
    async with uow() as unit:
        assert await unit.notices.since(HERE, TODAY - DAY) == {NADIA: 2, YANN: 1}


async def test_somebody_is_invited_once(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        assert await unit.notices.invite_once(HERE, LEA, NOW + DAY)
        assert not await unit.notices.invite_once(HERE, LEA, NOW + DAY)
        assert await unit.notices.invite_once(ELSEWHERE, LEA, NOW + DAY)
        await unit.commit()
    async with uow() as unit:
        assert not await unit.notices.invite_once(HERE, LEA, NOW + DAY)


async def test_blocked_people_are_found_among_many(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.blocks.block(LEA, a_block("b", NOW + MINUTE))
        await unit.commit()
    async with uow() as unit:
        assert set(await unit.blocks.blocked_among(HERE, [LEA, MAX], NOW)) == {LEA}
        assert not await unit.blocks.blocked_among(HERE, [LEA, MAX], NOW + MINUTE)
        assert not await unit.blocks.blocked_among(ELSEWHERE, [LEA], NOW)


async def test_two_people_are_kept_apart_until_it_passes(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.blocks.part(HERE, LEA, NADIA, NOW + MINUTE)
        await unit.commit()
    async with uow() as unit:
        assert set(await unit.blocks.parted(HERE, LEA, [NADIA, YANN], NOW)) == {NADIA}
        assert not await unit.blocks.parted(HERE, MAX, [NADIA], NOW)
        assert not await unit.blocks.parted(HERE, LEA, [NADIA], NOW + MINUTE)


async def test_a_subject_has_its_timers_in_order(uow: UnitOfWorkFactory) -> None:
    late = Timer(TimerKind.WAVE_TWO, "request", HERE, NOW + MINUTE)
    soon = Timer(TimerKind.WAVE_ONE, "request", HERE, NOW)
    async with uow() as unit:
        for timer in (late, soon, Timer(TimerKind.WAVE_ONE, "other", HERE, NOW)):
            await unit.timers.set(timer)
        await unit.commit()
    async with uow() as unit:
        assert await unit.timers.of("request") == [soon, late]


async def test_ended_requests_are_found_while_they_are_kept(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.requests.add(an_open_request("open"))
        for state in (State.RESOLVED, State.WITHDRAWN, State.EXPIRED, State.ERASED):
            await unit.requests.add(a_held_request(state.value, state=state, closed_at=NOW))
        await unit.commit()
    async with uow() as unit:
        assert [each.id for each in await unit.requests.resolved(HERE)] == ["resolved"]
        ended = [each.id for each in await unit.requests.ended(HERE)]
        assert ended == ["resolved", "withdrawn", "expired"]
        assert not await unit.requests.resolved(ELSEWHERE)
        assert not await unit.requests.ended(ELSEWHERE)
