"""Tells French from English by the small words, so that an answer is explained in the asker's."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Final

from knowledge.words import words

_FRENCH: Final = frozenset(
    words(
        "au aux avec c ce ces cette d dans de des donc du elle est et il ils j jai je jme jsuis l"
        " la le les leur ma mais mes mon ne nos notre nous on ou par pas pour qu que qui sa ses son"
        " sont sur un une va vous ya"
    )
)
_ENGLISH: Final = frozenset(
    words(
        "a after all an and are as at be but by can do for from had has have he how i if in is it"
        " my not of or our out she should so that the their them they this to up us was we were"
        " what who why with you your"
    )
)


class Tongue(IntEnum):
    """A language; the two are each other's opposite, and 0 is neither."""

    FRENCH = -1
    UNSURE = 0
    ENGLISH = 1


def tongue(text: Sequence[str]) -> Tongue:
    """Return the language that most of the small words of a folded text belong to."""
    difference = sum((word in _ENGLISH) - (word in _FRENCH) for word in text)
    return Tongue((difference > 0) - (difference < 0))
