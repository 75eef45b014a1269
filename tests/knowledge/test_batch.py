"""Batch: files in, files out, and errors that name the line."""

import io
import json
from pathlib import Path

import pytest

from knowledge.batch import (
    BadLine,
    Line,
    casebook_eval,
    chunked,
    read_lines,
    read_qrels,
    retrieval_eval,
    search_jsonl,
    shipped_search,
)
from knowledge.search import CaseSearch


@pytest.fixture(scope="module")
def search() -> CaseSearch:
    return shipped_search()


def test_every_question_gets_a_line(search: CaseSearch) -> None:
    source = io.StringIO(
        '{"id": 1, "text": "on nous a piraté le compte"}\n\n{"id": "b", "text": ""}\n'
    )
    target, heard = io.StringIO(), list[tuple[int, int]]()
    search_jsonl(source, target, search=search, k=4, progress=lambda *step: heard.append(step))

    first, second = map(json.loads, target.getvalue().splitlines())
    assert (first["id"], len(first["results"]), first["abstained"]) == ("1", 4, False)
    assert set(first["results"][0]) == {"case", "score"}
    assert (second["id"], second["abstained"]) == ("b", True)
    assert heard == [(1, 2), (2, 2)]


def test_the_casebook_is_measured(search: CaseSearch) -> None:
    lines = [
        {
            "id": "q1",
            "text": "on nous a piraté",
            "style": "short",
            "relevant": {"tv5monde-piratage-2015": 2},
        },
        {"id": "q2", "text": "une recette de gâteau", "relevant": {}},
    ]
    figures = casebook_eval(io.StringIO("\n".join(map(json.dumps, lines))), search=search)
    assert figures["answerable"] == 1
    assert figures["abstention"] == {
        "auroc": 1.0,
        "false answers at 95 % recall": 0.0,
        "abstained, rightly": 1.0,
        "abstained, wrongly": 0.0,
    }


def test_any_collection_is_measured(tmp_path: Path) -> None:
    corpus = {"d1": "Élever des abeilles au jardin", "d2": "Réparer un robinet qui fuit"}
    queries = {"q1": "mon robinet fuit", "q2": "des abeilles", "q3": "sans réponse"}
    for name, texts in (("corpus", corpus), ("queries", queries)):
        rows = [json.dumps({"id": key, "text": text}) for key, text in texts.items()]
        (tmp_path / name).write_text("\n".join(rows), "utf-8")
    (tmp_path / "qrels").write_text("query-id\tcorpus-id\tscore\nq1\td2\t1\nq2\td1\t1\n", "utf-8")

    figures = retrieval_eval(tmp_path / "corpus", tmp_path / "queries", tmp_path / "qrels")
    assert (figures["questions"], figures["ndcg@10"], figures["mrr"]) == (2, 1.0, 1.0)


def test_a_long_text_is_cut_and_no_word_is_lost() -> None:
    text = " ".join(f"m{n}" for n in range(150))
    passages = [passage.text for passage in chunked(Line("d", text, "titre")).passages]
    assert [len(passage.split()) for passage in passages] == [60, 60, 31]
    assert " ".join(passages) == f"titre {text}"
    assert [passage.text for passage in chunked(Line("d", "")).passages] == [""]


@pytest.mark.parametrize("line", ["{", "[]", '{"id": "a"}', '"texte"'])
def test_a_bad_line_is_named(line: str) -> None:
    with pytest.raises(BadLine, match=r"input, line 2: expected a JSON object with id, text"):
        list(read_lines(io.StringIO('{"id": "a", "text": "b"}\n' + line)))


def test_a_bad_row_of_grades_is_named() -> None:
    with pytest.raises(BadLine, match="qrels, line 3"):
        read_qrels(["q\td\ts", "q1\td1\t2", "q1 d1"])


def test_grades_without_a_heading_and_zeros() -> None:
    assert read_qrels(["q1\td1\t2", "q1\td2\t0", ""]) == {"q1": {"d1": 2}}
