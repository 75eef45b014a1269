"""The casebook as the core sees it: found, shown and learnt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from bot.domain.case_draft import CommunityCase
from bot.domain.ids import CaseId, CommunityId
from bot.domain.people import Language
from bot.domain.vocabulary import Category


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A found case in a few lines."""

    id: CaseId
    title: str
    outcome: str
    done: tuple[str, ...]
    ending: str
    lessons: tuple[str, ...]
    why: str
    matched: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """The answer to a search; ``closeness`` is honest about how near it is."""

    excerpts: tuple[Excerpt, ...]
    closeness: Literal["close", "near", "none"]
    mode: str


@dataclass(frozen=True, slots=True)
class SourceLink:
    """Where a fact was read."""

    title: str
    url: str
    date: str = ""


@dataclass(frozen=True, slots=True)
class Moment:
    """One step of a case's timeline."""

    at: str
    event: str
    response: str = ""


@dataclass(frozen=True, slots=True)
class CaseSheet:
    """A whole case."""

    id: CaseId
    title: str
    category: str
    facts: Mapping[str, str]
    outcome: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    lessons: tuple[str, ...]
    timeline: tuple[Moment, ...] = ()
    sources: tuple[SourceLink, ...] = ()
    summary_en: str = ""


@dataclass(frozen=True, slots=True)
class Contact:
    """One row of an escalation table."""

    who: str
    when: str
    how: str


@dataclass(frozen=True, slots=True)
class PlaybookSheet:
    """A first-hour card."""

    id: str
    title: str
    category: str
    summary: str
    steps: tuple[tuple[str, str], ...]
    contacts: tuple[Contact, ...]
    avoid: tuple[str, ...]
    body: tuple[tuple[str, str], ...]  # (kind, text): heading, paragraph, item, quote
    sources: tuple[SourceLink, ...] = ()
    see: tuple[CaseId, ...] = ()


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is narrowed to; empty means any."""

    category: str = ""
    sector: str = ""
    platform: str = ""
    outcome: str = ""


class CaseSearch(Protocol):
    """The memory: finds, shows and learns cases."""

    async def search(
        self,
        question: str,
        *,
        community: CommunityId,
        language: Language,
        categories: Sequence[tuple[Category, float]] = (),
        filters: Filters | None = None,
        limit: int = 3,
    ) -> Findings: ...
    async def case(
        self, case: CaseId, *, community: CommunityId, language: Language
    ) -> CaseSheet | None: ...
    async def playbook(self, playbook: str, language: Language) -> PlaybookSheet | None: ...
    async def playbook_for(
        self, category: Category | None, language: Language
    ) -> PlaybookSheet: ...
    async def playbooks(self, language: Language) -> Sequence[PlaybookSheet]: ...
    async def closeness(self, text: str, others: Sequence[str]) -> Sequence[float]:
        """Return how close ``text`` is to each of ``others``, from 0 to 1."""
        ...

    async def learn(self, case: CommunityCase) -> None:
        """Make a case findable at once, or its newer words."""
        ...

    async def forget(self, case: CaseId) -> None: ...
