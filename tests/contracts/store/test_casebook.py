"""Drafts, cases and judgments."""

import pytest

from bot.domain.case_draft import Stage
from bot.domain.errors import Conflict, NotFound
from bot.domain.ids import CaseId, DraftId, RequestId
from bot.ports.store import Judgment, UnitOfWorkFactory
from tests.contracts.store.people import (
    ELSEWHERE,
    HERE,
    a_case,
    a_draft,
    a_held_request,
    a_story,
)

DRAFT, CASE = DraftId("draft"), CaseId("cas-avis")


@pytest.fixture(autouse=True)
async def two_requests(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.requests.add(a_held_request())
        await unit.requests.add(a_held_request("other"))
        await unit.commit()


async def test_a_draft_comes_back_whole(uow: UnitOfWorkFactory) -> None:
    draft = a_draft(stage=Stage.DECLINED, agreed=a_story("Avant"), reason="Trop reconnaissable.")
    async with uow() as unit:
        await unit.drafts.add(draft)
        await unit.commit()
    async with uow() as unit:
        assert await unit.drafts.get(DRAFT) == draft
        assert await unit.drafts.of(RequestId("request")) == draft
        assert await unit.drafts.of(RequestId("other")) is None
        with pytest.raises(NotFound):
            await unit.drafts.get(DraftId("nothing"))


async def test_a_request_has_one_draft(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.drafts.add(a_draft())
        await unit.commit()
    async with uow() as unit:
        with pytest.raises(Conflict):
            await unit.drafts.add(a_draft("second"))


async def test_a_draft_needs_its_request(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        with pytest.raises(NotFound):
            await unit.drafts.add(a_draft(request=RequestId("gone")))


async def test_agreed_drafts_wait_for_the_moderators_of_their_community(
    uow: UnitOfWorkFactory,
) -> None:
    async with uow() as unit:
        await unit.requests.add(a_held_request("there", community=ELSEWHERE))
        await unit.drafts.add(a_draft())
        await unit.drafts.add(a_draft("other", request=RequestId("other")))
        there = a_draft("there", request=RequestId("there"), community=ELSEWHERE)
        await unit.drafts.add(there)
        for name in ("draft", "there"):
            draft = await unit.drafts.get(DraftId(name))
            draft.agree()
            await unit.drafts.save(draft)
        await unit.commit()
    async with uow() as unit:
        waiting = await unit.drafts.awaiting_review(HERE)
    assert waiting == [a_draft(stage=Stage.AGREED, agreed=a_story(), version=1)]


async def test_a_draft_is_saved_by_one_at_a_time(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.drafts.add(a_draft())
        first, second = await unit.drafts.get(DRAFT), await unit.drafts.get(DRAFT)
        await unit.drafts.save(first)
        with pytest.raises(Conflict):
            await unit.drafts.save(second)


async def test_a_case_comes_back_whole(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.cases.add(a_case())
        await unit.commit()
    async with uow() as unit:
        assert await unit.cases.get(CASE) == a_case()
        with pytest.raises(NotFound):
            await unit.cases.get(CaseId("cas-rien"))


async def test_a_case_id_is_taken_once(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.cases.add(a_case())
        await unit.commit()
    async with uow() as unit:
        with pytest.raises(Conflict):
            await unit.cases.add(a_case(community=ELSEWHERE))


async def test_all_cases_are_those_of_every_community_but_retracted_ones(
    uow: UnitOfWorkFactory,
) -> None:
    async with uow() as unit:
        for case in (a_case(), a_case("cas-retire"), a_case("cas-loin", community=ELSEWHERE)):
            await unit.cases.add(case)
        retracted = await unit.cases.get(CaseId("cas-retire"))
        retracted.retract()
        await unit.cases.save(retracted)
        await unit.commit()
    async with uow() as unit:
        assert [case.id for case in await unit.cases.all()] == ["cas-avis", "cas-loin"]
        assert (await unit.cases.get(CaseId("cas-retire"))).retracted


async def test_a_case_is_saved_by_one_at_a_time(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        await unit.cases.add(a_case())
        first, second = await unit.cases.get(CASE), await unit.cases.get(CASE)
        await unit.cases.save(first)
        with pytest.raises(Conflict):
            await unit.cases.save(second)


async def test_a_second_judgment_on_a_request_takes_the_place_of_the_first(
    uow: UnitOfWorkFactory,
) -> None:
    request = RequestId("request")
    async with uow() as unit:
        await unit.judgments.add(Judgment(HERE, CASE, useful=True, request=request))
        await unit.judgments.add(Judgment(HERE, CASE, useful=False, request=request))
        await unit.judgments.add(Judgment(HERE, CaseId("other"), useful=True, request=request))
        await unit.judgments.add(Judgment(ELSEWHERE, CASE, useful=True, request=request))
        await unit.commit()
    async with uow() as unit:
        assert await unit.judgments.all(HERE) == [
            Judgment(HERE, CASE, useful=False, request=request),
            Judgment(HERE, CaseId("other"), useful=True, request=request),
        ]


async def test_judgments_of_free_searches_add_up(uow: UnitOfWorkFactory) -> None:
    async with uow() as unit:
        for _ in range(2):
            await unit.judgments.add(Judgment(HERE, CASE, useful=True))
        await unit.commit()
    async with uow() as unit:
        assert await unit.judgments.all(HERE) == [Judgment(HERE, CASE, useful=True)] * 2
