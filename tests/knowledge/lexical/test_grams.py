"""Grams: the letters of a question against those of a few documents and their passages."""

import numpy as np

from knowledge.lexical.grams import Grams, PassageGrams
from knowledge.lexical.postings import Bm25
from knowledge.lexical.tokens import gram_ids
from knowledge.lexical.tongue import Tongue
from knowledge.words import words


def _passages(*texts: str, quoted: bool = True) -> list[PassageGrams]:
    return [PassageGrams(gram_ids(words(text)), 1.0, quoted) for text in texts]


def _grams(*documents: list[PassageGrams]) -> Grams:
    grams = Grams(documents=Bm25(2.0, 0.9), passages=Bm25(1.2, 0.5))
    for document in documents:
        grams.add(document)
    return grams


BAKERY = _passages("le pain est brûlé", "notre four explose")
HACKED = _passages("compte piraté", "mot de passe volé cette nuit", "au secours")
EMPTY = _passages("")


def _ask(grams: Grams, text: str, slots: list[int]) -> tuple[list[float], list[float], list[int]]:
    scores = grams.scores(gram_ids(words(text)), np.array(slots))
    return scores.documents.tolist(), scores.passages.tolist(), scores.best.tolist()


def test_the_nearest_document_wins_in_spite_of_typos() -> None:
    documents, passages, best = _ask(_grams(BAKERY, HACKED), "mot de pase volee", [0, 1])
    assert documents[1] > 3 * documents[0]
    assert passages[1] > 3 * passages[0]
    assert best[1] == 1


def test_documents_are_asked_in_any_order() -> None:
    grams = _grams(BAKERY, HACKED)
    one_way, other_way = _ask(grams, "compte", [0, 1]), _ask(grams, "compte", [1, 0])
    assert [list(reversed(values)) for values in other_way] == [list(v) for v in one_way]


def test_empty_documents_and_questions_score_nothing() -> None:
    grams = _grams(EMPTY, HACKED)
    assert _ask(grams, "compte", [0]) == ([0], [0], [0])
    assert _ask(grams, "", [0, 1]) == ([0, 0], [0, 0], [0, 0])


def test_a_passage_that_is_not_quoted_counts_for_the_document_only() -> None:
    grams = _grams(_passages("autre chose"), _passages("compte piraté", quoted=False))
    documents, passages, _ = _ask(grams, "compte piraté", [0, 1])
    assert documents[1] > 0
    assert passages[1] == 0


def test_a_retracted_document_changes_what_is_rare_as_if_it_had_never_been() -> None:
    grown = _grams(BAKERY, HACKED, BAKERY)
    grown.retract(2)
    assert _ask(grown, "le pain", [0, 1]) == _ask(_grams(BAKERY, HACKED), "le pain", [0, 1])


def test_a_question_leaves_nothing_behind_for_the_next_one() -> None:
    grams = _grams(BAKERY, HACKED)
    first = _ask(grams, "compte", [0, 1])
    _ask(grams, "le pain est brûlé dans notre four", [0, 1])
    assert _ask(grams, "compte", [0, 1]) == first


def test_a_heavier_passage_weighs_more_in_its_document() -> None:
    light = [PassageGrams(gram_ids(["compte"]), 1.0, True), *_passages("rien ici")]
    heavy = [PassageGrams(gram_ids(["compte"]), 3.0, True), *_passages("rien ici")]
    documents, _, _ = _ask(_grams(light, heavy), "compte", [0, 1])
    assert documents[1] > documents[0]


def test_a_passage_in_the_askers_language_is_shown_when_it_is_nearly_as_good() -> None:
    told = [
        PassageGrams(gram_ids(words("propaganda everywhere")), 1.0, True, Tongue.ENGLISH),
        PassageGrams(gram_ids(words("de la propagande partout")), 1.0, True, Tongue.FRENCH),
    ]
    grams, slots = _grams(told), np.array([0])
    question = gram_ids(words("propaganda dans la page"))
    shown = {t: grams.scores(question, slots, t).best.tolist() for t in Tongue}
    assert shown == {Tongue.FRENCH: [1], Tongue.UNSURE: [0], Tongue.ENGLISH: [0]}


def test_the_askers_language_changes_no_score() -> None:
    told = [PassageGrams(gram_ids(words("propaganda everywhere")), 1.0, True, Tongue.ENGLISH)]
    grams, slots, question = _grams(told), np.array([0]), gram_ids(words("propagande"))
    scores = [grams.scores(question, slots, t).passages.tolist() for t in Tongue]
    assert scores[0] == scores[1] == scores[2] != [0.0]
