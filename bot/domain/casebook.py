"""What the memory holds and finds, as people read it."""

from dataclasses import dataclass
from typing import Literal

from bot.domain.ids import CaseId
from bot.domain.vocabulary import Category


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A found case in a few lines; ``passage`` and ``words`` are why it was found."""

    id: CaseId
    title: str
    outcome: str
    done: tuple[str, ...]
    ending: str
    lessons: tuple[str, ...]
    passage: str
    words: tuple[str, ...] = ()


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
    category: Category
    outcome: str
    sector: str
    country: str
    date: str
    platforms: tuple[str, ...]
    trigger: str
    escalation: str
    response: tuple[str, ...]
    ending: str
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
class Passage:
    """A piece of a card's text: heading, text, item, quote, or row (cells split by tabs)."""

    kind: Literal["heading", "text", "item", "quote", "row"]
    text: str


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
    body: tuple["Passage", ...]
    sources: tuple[SourceLink, ...] = ()
    see: tuple[CaseId, ...] = ()


@dataclass(frozen=True, slots=True)
class Filters:
    """What a search is narrowed to; empty means any."""

    category: str = ""
    sector: str = ""
    platform: str = ""
    outcome: str = ""
