"""How a text is written: where its sentences start, and whether its author uses capitals."""

import re
from functools import cache
from typing import Final

from knowledge.redaction.lexicon import words
from knowledge.redaction.normalise import BLANK

_SKIPPED: Final = " \t\"'([*_>-~#"
_LOOK_BACK: Final = 8
_SENTENCE: Final = re.compile(r"(?:^|[.!?]\s|\n)[\s\"'*>-]{0,4}(?:([A-Z])|([a-z]))")
_FOLLOWING: Final = re.compile(r"(?:[.,]\d+)? ?([€$£%]|[a-z]+)")
#: How an ordinary word's other forms end, and how its form of the lists ends then.
_ENDINGS: Final = (
    *(("s", ""), ("x", ""), ("e", ""), ("es", ""), ("aux", "al"), ("nt", ""), ("ment", "")),
    *(("ee", "er"), ("ees", "er"), ("e", "er"), ("es", "er"), ("ent", "er"), ("ait", "er")),
    *(("ais", "er"), ("aient", "er"), ("ant", "er"), ("ons", "er"), ("ez", "er"), ("a", "er")),
    *(("era", "er"), ("erait", "er"), ("eront", "er"), ("i", "ir"), ("it", "ir"), ("is", "ir")),
    *(("r", ""), ("d", ""), ("ed", ""), ("ing", ""), ("ing", "e"), ("ly", ""), ("ies", "y")),
)
_LEMMAS: Final = {
    end: tuple(lemma for other, lemma in _ENDINGS if other == end) for end, _ in _ENDINGS
}
_LONGEST_ENDING: Final = max(map(len, _LEMMAS))
_FEWEST_LETTERS: Final = 3


def starts_sentence(text: str, at: int) -> bool:
    """Say whether a capital at ``at`` may owe to its place rather than to its word."""
    for before in range(at - 1, max(-1, at - 1 - _LOOK_BACK), -1):
        char = text[before]
        if char not in _SKIPPED:
            return not char.isalnum() and char not in f",%/&+€$@{BLANK}"
    return True


def uses_capitals(text: str) -> bool:
    """Say whether most sentences start with a capital; if not, small letters mean nothing."""
    starts = [bool(capital) for capital, _ in _SENTENCE.findall(text)]
    return 2 * sum(starts) >= len(starts)


def is_ordinary(word: str) -> bool:
    """Say whether a folded, lowered word is in the dictionary, in French or in English."""
    dictionary = _dictionary()
    if word in dictionary:
        return True
    shortest = max(_FEWEST_LETTERS, len(word) - _LONGEST_ENDING)
    return any(
        word[:stem] + lemma in dictionary
        for stem in range(shortest, len(word))
        for lemma in _LEMMAS.get(word[stem:], ())
    )


@cache
def _dictionary() -> frozenset[str]:
    return words("ordinary_fr") | words("ordinary_en") | words("function_words")


def counts(lower: str, end: int) -> bool:
    """Say whether the number that ends here counts something: « 1 200 € », « 48 heures »."""
    following = _FOLLOWING.match(lower, end, end + 16)
    return following is not None and following[1] in words("counted")
