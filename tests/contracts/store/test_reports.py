"""Reports are found until a moderator looked, in their own community."""

from dataclasses import replace

from bot.domain.people import Party
from bot.domain.policy import State
from bot.domain.report import Outcome, Report
from bot.ports.store import UnitOfWorkFactory
from tests.contracts.store.people import ELSEWHERE, HERE, NOW, a_held_request
from tests.contracts.store.test_requests import add, ids


async def test_reported_requests_are_those_that_nobody_looked_at_yet(
    uow: UnitOfWorkFactory,
) -> None:
    report = Report(Party.REQUESTER, NOW.date())
    seen = replace(report, outcome=Outcome.HANDLED)
    await add(
        uow,
        a_held_request("reported", reports=(seen, report)),
        a_held_request("looked-at", reports=(seen,)),
        a_held_request("resolved", state=State.RESOLVED, reports=(report,)),
        a_held_request("there", community=ELSEWHERE, reports=(report,)),
        a_held_request("fine"),
    )
    async with uow() as unit:
        assert await ids(unit.requests.reported(HERE)) == ["reported", "resolved"]
