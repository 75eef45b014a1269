"""What people thought of the cases that the search suggested, as the search's own measure."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Annotated, Any

import typer

from bot.cli.output import print_json
from bot.cli.store import community_named, open_store
from bot.domain.statistics import LEAST_SHOWN
from bot.ports.store import Judgment
from bot.settings import Settings, read_settings

COMMUNITY = typer.Option(help="What people call it, or its id.")


def judgments(community: Annotated[str, COMMUNITY]) -> None:
    """Measure the search by what people said of its suggestions: useful, or not.

    Nothing is told of fewer than five answers: a small number can point at somebody.
    """
    print_json(_figures(asyncio.run(_judgments(read_settings(), community))))


async def _judgments(settings: Settings, name: str) -> Sequence[Judgment]:
    async with open_store(settings) as store, store.uow() as uow:
        return await uow.judgments.all((await community_named(uow, name)).id)


def _figures(found: Sequence[Judgment]) -> Mapping[str, Any]:
    judged = Counter(each.case for each in found)
    useful = Counter(each.case for each in found if each.useful)
    told = {case: count for case, count in judged.most_common() if count >= LEAST_SHOWN}
    return {
        "useful": _share(sum(useful.values()), len(found)),
        "cases": {case: _share(useful[case], count) for case, count in told.items()},
    }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 2) if whole >= LEAST_SHOWN else None
