"""Says which sentence of a text holds a point: shared ideas, stems and letters, no model.

For a rehearsal: did somebody who wrote *j'appelle ma cheffe* think of « Prévenez votre
responsable » ? What is compared is a dozen short points with some sentences, so each pair
is scored; a threshold that was set by eye on answers in plain French, in haste and off topic.
"""

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from knowledge.lexical.concepts import PLAIN, SCENE, shipped_concepts
from knowledge.lexical.tokens import GramIds, Stemmer, gram_ids, stopwords
from knowledge.words import words

ENOUGH = 0.5  # answers on other matters stay under 0.3, plain paraphrases begin near 0.55
_STEMS_COUNTED = 8  # of a long point, so many shared stems are all of it
_DENIALS = frozenset(words("ne pas sans ni jamais aucun aucune rien not without never no"))
_SENTENCE = re.compile(r"(?<=[.!?;…])\s+|\n+|,\s+")


@dataclass(frozen=True, slots=True)
class _Read:
    text: str
    stems: frozenset[str]
    ideas: frozenset[str]
    grams: GramIds
    denies: bool


class Likeness:
    """Finds points again in somebody's own words."""

    def __init__(self) -> None:
        self._stem = Stemmer()
        self._concepts = shipped_concepts(self._stem)
        self._turn = threading.Lock()  # a stemmer serves one thread at a time

    def echoes(self, text: str, points: Sequence[str]) -> list[str]:
        """Return for each point the sentence that says it best, or "" when none does."""
        with self._turn:
            sentences = [self._read(each) for each in _SENTENCE.split(text) if each.strip()]
            return [_best(sentences, self._read(point)) for point in points]

    def _read(self, text: str) -> _Read:
        telling = [word for word in words(text) if word not in stopwords()]
        stems = frozenset(self._stem(word) for word in telling if len(word) > 2)
        ideas = frozenset(self._concepts.ideas(words(text)))
        denies = not _DENIALS.isdisjoint(words(text))
        return _Read(text.strip(), stems, ideas, gram_ids(telling), denies)


def _best(sentences: Sequence[_Read], point: _Read) -> str:
    scored = [(_score(each, point), each.text) for each in sentences if _may_say(each, point)]
    score, text = max(scored, default=(0.0, ""))
    return text if score >= ENOUGH else ""


def _may_say(one: _Read, point: _Read) -> bool:
    """Who says that they do without something does not do it."""
    return point.denies or not one.denies


def _score(one: _Read, point: _Read) -> float:
    stems = len(one.stems & point.stems) / max(1, min(len(point.stems), _STEMS_COUNTED))
    ideas = _cosine(len(one.ideas & point.ideas), len(one.ideas), len(point.ideas))
    shared = int(np.intersect1d(one.grams, point.grams, assume_unique=True).size)
    score = stems + ideas + _cosine(shared, one.grams.size, point.grams.size)
    return score / 2 if _acts(one) and _acts(one).isdisjoint(point.ideas) else score


def _acts(one: _Read) -> frozenset[str]:
    """Return what is done, not to what: taking an image down is not having it read."""
    return frozenset(idea for idea in one.ideas if not idea.startswith((SCENE, PLAIN)))


def _cosine(shared: int, one: int, other: int) -> float:
    return shared / sqrt(one * other) if shared else 0.0
