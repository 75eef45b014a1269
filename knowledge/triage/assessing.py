"""Turns the models' probabilities into a first reading that a person can act on."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from knowledge.embedder import Embedder
from knowledge.triage import weights
from knowledge.triage.reading import Reading
from knowledge.triage.tasks import ABOUT, FEELING, HOW_SOON, TONE
from knowledge.triage.text_model import TextModel

Urgency = Literal["now", "today", "week"]
Risk = Literal["danger", "distress", "none"]
Label = Literal["blame", "ok"]

# Chosen by cross-validation on the examples, see docs/adr/0005-triage.md.
_PRONOUN_LENGTH = 2  # « je » and « tu » explain nothing beside longer words
_SECOND_CATEGORY = 0.20
_NOW = 0.20
_DANGER = -1.4
_CALM = 0.3  # how much a calm text weighs against a sign of danger
_DISTRESS = 0.5
# At these two, 3.9 % of harmless replies are asked about.
_BLAME = 0.60
_BLAME_UNSAID = 0.75  # without a known phrase of blame: a short « ok » must pass unasked


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a label was given: the writer's own words that speak most for it."""

    kind: str
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Assessment:
    """A first reading; ``risk`` is for the writer's eyes only, and is never a diagnosis."""

    categories: tuple[tuple[str, float], ...]
    urgency: Urgency
    risk: Risk
    why: tuple[Explanation, ...]


@dataclass(frozen=True, slots=True)
class Tone:
    """Whether a reply reads as a reproach rather than as help."""

    label: Label
    why: tuple[Explanation, ...]


class Triage:
    """Reads crises and replies; nothing of a text is kept."""

    def __init__(self, embedder: Embedder | None = None) -> None:
        self._about = weights.load(ABOUT)
        self._how_soon = weights.load(HOW_SOON)
        self._feeling = weights.load(FEELING)
        self._tone = weights.load(TONE)

    def assess(self, text: str) -> Assessment:
        """Say what ``text`` is about, how soon it presses and how its writer feels."""
        about = self._about.read(text)
        categories = self._categories(about)
        why = [_explained(self._about, about, category) for category, _ in categories]
        felt = self._feeling.read(text)
        risk = decide_risk(self._feeling.probabilities(felt))
        soon = self._how_soon.read(text)
        urgency = hastened(decide_urgency(self._how_soon.probabilities(soon)), risk)
        why.append(_explained(self._how_soon, soon, urgency))
        if risk != "none":
            why.append(_explained(self._feeling, felt, risk))
        return Assessment(categories, urgency, risk, tuple(why))

    def categories(self, text: str) -> tuple[tuple[str, float], ...]:
        """Say only what ``text`` is about."""
        return self._categories(self._about.read(text))

    def _categories(self, about: Reading) -> tuple[tuple[str, float], ...]:
        return decide_categories(self._about.probabilities(about)) if about.tokens else ()

    def tone(self, reply: str) -> Tone:
        """Say whether ``reply`` blames the person it answers."""
        reading = self._tone.read(reply)
        if not blames(self._tone.probabilities(reading)["blame"], reading):
            return Tone("ok", ())
        return Tone("blame", (_explained(self._tone, reading, "blame"),))


def decide_categories(probabilities: Mapping[str, float]) -> tuple[tuple[str, float], ...]:
    """Keep the likeliest category, and the second if it is likely enough."""
    first, second = sorted(probabilities.items(), key=lambda item: -item[1])[:2]
    return (first, second) if second[1] >= _SECOND_CATEGORY else (first,)


def decide_urgency(probabilities: Mapping[str, float]) -> Urgency:
    """Prefer ``now`` early: calling too soon costs less than calling too late."""
    if probabilities["now"] >= _NOW:
        return "now"
    return "today" if probabilities["today"] >= probabilities["week"] else "week"


def hastened(urgency: Urgency, risk: Risk) -> Urgency:
    """Let nobody in distress wait for a week, however long it has lasted."""
    if risk == "danger":
        return "now"
    return "today" if risk == "distress" and urgency == "week" else urgency


def blames(probability: float, reply: Reading) -> bool:
    """Ask for more certainty where no known phrase of blame is said."""
    is_said = any(match.concept.startswith("blame.") for match in reply.matches)
    return probability >= (_BLAME if is_said else _BLAME_UNSAID)


def decide_risk(probabilities: Mapping[str, float]) -> Risk:
    """Weigh the signs of danger against those of calm; distress is taken as danger when unsure."""
    if danger_score(probabilities) >= _DANGER:
        return "danger"
    return "none" if probabilities["none"] >= _DISTRESS else "distress"


def danger_score(probabilities: Mapping[str, float]) -> float:
    """Return the log-odds of danger, less a share of those of calm."""
    return _log_odds(probabilities["danger"]) - _CALM * _log_odds(probabilities["none"])


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 1e-6), 1 - 1e-6)
    return math.log(bounded / (1 - bounded))


def _explained(model: TextModel, reading: Reading, label: str) -> Explanation:
    evidence = model.evidence(reading, label)
    told = tuple(words for words in evidence if len(words) > _PRONOUN_LENGTH)
    return Explanation(label, told or evidence)
