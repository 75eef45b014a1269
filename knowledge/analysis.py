"""Cuts documents and questions into what the indexes compare: stems, ideas and letters."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
import numpy.typing as npt

from knowledge.lexical.concepts import PLAIN, Concepts
from knowledge.lexical.grams import PassageGrams
from knowledge.lexical.spelling import Spelling
from knowledge.lexical.tokens import GramIds, Stemmer, everyday_words, gram_ids, stopwords
from knowledge.lexical.tongue import Tongue, tongue
from knowledge.words import words

_MISTYPED = 0.8  # what a corrected word is worth beside one that was typed right


@dataclass(frozen=True, slots=True)
class Passage:
    """A text of a document; ``quoted`` ones are compared one by one and shown as the reason."""

    text: str
    weight: float = 1.0
    quoted: bool = True


@dataclass(frozen=True, slots=True)
class Document:
    """What is indexed under one id; ``properties`` are names and values to filter by."""

    id: str
    passages: tuple[Passage, ...]
    properties: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Analysed:
    """A document, cut."""

    stems: dict[str, float]
    ideas: dict[str, float]
    passages: tuple[PassageGrams, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A question, cut; ``vector`` is None when no model is on.

    ``said`` are the stems of all words, small ones too; ``notions`` are all ideas, also those of
    ordinary life and work, which no case is about. Both come again as often as they are said.
    """

    words: tuple[str, ...]
    stems: dict[str, float]
    ideas: dict[str, float]
    said: tuple[str, ...]
    notions: tuple[str, ...]
    grams: GramIds
    tongue: Tongue
    vector: npt.NDArray[np.float32] | None = None


class Analyzer:
    """Knows the trade's ideas and the collection's words; not for several threads."""

    def __init__(self, concepts: Concepts, stemmer: Stemmer) -> None:
        self._concepts, self._stem = concepts, stemmer
        self._spelling = Spelling()
        self._spelling.learn(concepts.vocabulary)
        # Words that are right as they are, though no case uses them.
        self._right = {stemmer(word) for word in everyday_words() | concepts.vocabulary}

    def document(self, document: Document) -> Analysed:
        """Cut a document, and learn its words for the questions to come."""
        stems: dict[str, float] = defaultdict(float)
        ideas: dict[str, float] = defaultdict(float)
        grams: list[PassageGrams] = []
        for passage in document.passages:
            text = words(passage.text)
            self._spelling.learn(text)
            self._right.update(map(self._stem, text))
            for stem in self._stems(text):
                stems[stem] += passage.weight
            for idea in self._concepts.ideas(text):
                if not idea.startswith(PLAIN):
                    ideas[idea] += passage.weight
            letters = gram_ids(text)
            grams.append(PassageGrams(letters, passage.weight, passage.quoted, tongue(text)))
        return Analysed(stems, ideas, tuple(grams))

    def question(self, text: str, vector: npt.NDArray[np.float32] | None = None) -> Question:
        """Cut a question; a mistyped word stands for the known words nearest to it."""
        typed = words(text)
        meant: list[str] = []
        stems: dict[str, float] = {}
        for word in typed:
            nearest = () if self._stem(word) in self._right else self._spelling.nearest(word)
            weight = _MISTYPED if nearest else 1.0
            meant.append(nearest[0] if nearest else word)
            for stem in self._stems(nearest or (word,)):
                stems[stem] = max(weight, stems.get(stem, 0))
        notions = tuple(self._concepts.ideas(meant))
        counts = Counter(notions).items()
        ideas = {idea: 1 + log(n) for idea, n in counts if not idea.startswith(PLAIN)}
        said = tuple(map(self._stem, meant))
        letters, asked_in = gram_ids(typed), tongue(typed)
        return Question(tuple(typed), stems, ideas, said, notions, letters, asked_in, vector)

    def shared_words(self, question: Question, texts: Sequence[str]) -> list[tuple[str, ...]]:
        """Return the question's words that each text takes up: the same stem, or the same idea."""
        asked = [(word, self._senses((word,))) for word in dict.fromkeys(question.words)]
        told = [self._senses(words(text)) for text in texts]
        return [tuple(word for word, senses in asked if senses & other) for other in told]

    def _senses(self, text: Sequence[str]) -> set[str]:
        return {*self._stems(text), *(f"={idea}" for idea in self._concepts.ideas(text))}

    def _stems(self, text: Sequence[str]) -> Iterator[str]:
        return (self._stem(word) for word in text if word not in stopwords())
