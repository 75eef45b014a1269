"""Runs the search over files, so that anyone can measure it from outside: JSON lines in and out.

Each question is sorted by the triage first, as in the service.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from knowledge.analysis import Document, Passage
from knowledge.casebook import load, shipped
from knowledge.embedder import Embedder, Mode
from knowledge.engine import Engine, Progress
from knowledge.evaluation import Judged, Run, report
from knowledge.fusion import TEXTS
from knowledge.search import Answer, CaseSearch
from knowledge.triage import Triage

_CHUNK_WORDS = 60
DEPTH = 10


class BadLine(ValueError):
    """A line of a file is not what was expected."""

    def __init__(self, name: str, line: int, wanted: str) -> None:
        super().__init__(f"{name}, line {line}: expected {wanted}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a JSONL file that has an id and a text."""

    id: str
    text: str
    title: str = ""


def shipped_search(
    *, embedder: Embedder | None = None, mode: Mode | None = None, progress: Progress | None = None
) -> CaseSearch:
    """Return a search over the cases that come with the package."""
    search = CaseSearch(embedder=embedder, mode=mode)
    search.add_many(list(load(shipped()).cases.values()), progress)
    return search


def search_jsonl(
    source: IO[str],
    target: IO[str],
    *,
    search: CaseSearch,
    k: int = DEPTH,
    progress: Progress | None = None,
) -> None:
    """Answer ``{"id","text"}`` lines with ``{"id","results":[{"case","score"}],"abstained"}``."""
    questions = list(read_lines(source))
    triage = Triage()
    for done, question in enumerate(questions, start=1):
        answer = search.search(question.text, k=k, categories=triage.categories(question.text))
        target.write(json.dumps(_answer_line(question.id, answer), ensure_ascii=False) + "\n")
        if progress:
            progress(done, len(questions))


def casebook_eval(
    questions: IO[str], *, search: CaseSearch, progress: Progress | None = None
) -> dict[str, object]:
    """Measure the casebook on ``{"id","text","style","relevant":{case: grade}}`` lines."""
    judged = list(read_judged(questions))
    runs: dict[str, Run] = {}
    triage = Triage()
    for done, question in enumerate(judged, start=1):
        guessed = triage.categories(question.text)
        runs[question.id] = _run(search.search(question.text, k=DEPTH, categories=guessed))
        if progress:
            progress(done, len(judged))
    return report(judged, runs)


def retrieval_eval(
    corpus: Path,
    queries: Path,
    qrels: Path,
    *,
    embedder: Embedder | None = None,
    progress: Progress | None = None,
) -> dict[str, object]:
    """Measure the same engine on any collection: JSONL texts and questions, and a TSV of grades."""
    engine = Engine(TEXTS, embedder=embedder)
    with corpus.open(encoding="utf-8") as lines:
        engine.add([chunked(line) for line in read_lines(lines)], progress=progress)
    with qrels.open(encoding="utf-8") as rows:
        grades = read_qrels(rows)
    with queries.open(encoding="utf-8") as lines:
        asked = [line for line in read_lines(lines) if line.id in grades]
    judged = [Judged(line.id, line.text, grades[line.id]) for line in asked]
    return report(judged, {line.id: _ranked(engine, line.text) for line in asked})


def chunked(line: Line) -> Document:
    """Cut a long text into passages, the title with the first."""
    words = f"{line.title} {line.text}".split()
    starts = range(0, max(len(words), 1), _CHUNK_WORDS)
    chunks = (" ".join(words[start : start + _CHUNK_WORDS]) for start in starts)
    return Document(line.id, tuple(Passage(chunk) for chunk in chunks))


def read_lines(source: IO[str]) -> Iterator[Line]:
    """Yield the lines that have an id and a text."""
    for entry in _objects(source, "id", "text"):
        yield Line(str(entry["id"]), str(entry["text"]), str(entry.get("title") or ""))


def read_judged(source: IO[str]) -> Iterator[Judged]:
    """Yield questions with the grades of the cases that help; none may."""
    for entry in _objects(source, "id", "text"):
        relevant = entry.get("relevant")
        grades = relevant if isinstance(relevant, dict) else {}
        yield Judged(str(entry["id"]), str(entry["text"]), grades, str(entry.get("style") or ""))


def read_qrels(rows: Iterable[str]) -> dict[str, dict[str, int]]:
    """Read ``question <tab> document <tab> grade`` rows; a heading is skipped."""
    grades: dict[str, dict[str, int]] = {}
    for number, row in enumerate(rows, start=1):
        columns = row.split()
        if not columns or (number == 1 and not columns[-1].isdigit()):
            continue
        if len(columns) != 3 or not columns[2].isdigit():
            raise BadLine("qrels", number, "a question id, a document id and a grade")
        if int(columns[2]) > 0:
            grades.setdefault(columns[0], {})[columns[1]] = int(columns[2])
    return grades


def _objects(source: IO[str], *required: str) -> Iterator[dict[str, object]]:
    wanted = f"a JSON object with {', '.join(required)}"
    name = getattr(source, "name", "input")
    for number, text in enumerate(source, start=1):
        if not text.strip():
            continue
        try:
            entry = json.loads(text)
        except json.JSONDecodeError:
            raise BadLine(name, number, wanted) from None
        if not isinstance(entry, dict) or any(field not in entry for field in required):
            raise BadLine(name, number, wanted)
        yield entry


def _run(answer: Answer) -> Run:
    confidence = answer.hits[0].score if answer.hits else 0.0
    cases = tuple(hit.case_id for hit in answer.hits)
    return Run(cases, confidence, abstained=answer.closeness == "none")


def _answer_line(question: str, answer: Answer) -> dict[str, object]:
    results = [{"case": hit.case_id, "score": round(hit.score, 4)} for hit in answer.hits]
    return {"id": question, "results": results, "abstained": answer.closeness == "none"}


def _ranked(engine: Engine, text: str) -> Run:
    ranking = engine.rank(text)
    if ranking is None:
        return Run(())
    order = (-ranking.scores).argsort(kind="stable")[:DEPTH]
    confidence = float(ranking.scores[order[0]])
    return Run(tuple(ranking.documents[place].id for place in order), confidence)
