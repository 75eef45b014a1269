"""Names beside what the person is: « mon stagiaire, Timothée », « Priya from legal »."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.lexicon import words
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.people.names import (
    CAPITAL,
    CAPITAL_WORD,
    could_be_a_name,
    first_names,
    name_at,
    names_in,
)
from knowledge.redaction.span import Span
from knowledge.redaction.writing import starts_sentence

#: « cheffe de projet », « responsable de la com », « chargée marketing ».
_OF_WHAT: Final = r"(?: (?:de la|de l'|de|du|des|d'|en|of|for|in)? ?[a-z]{2,20}+)"
_AFTER_A_ROLE: Final = re.compile(
    rf"\w+(?:\+\d)?(?:{_OF_WHAT}{{1,2}}(?:, |: | : | - | ?\()|(?:,|:| :| -)? | ?\()"
    rf"(?P<name>{CAPITAL})(?![\w@])"
)
_OURS: Final = (
    r"(?:notre|mon|ma|nos|mes|son|sa|leur|le|la|un|une|ce|cette|our|my|his|her|their|the|an?)"
)
_MINE: Final = r"(?:notre|mon|ma|our|my)"
_BEFORE_A_ROLE: Final = re.compile(
    rf"{CAPITAL_WORD.pattern}(?= \((?:{_OURS} )?(?P<in_brackets>[\w+-]++)"
    rf"|(?:, {_OURS}| {_MINE}) (?:[a-z]++ )?(?P<apposed>[\w+-]++))"
)
_OF_A_DEPARTMENT: Final = re.compile(
    rf"{CAPITAL_WORD.pattern}(?= (?:du|de la|des|de l'|de chez l'|from|in|at|a la|au|aux)"
    r" ?(?:service |equipe |the )?(?P<where>[a-z]++))"
)


class RoleClue:
    """Finds names that no list has, by the role or the department beside them."""

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield names in capitals that no dictionary has as a word."""
        yield from names_in(text, text.matches_at(words("roles"), _AFTER_A_ROLE, cased=True))
        for found in _BEFORE_A_ROLE.finditer(text.text):
            role = (found["in_brackets"] or found["apposed"]).lower()
            if role in words("roles") and could_be_a_name(found.group()):
                yield name_at(text, *found.span())
        for found in _OF_A_DEPARTMENT.finditer(text.text):
            if found["where"] in words("departments") and _is_a_name_here(text, found):
                yield name_at(text, *found.span())


def _is_a_name_here(text: Normalised, found: re.Match[str]) -> bool:
    """Distrust the capital of a sentence's first word, unless it is a known first name."""
    word = found.group()
    known = word.lower() in first_names()
    return could_be_a_name(word) and (known or not starts_sentence(text.text, found.start()))
