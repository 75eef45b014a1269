import pytest

from knowledge.redaction.normalise import BLANK
from knowledge.redaction.writing import counts, is_ordinary, starts_sentence, uses_capitals


@pytest.mark.parametrize(
    ("before", "verdict"),
    [
        ("", True),
        ("Fini. ", True),
        ("Quoi ?! ", True),
        ("ligne\n", True),
        ('dit : "', True),
        ("🙏 ", True),
        ("avec ", False),
        ("a, ", False),
        ("5 % ", False),
        (f"{BLANK} ", False),
    ],
)
def test_a_capital_may_owe_to_the_sentence(before: str, verdict: bool) -> None:
    assert starts_sentence(f"{before}Zoe", len(before)) is verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Bonjour. On se fait lyncher. aie", True),
        ("bonjour. on se fait lyncher. Zut", False),
        ("", True),
    ],
)
def test_a_text_uses_capitals_or_not(text: str, verdict: bool) -> None:
    assert uses_capitals(text) is verdict


@pytest.mark.parametrize("word", ["pierre", "articles", "moderatrice", "weekend", "chased", "avec"])
def test_words_of_the_dictionary_are_ordinary(word: str) -> None:
    assert is_ordinary(word)


@pytest.mark.parametrize("word", ["kroustine", "quentric", "zorvane", ""])
def test_other_words_are_not(word: str) -> None:
    assert not is_ordinary(word)


@pytest.mark.parametrize(
    ("number", "after", "verdict"),
    [
        ("1250", " €", True),
        ("48", " heures", True),
        ("1250", ",00 €", True),
        ("1250", ", oui", False),
    ],
)
def test_a_number_counts_something_or_not(number: str, after: str, verdict: bool) -> None:
    assert counts(number + after, len(number)) is verdict
