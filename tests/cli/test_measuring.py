"""`entraide eval`: figures as JSON, on one's own files."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def lines(path: Path, *rows: Mapping[str, object]) -> str:
    path.write_text("\n".join(json.dumps(row) for row in rows), "utf-8")
    return str(path)


def test_casebook_is_measured(run: Run, few: Path, place: Path) -> None:
    questions = lines(
        place / "questions.jsonl",
        {"id": "a", "text": "compte piraté", "relevant": {"tv5monde-piratage-2015": 2}},
        {"id": "b", "text": "il fait beau", "relevant": {}},
    )
    figures = json.loads(run("eval", "casebook", questions, "--folder", str(few)).out)
    assert (figures["questions"], figures["answerable"]) == (2, 1)
    assert figures["success@1"] == 1.0


def test_collection_is_measured(run: Run, place: Path) -> None:
    corpus = lines(
        place / "corpus.jsonl",
        {"id": "d1", "title": "Carte d'identité", "text": "Comment la renouveler en mairie."},
        {"id": "d2", "text": "Inscrire un enfant à l'école primaire."},
    )
    queries = lines(place / "queries.jsonl", {"id": "q1", "text": "refaire ma carte d'identite"})
    qrels = place / "qrels.tsv"
    qrels.write_text("query-id\tcorpus-id\tscore\nq1\td1\t1\n", "utf-8")
    files = ("--corpus", corpus, "--queries", queries, "--qrels", str(qrels))
    figures = json.loads(run("eval", "retrieval", *files, "--no-model").out)
    assert {name: figures[name] for name in ("ndcg@10", "recall@3", "recall@10", "mrr")} == {
        "ndcg@10": 1.0,
        "recall@3": 1.0,
        "recall@10": 1.0,
        "mrr": 1.0,
    }


def test_redaction_is_measured(run: Run, place: Path) -> None:
    row = {"text": "lea@exemple.fr", "spans": [{"start": 0, "end": 14, "type": "EMAIL"}]}
    figures = json.loads(run("eval", "redaction", lines(place / "texts.jsonl", row)).out)
    assert (figures["texts"], figures["spans_gone_by_type"]) == (1, {"EMAIL": 1.0})


def test_triage_is_measured(run: Run, place: Path) -> None:
    row = {"id": "a", "text": "Compte piraté !", "categories": ["compte-pirate"], "urgency": "now"}
    figures = json.loads(run("eval", "triage", lines(place / "triage.jsonl", row)).out)
    assert figures["texts"] == 1
    assert {"category_macro_f1", "urgency_now_recall"} <= set(figures)


@pytest.mark.parametrize("arguments", [("casebook",), ("triage",), ("retrieval", "--corpus", "x")])
def test_missing_files_are_told(arguments: tuple[str, ...], run: Run) -> None:
    done = run("eval", *arguments)
    assert done.code == 2
    assert done.err


def test_line_without_a_field_is_told(run: Run, place: Path) -> None:
    done = run("eval", "triage", lines(place / "triage.jsonl", {"id": "a", "label": "ok"}))
    assert done.code == 1
    assert "a line has no 'text'" in done.err
