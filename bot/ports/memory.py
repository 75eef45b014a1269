"""The casebook as the core sees it: found, shown and learnt."""

from collections.abc import Collection, Sequence
from typing import Protocol

from bot.domain.case_draft import CommunityCase
from bot.domain.casebook import CaseSheet, Filters, Findings, PlaybookSheet
from bot.domain.ids import CaseId, CommunityId
from bot.domain.people import Language
from bot.domain.vocabulary import Category


class CaseSearch(Protocol):
    """The memory: finds, shows and learns cases."""

    async def search(
        self,
        question: str,
        *,
        community: CommunityId,
        language: Language,
        shared: Collection[CommunityId] = (),
        categories: Sequence[tuple[Category, float]] = (),
        filters: Filters | None = None,
        limit: int = 3,
    ) -> Findings: ...
    async def case(
        self,
        case: CaseId,
        *,
        community: CommunityId,
        language: Language,
        shared: Collection[CommunityId] = (),
    ) -> CaseSheet | None:
        """Return a case that the community may read, or one of those who share theirs with it."""
        ...

    async def playbook(self, playbook: str, language: Language) -> PlaybookSheet | None: ...
    async def playbook_for(
        self, category: Category | None, language: Language
    ) -> PlaybookSheet: ...
    async def playbooks(self, language: Language) -> Sequence[PlaybookSheet]: ...
    async def closeness(self, text: str, others: Sequence[str]) -> Sequence[float]:
        """Return how close ``text`` is to each of ``others``, from 0 to 1."""
        ...

    async def echoes(self, text: str, points: Sequence[str]) -> Sequence[str]:
        """Return for each point the words of ``text`` that say the same, or nothing."""
        ...

    async def stories(
        self,
        *,
        community: CommunityId,
        language: Language,
        category: Category,
        shared: Collection[CommunityId] = (),
    ) -> Sequence[CaseSheet]:
        """Return the cases of a kind that the community may read and that can be played."""
        ...

    async def learn(self, case: CommunityCase) -> None:
        """Make a case findable at once, or its newer words."""
        ...

    async def forget(self, case: CaseId) -> None: ...
