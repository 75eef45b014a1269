"""Concepts: many ways of saying one thing, and no stranger caught."""

from collections import Counter

import pytest

from knowledge.lexical.concepts import PLAIN, SCENE, Concepts, shipped_concepts
from knowledge.lexical.tokens import Stemmer
from knowledge.words import words

_TEXT = """
# a remark
excuses: excuse pardon mea_culpa apolog*
mine: mine=
ia: ai intelligence_artificielle
"""


@pytest.fixture(scope="module")
def concepts() -> Concepts:
    return Concepts(_TEXT, stemmer=Stemmer())


@pytest.fixture(scope="module")
def shipped() -> Concepts:
    return shipped_concepts(Stemmer())


@pytest.mark.parametrize(
    ("text", "ideas"),
    [
        ("nos excuses", ["excuses"]),
        ("il s'excusait, pardon", ["excuses", "excuses"]),
        ("un mea culpa", ["excuses"]),
        ("mea maxima culpa", []),
        ("we apologise, apologies", ["excuses", "excuses"]),
        ("la mine", ["mine"]),
        ("les mines minent", []),
        ("une intelligence artificielle", ["ia"]),
        ("j'ai fini", []),
        ("mea", []),
    ],
)
def test_entries_match_as_they_are_written(concepts: Concepts, text: str, ideas: list[str]) -> None:
    assert concepts.ideas(words(text)) == ideas


@pytest.mark.parametrize(
    ("said", "otherwise"),
    [
        ("on s'est fait hacker la page", "des pirates ont pris le contrôle"),
        ("blague postée sur le mauvais compte", "posted from the wrong account, it was a joke"),
        ("on nous accuse de verdir notre image", "greenwashing"),
        ("ma boss veut acheter des avis", "fake reviews asked by the manager"),
        ("je dors plus, je craque", "burned out and exhausted"),
    ],
)
def test_two_ways_of_saying_it_share_an_idea_of_trouble(
    shipped: Concepts, said: str, otherwise: str
) -> None:
    shared = set(shipped.ideas(words(said))) & set(shipped.ideas(words(otherwise)))
    assert [idea for idea in shared if not idea.startswith((SCENE, PLAIN))]


@pytest.mark.parametrize(
    "text", ["j'ai mis la table", "comment ça va", "les gens parlent", "contre"]
)
def test_everyday_words_carry_no_idea_of_trouble(shipped: Concepts, text: str) -> None:
    ideas = shipped.ideas(words(text))
    assert [idea for idea in ideas if not idea.startswith((SCENE, PLAIN))] == []


def test_the_shipped_file_is_folded_and_names_each_idea_once() -> None:
    from importlib import resources

    text = (resources.files("knowledge.lexical") / "concepts.txt").read_text("utf-8")
    names = [line.split(":")[0] for line in text.splitlines() if ":" in line and line[0] != "#"]
    assert [name for name, count in Counter(names).items() if count > 1] == []
    assert [line for line in text.splitlines() if line[:1] != "#" and not line.isascii()] == []
