"""What people thought of the suggestions."""

from collections.abc import Sequence

from sqlalchemy import delete, insert, select

from adapters.store.schema import judgments
from adapters.store.work import Work
from bot.domain.ids import CaseId, CommunityId
from bot.ports.store import Judgment


class SqlJudgments:
    """Keeps judgments; those of free searches are told apart by nothing, and add up."""

    def __init__(self, work: Work) -> None:
        self._work = work

    async def add(self, judgment: Judgment) -> None:
        if judgment.request is not None:
            await self._work.db.write(
                delete(judgments).where(
                    judgments.c.community == judgment.community,
                    judgments.c.case == judgment.case,
                    judgments.c.request == judgment.request,
                )
            )
        row = {
            "community": judgment.community,
            "case": judgment.case,
            "request": judgment.request,
            "useful": judgment.useful,
        }
        await self._work.db.write(insert(judgments).values(row))

    async def all(self, community: CommunityId) -> Sequence[Judgment]:
        here = select(judgments).where(judgments.c.community == community)
        return [
            Judgment(community, CaseId(row["case"]), row["useful"], row["request"])
            for row in await self._work.db.rows(here.order_by(judgments.c.position))
        ]
