"""Engine: any collection, growing and shrinking, with and without a model."""

import threading

import pytest

from knowledge.analysis import Document, Passage
from knowledge.engine import Engine
from knowledge.fusion import TEXTS
from tests.knowledge.models import SynonymEmbedder

TEXT = {
    "pain": "Comment pétrir le pain et chauffer le four",
    "chien": "Apprendre à un chien à ne pas aboyer la nuit",
    "impots": "Déclarer ses revenus et payer ses impôts en ligne",
}


def _document(name: str, text: str = "") -> Document:
    return Document(name, (Passage(text or TEXT[name]),), (("kind", name[0]),))


def _engine(*names: str, embedder: SynonymEmbedder | None = None) -> Engine:
    engine = Engine(TEXTS, embedder=embedder)
    engine.add([_document(name) for name in names or TEXT])
    return engine


def _best(engine: Engine, question: str, **wanted: tuple[str, ...]) -> str | None:
    ranking = engine.rank(question, wanted=wanted)
    return ranking.documents[int(ranking.scores.argmax())].id if ranking else None


@pytest.mark.parametrize(
    ("question", "document"),
    [
        ("mon chien aboie", "chien"),
        ("petrir du pin", "pain"),
        ("declaré mes revenu et mes impot", "impots"),
    ],
)
def test_the_right_text_is_found_in_spite_of_typing(question: str, document: str) -> None:
    assert _best(_engine(), question) == document


def test_what_is_added_is_found_at_once_and_what_is_retracted_is_gone() -> None:
    engine = _engine("pain", "impots")
    assert _best(engine, "mon chien aboie") != "chien"
    engine.add([_document("chien")])
    assert _best(engine, "mon chien aboie") == "chien"
    engine.retract("chien")
    assert _best(engine, "mon chien aboie") != "chien"
    assert len(engine) == 2


def test_growing_and_shrinking_ends_as_if_it_had_always_been_so() -> None:
    grown = _engine("impots", "chien")
    grown.retract("impots")
    grown.add([_document("pain")])
    fresh = _engine("chien", "pain")
    one, other = grown.rank("chien et pain"), fresh.rank("chien et pain")
    assert one
    assert other
    assert one.scores.tolist() == pytest.approx(other.scores.tolist())


def test_a_known_id_takes_the_place_of_the_older_document() -> None:
    engine = _engine()
    engine.add([_document("pain", "Réparer une bicyclette rouillée")])
    assert len(engine) == 3
    assert _best(engine, "ma bicyclette est rouillée") == "pain"
    ranking = engine.rank("pétrir et chauffer le four")
    assert ranking is not None
    assert ranking.scores.max() < 1


def test_retracting_what_is_not_there_changes_nothing() -> None:
    engine = _engine()
    engine.retract("absent")
    assert len(engine) == 3


def test_only_what_has_the_wanted_properties_is_ranked() -> None:
    assert _best(_engine(), "mon chien aboie", kind=("p", "i")) in ("pain", "impots")
    assert _best(_engine(), "mon chien aboie", kind=("z",)) is None


def test_an_empty_engine_ranks_nothing() -> None:
    assert Engine(TEXTS).rank("quoi que ce soit") is None


@pytest.mark.parametrize("question", ["", "   ", "?!", "日本語", "a" * 50_000, "mot " * 20_000])
def test_any_question_gets_an_answer(question: str) -> None:
    ranking = _engine().rank(question)
    assert ranking is not None
    assert len(ranking.documents) == 3


def test_a_model_finds_what_shares_no_word() -> None:
    assert _best(_engine(embedder=SynonymEmbedder()), "canine") == "chien"


def test_a_question_is_never_published_and_a_retracted_text_is_forgotten() -> None:
    embedder = SynonymEmbedder()
    engine = _engine(embedder=embedder)
    engine.rank("canine")
    engine.retract("pain")
    assert embedder.encoded == ["canine"]
    assert embedder.published == list(TEXT.values())
    assert embedder.forgotten == [TEXT["pain"]]


def test_progress_counts_words_and_then_meanings() -> None:
    heard: list[tuple[int, int]] = []
    engine = Engine(TEXTS, embedder=SynonymEmbedder())
    engine.add([_document(name) for name in TEXT], progress=lambda *step: heard.append(step))
    assert heard == [(1, 6), (2, 6), (3, 6), (6, 6)]


def test_many_may_ask_while_others_publish_and_retract() -> None:
    engine, wrong = _engine(), list[str | None]()

    def ask() -> None:
        for _ in range(40):
            if (best := _best(engine, "mon chien aboie la nuit")) != "chien":
                wrong.append(best)

    def publish(number: int) -> None:
        for turn in range(20):
            engine.add([_document(f"x{number}-{turn}", f"Texte numéro {turn} sur les bateaux")])
            engine.retract(f"x{number}-{turn}")

    threads = [threading.Thread(target=ask) for _ in range(3)]
    threads += [threading.Thread(target=publish, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert len(engine) == 3
