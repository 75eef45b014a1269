from pathlib import Path

import pytest

from knowledge.redaction import lexicon
from knowledge.redaction.lexicon import entries, words

LISTS = sorted(path.stem for path in Path(lexicon.__file__).parent.glob("*.txt"))
FIRST_NAMES = ("first_names", "first_names_capital", "first_names_doubtful")


@pytest.mark.parametrize("name", LISTS)
def test_a_list_says_what_it_holds_and_holds_something(name: str) -> None:
    path = Path(lexicon.__file__).parent / f"{name}.txt"
    assert path.read_text(encoding="utf-8").startswith("# ")
    assert entries(name)


def test_a_first_name_is_in_one_list() -> None:
    safe, capital, doubtful = (words(name) for name in FIRST_NAMES)
    assert (safe & capital, safe & doubtful, capital & doubtful) == (set(), set(), set())


def test_a_first_name_that_needs_no_capital_is_no_word_city_or_platform() -> None:
    taken = words("platforms") | entries("cities") | words("calendar") | words("acronyms")
    dictionary = words("ordinary_fr") | words("ordinary_en") | words("function_words")
    assert words("first_names") & (taken | dictionary) == set()


def test_comments_and_accents_are_gone() -> None:
    assert "garance" in words("first_names")
    assert "zoe" in words("first_names_capital")
    assert not any("#" in word for name in LISTS for word in words(name))
