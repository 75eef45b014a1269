"""What the casebook holds: cases and playbooks, as plain immutable values."""

from dataclasses import dataclass
from typing import NewType

CaseId = NewType("CaseId", str)
PlaybookId = NewType("PlaybookId", str)

CATEGORIES = (
    "bad-buzz",
    "trolls-harcelement",
    "boulette",
    "compte-pirate",
    "pression-direction",
    "ethique",
    "portee-payante",
    "moderation",
    "relation-client",
    "communaute-en-revolte",
    "fake-news",
    "cadre-metier",
    "epuisement",
    "influenceurs",
)
OUTCOMES = ("success", "mixed", "failure")
CONFIDENCES = ("high", "medium")
LANGUAGES = ("fr", "en")
URGENCIES = ("now", "today", "week")


@dataclass(frozen=True, slots=True)
class Source:
    """Where a fact was read; ``recheck`` marks one that deserves a second look."""

    title: str
    url: str
    date: str = ""
    recheck: bool = False


@dataclass(frozen=True, slots=True)
class TimelineStep:
    """What the community manager saw at a moment, and what was really done then."""

    at: str
    event: str
    response: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One timed action of a playbook."""

    at: str
    do: str


@dataclass(frozen=True, slots=True)
class WarnRow:
    """One row of an escalation table: a role, when and how to warn it."""

    who: str
    when: str
    how: str
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A resolved, anonymised story.

    ``community`` is None for the cases that ship with the casebook.
    ``formulations`` are how somebody living the same thing would say it: the search matches them.
    """

    id: CaseId
    title: str
    category: str
    language: str = "fr"
    community: str | None = None
    title_en: str = ""
    also: tuple[str, ...] = ()
    sector: str = ""
    country: str = ""
    date: str = ""
    platforms: tuple[str, ...] = ()
    organisation: str = ""
    outcome: str = ""
    confidence: str = ""
    formulations: tuple[str, ...] = ()
    formulations_en: tuple[str, ...] = ()
    timeline: tuple[TimelineStep, ...] = ()
    summary_en: str = ""
    sources: tuple[Source, ...] = ()
    trigger: str = ""
    escalation: str = ""
    response: tuple[str, ...] = ()
    ending: str = ""
    lessons: tuple[str, ...] = ()

    @property
    def categories(self) -> tuple[str, ...]:
        """The main category, then the others."""
        return (self.category, *self.also)


@dataclass(frozen=True, slots=True, kw_only=True)
class Playbook:
    """A first-hour card for one kind of crisis; ``body`` is Markdown."""

    id: PlaybookId
    title: str
    category: str
    language: str = "fr"
    also: tuple[str, ...] = ()
    urgency: str = "today"
    summary: str = ""
    formulations: tuple[str, ...] = ()
    steps: tuple[Step, ...] = ()
    warn: tuple[WarnRow, ...] = ()
    avoid: tuple[str, ...] = ()
    sources: tuple[Source, ...] = ()
    see: tuple[CaseId, ...] = ()
    reviewed: str = ""
    body: str = ""

    @property
    def categories(self) -> tuple[str, ...]:
        """The main category, then the others."""
        return (self.category, *self.also)
