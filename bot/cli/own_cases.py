"""Brings cases into a community and takes its own ones out, as files."""

from collections.abc import Sequence
from datetime import date

from adapters.case_search import known_case
from adapters.clock import SystemClock
from bot.cli.output import stop
from bot.cli.store import community_named, open_store
from bot.domain.case_draft import CommunityCase, Story
from bot.domain.errors import NotFound
from bot.domain.ids import CaseId, CommunityId
from bot.domain.vocabulary import Category
from bot.ports.store import UnitOfWork
from bot.settings import Settings
from knowledge.model import Case


async def bring_in(
    settings: Settings, cases: Sequence[Case], *, community: str, replace: bool
) -> int:
    """Add cases to a community, all or none; return how many."""
    today = SystemClock().now().date()
    async with open_store(settings) as store, store.uow() as uow:
        home = (await community_named(uow, community)).id
        for case in cases:
            await _bring_in(uow, own_case(case, home, on=today), replace=replace)
        await uow.commit()
    return len(cases)


async def take_out(settings: Settings, *, community: str) -> list[Case]:
    """Return the cases that a community made."""
    async with open_store(settings) as store, store.uow() as uow:
        home = (await community_named(uow, community)).id
        return [known_case(case) for case in await uow.cases.all() if case.community == home]


def own_case(case: Case, community: CommunityId, *, on: date) -> CommunityCase:
    """Return a case of a file in the words of a community; the way back is ``known_case``."""
    story = Story(
        title=case.title,
        situation="\n\n".join(filter(None, (case.trigger, case.escalation))),
        response="\n".join(case.response),
        outcome=case.ending,
        lessons=case.lessons,
        category=Category(case.category),
        language="en" if case.language == "en" else "fr",
    )
    formulation = next(iter(case.formulations), case.title)
    return CommunityCase(CaseId(case.id), community, story, formulation, on)


async def _bring_in(uow: UnitOfWork, case: CommunityCase, *, replace: bool) -> None:
    try:
        known = await uow.cases.get(case.id)
    except NotFound:
        await uow.cases.add(case)
        return
    if known.community != case.community:
        stop(f"{case.id} belongs to another community", advice="Give it another id.")
    if not replace:
        stop(f"{case.id} is there already", advice="--replace puts the newer words in its place.")
    known.story, known.formulation = case.story, case.formulation
    await uow.cases.save(known)
