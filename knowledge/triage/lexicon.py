"""Finds the phrases of a word list in a text, in time linear in its length."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from knowledge.triage.data import read_lines
from knowledge.triage.tokens import Token
from knowledge.words import fold

_PART = re.compile(r"[a-z]+\*?|\d+|#|_")
_SHORTEST_STEM = 2


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens ``start`` to ``stop`` (excluded) that say ``concept``."""

    concept: str
    start: int
    stop: int


@dataclass(slots=True)
class _Node:
    """A word of a phrase, and what may follow it."""

    words: dict[str, _Node] = field(default_factory=dict)
    stems: dict[str, _Node] = field(default_factory=dict)
    number: _Node | None = None
    any: _Node | None = None
    concepts: set[str] = field(default_factory=set)

    def grow(self, part: str) -> _Node:
        """Return the node for ``part`` after this one, made if needed."""
        if part == "#":
            self.number = self.number or _Node()
            return self.number
        if part == "_":
            self.any = self.any or _Node()
            return self.any
        if part.endswith("*"):
            return self.stems.setdefault(part[:-1], _Node())
        return self.words.setdefault(part, _Node())

    def after(self, word: str) -> Iterator[_Node]:
        """Yield the nodes that ``word`` leads to."""
        if word in self.words:
            yield self.words[word]
        if self.stems:
            yield from self._stems(word)
        if self.number and (word.isdecimal() or word in _numbers()):
            yield self.number
        if self.any:
            yield self.any

    def said(self) -> set[str]:
        """Return the concepts said from here on."""
        nexts = [*self.words.values(), *self.stems.values(), self.number, self.any]
        return self.concepts.union(*(node.said() for node in nexts if node))

    def _stems(self, word: str) -> Iterator[_Node]:
        for length in range(_SHORTEST_STEM, len(word) + 1):
            if node := self.stems.get(word[:length]):
                yield node


class Lexicon:
    """Concepts and the phrases that say them; an idiom hides the words it is made of."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.concepts: list[str] = []
        self._root = _Node()
        classes: dict[str, list[str]] = {}
        for name, phrases in _paragraphs(lines):
            if name.startswith("="):
                classes[name[1:]] = phrases
            else:
                self.concepts.append(name)
                self._learn(name, (spelt for p in phrases for spelt in _spelt_out(p, classes)))

    @classmethod
    def load(cls, name: str) -> Lexicon:
        """Read one of the word lists that ship with the triage."""
        return cls(read_lines(f"{name}.txt"))

    def match(self, tokens: Sequence[Token]) -> list[Match]:
        """Return what is said, longest phrase first at each place, idioms hiding their words."""
        found = [match for start in range(len(tokens)) for match in self._from(tokens, start)]
        hidden = _idiom_lengths(found)
        kept = (m for m in found if _is_idiom(m) or not _is_hidden(m, hidden))
        return _without_overlaps(kept)

    def silent(self) -> list[str]:
        """Return the concepts that no phrase says."""
        return sorted(set(self.concepts) - self._root.said())

    def _learn(self, concept: str, phrases: Iterable[str]) -> None:
        for phrase in phrases:
            node = self._root
            for part in _PART.findall(fold(phrase)):
                node = node.grow(part)
            node.concepts.add(concept)

    def _from(self, tokens: Sequence[Token], start: int) -> Iterator[Match]:
        nodes = [self._root]
        for stop in range(start, len(tokens)):
            nodes = [after for node in nodes for after in node.after(tokens[stop].word)]
            if not nodes:
                return
            for concept in sorted({concept for node in nodes for concept in node.concepts}):
                yield Match(concept, start, stop + 1)


def _paragraphs(lines: Iterable[str]) -> list[tuple[str, list[str]]]:
    """Return each concept or class with its phrases; a phrase may run on to the next line."""
    paragraphs: list[tuple[str, str]] = []
    for line in lines:
        if line.startswith("["):
            paragraphs.append((line.strip("[] "), ""))
        else:
            name, phrases = paragraphs[-1]
            paragraphs[-1] = (name, f"{phrases} {line}")
    return [(name, [p for p in phrases.split(",") if p.strip()]) for name, phrases in paragraphs]


def _spelt_out(phrase: str, classes: Mapping[str, Sequence[str]]) -> list[str]:
    """Return ``phrase`` once for each word of the class that it names, if it names one."""
    before, brace, rest = phrase.partition("{")
    if not brace:
        return [phrase]
    name, _, after = rest.partition("}")
    return [f"{before}{word}{after}" for word in classes[name]]


@cache
def _numbers() -> frozenset[str]:
    return frozenset(word for line in read_lines("numbers.txt") for word in line.split())


def _is_idiom(match: Match) -> bool:
    return match.concept.startswith("idiom")


def _idiom_lengths(matches: Iterable[Match]) -> Mapping[int, int]:
    """Return, for each token that an idiom covers, the length of the longest such idiom."""
    lengths: dict[int, int] = {}
    for match in filter(_is_idiom, matches):
        for place in range(match.start, match.stop):
            lengths[place] = max(lengths.get(place, 0), match.stop - match.start)
    return lengths


def _is_hidden(match: Match, idioms: Mapping[int, int]) -> bool:
    """Tell whether an idiom at least as long has a word of ``match``."""
    length = match.stop - match.start
    return any(idioms.get(place, 0) >= length for place in range(match.start, match.stop))


def _without_overlaps(matches: Iterable[Match]) -> list[Match]:
    ends: dict[str, int] = {}
    kept = []
    for match in sorted(matches, key=lambda m: (m.start, -m.stop, m.concept)):
        if match.start >= ends.get(match.concept, 0):
            kept.append(match)
            ends[match.concept] = match.stop
    return kept
