"""Reads the ideas behind the words: people in trouble say one thing in many ways."""

from collections.abc import Iterator, Sequence
from importlib import resources
from itertools import pairwise

from knowledge.lexical.tokens import Stemmer, stopwords
from knowledge.words import words

Phrase = tuple[str, ...]

# Ideas of who, where and what with: they speak of no trouble by themselves.
SCENE = "scene/"
# Ideas of ordinary life and work: they speak against trouble.
PLAIN = "plain/"


class Concepts:
    """A thesaurus of the trade: words, beginnings of words and phrases, each to its ideas."""

    def __init__(self, text: str, *, stemmer: Stemmer) -> None:
        self._stem = stemmer
        self._words: dict[str, set[str]] = {}
        self._exact: dict[str, set[str]] = {}
        self._beginnings: dict[str, set[str]] = {}
        self._phrases: dict[tuple[str, str], dict[Phrase, set[str]]] = {}
        self._known: dict[str, tuple[str, ...]] = {}
        self.vocabulary: set[str] = set()
        for idea, entry in _entries(text):
            self._learn(idea, entry)

    def ideas(self, text: Sequence[str]) -> list[str]:
        """Return the ideas in a text of folded words, again each time one returns."""
        found = [idea for word in text for idea in self.ideas_of(word)]
        stems = [self._stem(word) for word in text]
        for place, beginning in enumerate(pairwise(stems)):
            for phrase, meant in self._phrases.get(beginning, {}).items():
                if tuple(stems[place : place + len(phrase)]) == phrase:
                    found += sorted(meant)
        return found

    def ideas_of(self, word: str) -> tuple[str, ...]:
        """Return the ideas of one folded word by itself."""
        ideas = self._known.get(word)
        if ideas is None:
            ideas = self._known[word] = tuple(sorted(self._look_up(word)))
        return ideas

    def _look_up(self, word: str) -> set[str]:
        # "ai" and "comment" are French small words before they are English nouns.
        plain = word not in stopwords()
        ideas = set(self._words.get(self._stem(word), ()) if plain else ())
        ideas |= self._exact.get(word, set())
        for size in range(1, len(word) + 1):
            ideas |= self._beginnings.get(word[:size], set())
        return ideas

    def _learn(self, idea: str, entry: str) -> None:
        pieces = words(entry.replace("_", " "))
        self.vocabulary.update(pieces)
        if entry.endswith("="):
            self._exact.setdefault(pieces[0], set()).add(idea)
            return
        if entry.endswith("*") and len(pieces) == 1:
            self._beginnings.setdefault(pieces[0], set()).add(idea)
            return
        phrase = tuple(self._stem(piece) for piece in pieces)
        if len(phrase) == 1:
            self._words.setdefault(phrase[0], set()).add(idea)
        elif phrase:
            beginning = self._phrases.setdefault((phrase[0], phrase[1]), {})
            beginning.setdefault(phrase, set()).add(idea)


def shipped_concepts(stemmer: Stemmer) -> Concepts:
    """Return the thesaurus that comes with the package."""
    text = (resources.files("knowledge.lexical") / "concepts.txt").read_text("utf-8")
    return Concepts(text, stemmer=stemmer)


def _entries(text: str) -> Iterator[tuple[str, str]]:
    for line in text.splitlines():
        idea, colon, entries = line.partition(":")
        if colon and not line.startswith("#"):
            yield from ((idea, entry) for entry in entries.split())
