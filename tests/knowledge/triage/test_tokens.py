"""How a text is cut into words."""

from hypothesis import given
from hypothesis import strategies as st

from knowledge.triage.tokens import Token, normalised, tokenise


def words(text: str) -> list[str]:
    return [token.word for token in tokenise(normalised(text))]


def test_an_apostrophe_and_a_hyphen_separate_words() -> None:
    assert words("J’ai mal-placé l'été") == ["j", "ai", "mal", "place", "l", "ete"]


def test_a_figure_stuck_to_a_letter_stands_apart() -> None:
    assert words("à 20h, 5x pire") == ["a", "20", "h", "5", "x", "pire"]


def test_shorthand_is_spelt_out() -> None:
    assert words("jsuis ds la mouise, jpp") == [
        *["je", "suis", "dans", "la", "mouise"],
        *["j", "en", "peux", "plus"],
    ]


def test_stretched_letters_are_shortened() -> None:
    assert words("nooooon") == ["noon"]


def test_a_word_knows_where_it_was() -> None:
    assert tokenise("Cœur brisé") == [Token("coeur", 0, 4), Token("brise", 5, 10)]


def test_accents_typed_apart_make_one_word() -> None:
    assert words("piratée") == ["piratee"]


@given(st.text())
def test_every_word_lies_in_the_text(text: str) -> None:
    composed = normalised(text)
    assert all(0 <= token.start < token.end <= len(composed) for token in tokenise(composed))
