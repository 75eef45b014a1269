"""Confidence: trouble that cases tell of is told from any other, and from ordinary life."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from knowledge.analysis import Analyzer, Document, Passage, Question
from knowledge.confidence import Familiarity, fitted, terms
from knowledge.engine import Engine
from knowledge.fusion import SITUATIONS
from knowledge.lexical.concepts import shipped_concepts
from knowledge.lexical.tokens import Stemmer

PIRATES = "des pirates ont volé notre compte, ils publient n'importe quoi"


@pytest.fixture(scope="module")
def analyzer() -> Analyzer:
    stemmer = Stemmer()
    return Analyzer(shipped_concepts(stemmer), stemmer)


@pytest.fixture(scope="module")
def question(analyzer: Analyzer) -> Question:
    return analyzer.question(PIRATES)


def test_trouble_sounds_more_familiar_than_a_recipe(analyzer: Analyzer) -> None:
    familiarity = fitted().familiarity
    recipe = familiarity.of(analyzer.question("une recette de gâteau pour huit personnes"))
    assert familiarity.of(analyzer.question(PIRATES)) > 0 > recipe


def test_a_text_without_words_is_as_likely_as_the_fit_expects(analyzer: Analyzer) -> None:
    familiarity = fitted().familiarity
    assert familiarity.of(analyzer.question("…")) == familiarity.bias


def test_words_and_ideas_weigh_the_same_however_many(question: Question) -> None:
    words, ideas = terms(question)
    names = [*words, *ideas]
    even = np.ones(len(names))
    familiarity = Familiarity({name: at for at, name in enumerate(names)}, even, even, 0.0)
    columns, values = familiarity.row(question)
    lengths = [np.linalg.norm(values[np.isin(columns, range(*ends))]) for ends in _halves(words)]
    assert lengths == pytest.approx([1.0, 1.0])
    assert ideas


def test_the_same_trouble_is_surer_where_a_case_tells_of_it() -> None:
    told, other = Engine(SITUATIONS), Engine(SITUATIONS)
    told.add([_document("pirates", "des pirates ont pris notre page et postent des horreurs")])
    other.add([_document("panne", "le réseau est tombé en panne toute la nuit")])
    sure, unsure = (fitted().of(ranking) for e in (told, other) if (ranking := e.rank(PIRATES)))
    assert sure > unsure


def test_a_file_made_for_other_features_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept = tmp_path / "confidence.npz"
    np.savez(kept, features=np.array("something else"))
    monkeypatch.setattr("knowledge.confidence.FILE", str(kept))
    fitted.cache_clear()
    try:
        with pytest.raises(ValueError, match=r"run bench\.calibrate"):
            fitted()
    finally:
        fitted.cache_clear()


def _document(name: str, text: str) -> Document:
    return replace(Document(name, ()), passages=(Passage(text),))


def _halves(words: dict[str, int]) -> list[tuple[int, int]]:
    return [(0, len(words)), (len(words), 10_000)]
