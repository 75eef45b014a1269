"""The casebook and its search behind the core's port, off the event loop."""

from collections.abc import Callable, Collection, Sequence
from time import perf_counter

from adapters.sheets import case_sheet, excerpt, playbook_sheet
from adapters.thinking import thought
from bot.domain.case_draft import CommunityCase
from bot.domain.casebook import CaseSheet, Filters, Findings, PlaybookSheet
from bot.domain.drill import scenes_of
from bot.domain.ids import CaseId, CommunityId
from bot.domain.people import Language
from bot.domain.vocabulary import Category
from knowledge.casebook import Casebook
from knowledge.closeness import Closeness
from knowledge.embedder import Embedder
from knowledge.likeness import Likeness
from knowledge.model import Case, Playbook, PlaybookId
from knowledge.model import CaseId as KnownCaseId
from knowledge.search import CaseSearch
from knowledge.search import Filters as KnownFilters

FALLBACK_PLAYBOOK = PlaybookId("premiere-heure")


class KnowledgeSearch:
    """Finds, shows and learns cases; a community sees the shipped ones, its own and shared ones.

    ``took`` hears how many seconds each search took.
    """

    def __init__(
        self,
        book: Casebook,
        search: CaseSearch,
        embedder: Embedder | None,
        *,
        took: Callable[[float], None] = lambda seconds: None,
    ) -> None:
        self._book, self._search, self._took = book, search, took
        self._near = Closeness(embedder) if embedder else None
        self._likeness = Likeness()
        self._cases: dict[str, Case] = {str(id): case for id, case in book.cases.items()}

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
    ) -> Findings:
        """Return the closest cases, and how close they honestly are."""
        wanted = filters or Filters()
        narrowed = KnownFilters(
            category=wanted.category,
            sector=wanted.sector,
            platform=wanted.platform,
            outcome=wanted.outcome,
            community=community,
            shared=tuple(shared),
        )
        guessed = [(category.value, share) for category, share in categories]
        began = perf_counter()
        answer = await thought(
            self._search.search, question, k=limit, filters=narrowed, categories=guessed
        )
        self._took(perf_counter() - began)
        hits = [hit for hit in answer.hits if hit.case_id in self._cases]
        found = [excerpt(self._cases[hit.case_id], hit, language) for hit in hits]
        return Findings(tuple(found), answer.closeness, answer.mode.kind)

    async def case(
        self,
        case: CaseId,
        *,
        community: CommunityId,
        language: Language,
        shared: Collection[CommunityId] = (),
    ) -> CaseSheet | None:
        """Return a whole case that this community may see."""
        found = self._cases.get(case)
        if found is None or found.community not in (None, community, *shared):
            return None
        return case_sheet(found, language)

    async def playbook(self, playbook: str, language: Language) -> PlaybookSheet | None:
        """Return a first-hour card by its id."""
        found = self._book.playbook(PlaybookId(playbook), language)
        return playbook_sheet(found) if found else None

    async def playbook_for(self, category: Category | None, language: Language) -> PlaybookSheet:
        """Return the card for a kind of crisis, else the one for the first hour."""
        wanted = category.value if category else ""
        own = [p for p in self._in(language) if p.category == wanted]
        named = [p for p in own if p.id == wanted] or own
        found = named[0] if named else self._book.playbook(FALLBACK_PLAYBOOK, language)
        if found is None:
            raise LookupError(FALLBACK_PLAYBOOK)
        return playbook_sheet(found)

    async def playbooks(self, language: Language) -> Sequence[PlaybookSheet]:
        """Return every card in one language."""
        return [playbook_sheet(found) for found in self._in(language)]

    async def closeness(self, text: str, others: Sequence[str]) -> Sequence[float]:
        """Return how close ``text`` is to each of ``others``; 0 without a model."""
        if self._near is None or not any(others):
            return [0.0] * len(others)
        return await thought(self._near.of, text, others)

    async def echoes(self, text: str, points: Sequence[str]) -> Sequence[str]:
        """Return for each point the words of ``text`` that say the same, or nothing."""
        return await thought(self._likeness.echoes, text, points)

    async def stories(
        self,
        *,
        community: CommunityId,
        language: Language,
        category: Category,
        shared: Collection[CommunityId] = (),
    ) -> Sequence[CaseSheet]:
        """Return the cases of a kind that this community may see and play."""
        readable = (None, community, *shared)
        sheets = [
            case_sheet(case, language)
            for case in self._cases.values()
            if case.category == category.value and case.community in readable
        ]
        return [sheet for sheet in sheets if scenes_of(sheet)]

    async def learn(self, case: CommunityCase) -> None:
        """Make a case findable at once, or its newer words."""
        known = known_case(case)
        self._cases[known.id] = known
        await thought(self._search.add, known)

    async def forget(self, case: CaseId) -> None:
        """Take a case out of every answer."""
        self._cases.pop(case, None)
        await thought(self._search.retract, KnownCaseId(case))

    def _in(self, language: Language) -> list[Playbook]:
        return [p for (_, code), p in self._book.playbooks.items() if code == language]


def known_case(case: CommunityCase) -> Case:
    """Return a community's case in the words of the memory."""
    story = case.story
    return Case(
        id=KnownCaseId(case.id),
        title=story.title,
        category=story.category.value,
        language=story.language,
        community=case.community,
        date=case.published_on.strftime("%Y-%m"),
        formulations=(case.formulation,),
        trigger=story.situation,
        response=tuple(line for line in story.response.splitlines() if line.strip()),
        ending=story.outcome,
        lessons=story.lessons,
    )
