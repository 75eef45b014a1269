"""The measures of the redaction, on texts whose outcome is known."""

import json

from knowledge.redaction.evaluation import evaluate


def labelled(text: str, *marked: str, keep: tuple[str, ...] = (), **more: object) -> str:
    spans = [{"start": text.index(m), "end": text.index(m) + len(m), "type": "X"} for m in marked]
    kept = [{"start": text.index(k), "end": text.index(k) + len(k)} for k in keep]
    return json.dumps({"text": text, "spans": spans, "keep": kept, **more})


def test_masked_span_is_gone_and_the_rest_is_kept() -> None:
    line = labelled("Écrivez à lea@exemple.fr sur Facebook", "lea@exemple.fr", keep=("Facebook",))
    assert evaluate([line, ""]) == {
        "texts": 1,
        "spans_gone": 1.0,
        "ordinary_words_lost": 0.0,
        "kept": 1.0,
        "spans_gone_by_type": {"X": 1.0},
    }


def test_span_that_stays_counts_as_there() -> None:
    figures = evaluate([labelled("Le moulin tourne bien", "moulin")])
    assert figures["spans_gone"] == 0.0


def test_masked_ordinary_word_counts_as_lost() -> None:
    figures = evaluate([labelled("On adore Kalista ici", names_to_hide=["Kalista"])])
    assert figures["ordinary_words_lost"] == 0.25


def test_nothing_to_measure_is_no_division_by_zero() -> None:
    assert evaluate([])["spans_gone"] == 0.0


def test_title_may_stay_when_the_name_is_gone() -> None:
    figures = evaluate([labelled("Merci à Mme Lefort de son appel", "Mme Lefort")])
    assert figures["spans_gone"] == 1.0
