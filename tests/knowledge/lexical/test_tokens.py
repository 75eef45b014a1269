"""Tokens: stems and runs of four letters."""

from knowledge.lexical.tokens import GRAMS, Stemmer, everyday_words, gram_ids, stopwords


def test_inflections_share_a_stem() -> None:
    stem = Stemmer()
    assert len({stem(word) for word in ("insulte", "insultes", "insulter", "insultait")}) == 1


def test_small_words_of_three_ways_of_writing_say_nothing() -> None:
    assert {"les", "dans", "jsuis", "bcp", "the", "should"} <= stopwords()
    assert "#" not in stopwords()


def test_everyday_words_are_folded_words() -> None:
    assert {"miel", "pain"} <= everyday_words()
    assert all(word.isascii() and word.islower() for word in everyday_words())


def test_runs_of_letters_cross_words_and_know_where_words_begin() -> None:
    # " ab c " has three runs of four: " ab ", "ab c", "b c ".
    assert len(gram_ids(["ab", "c"])) == 3
    assert set(gram_ids(["ab", "c"])) != set(gram_ids(["abc"]))


def test_a_run_is_counted_once_and_fits_the_table() -> None:
    ids = gram_ids(["aaaaaaaa", "z9"])
    assert len(set(ids)) == len(ids)
    assert 0 <= ids.min() <= ids.max() < GRAMS


def test_a_text_too_short_for_a_run_has_none() -> None:
    assert len(gram_ids([])) == 0
    assert len(gram_ids(["a"])) == 0
