"""How the phrases of a word list are found."""

import pytest

from knowledge.triage.lexicon import Lexicon, Match
from knowledge.triage.reading import read

LINES = [
    "[idiom_work]",
    "me tuer à la tâche, une tuerie",
    "[danger.death]",
    "me tuer, vais me tuer, mourir",
    "[topic.hack]",
    "pirat*, mot de passe, mots de",
    "passe, depuis # minutes, mon _ chef",
]


@pytest.fixture
def lexicon() -> Lexicon:
    return Lexicon(LINES)


def found(lexicon: Lexicon, text: str) -> list[tuple[str, str]]:
    reading = read(text, lexicon)
    return [(match.concept, reading.phrase(match)) for match in reading.matches]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("On nous a PIRATÉS !", "PIRATÉS"),
        ("le mot de passe", "mot de passe"),
        ("nos mots de passe", "mots de passe"),
        ("depuis 12 minutes", "depuis 12 minutes"),
        ("depuis quelques minutes", "depuis quelques minutes"),
        ("mon petit chef", "mon petit chef"),
    ],
)
def test_a_phrase_is_found_in_the_writers_own_words(
    lexicon: Lexicon, text: str, phrase: str
) -> None:
    assert found(lexicon, text) == [("topic.hack", phrase)]


@pytest.mark.parametrize("text", ["", "le passe", "depuis des minutes", "mon chef", "mourira"])
def test_what_is_not_a_phrase_is_not_found(lexicon: Lexicon, text: str) -> None:
    assert found(lexicon, text) == []


def test_an_idiom_hides_a_shorter_phrase_that_shares_a_word_with_it(lexicon: Lexicon) -> None:
    assert found(lexicon, "je vais me tuer à la tâche") == [("idiom_work", "me tuer à la tâche")]


def test_an_idiom_hides_nothing_elsewhere(lexicon: Lexicon) -> None:
    assert found(lexicon, "une tuerie, mais je veux mourir") == [
        ("idiom_work", "une tuerie"),
        ("danger.death", "mourir"),
    ]


def test_a_concept_takes_the_longest_phrase_once(lexicon: Lexicon) -> None:
    assert read("je vais me tuer", lexicon).matches == [Match("danger.death", 1, 4)]


@pytest.mark.parametrize("name", ["topics", "time", "feelings", "replies"])
def test_no_word_list_names_a_concept_twice_or_leaves_one_without_phrases(name: str) -> None:
    lexicon = Lexicon.load(name)
    assert len(lexicon.concepts) == len(set(lexicon.concepts))
    assert lexicon.silent() == []
