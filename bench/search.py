"""The search against SQLite FTS5, bm25s and meaning alone: quality, speed, memory.

Quality is told on the project's own questions. For speed, cases are invented by shuffling the
passages of the real ones. Every way of searching runs in a process of its own, so that memory
is its own too. Times are processor time of one thread: what else runs on the machine does not
decide. `python -m bench.search 100 100000` measures other sizes; one case takes some 5 ms to
add and, once for each way of searching, each size grows from the one before.
"""

import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from importlib import resources
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from bench._searchers import SEARCHERS, Found, Remembering, Searcher, make
from knowledge import casebook
from knowledge.evaluation import Judged, Run, report
from knowledge.model import Case, CaseId
from knowledge.words import word_count

SIZES = (10, 100, 1_000, 10_000)
TIMES, WARM, PUBLISHED = 100, 5, 20
PATIENCE_S = 5.0  # whoever makes the whole index again is asked to once
STEP = 5_000  # cases added between two words of progress
WORDS = 60  # a question as long as a frightened person writes

Row = dict[str, Any]


def main(*sizes: int) -> None:
    """Print the tables."""
    sizes = sizes or SIZES
    os.environ["OMP_NUM_THREADS"] = "1"  # heard by the processes that are about to start
    with tempfile.TemporaryDirectory() as folder:
        calls = [(name, sizes, Path(folder)) for name in SEARCHERS]
        measured = dict(_each(measure, calls))
    print("\n### Search: quality on the project's own questions\n")
    print(table(quality_rows(measured)))
    print(f"\n### Search: {WORDS} words asked, median / p99; memory of the index\n")
    print(table(speed_rows(measured, sizes)))
    print("\n### Search: from publishing to searchable, median / worst\n")
    print(table(publishing_rows(measured, max(sizes))))


def quality_rows(measured: Mapping[str, Row]) -> Iterator[Sequence[str]]:
    """Yield a heading and one row a way of searching."""
    yield "", "nDCG@10", "Success@1", "Success@3", "MRR", "AUROC of “nothing close”"
    for name, row in measured.items():
        found = row["quality"]
        means = (found[key] for key in ("ndcg@10", "success@1", "success@3", "mrr"))
        yield name, *(f"{mean:.3f}" for mean in means), f"{found['abstention']['auroc']:.3f}"


def speed_rows(measured: Mapping[str, Row], sizes: Sequence[int]) -> Iterator[Sequence[str]]:
    """Yield, for each way of searching, time and memory at each size."""
    yield "cases", *(f"{size:,}" for size in sizes)
    encoding = measured["ours"]["encoding"]
    yield "encoding the question alone", *(_pair(encoding) for _ in sizes)
    for name, row in measured.items():
        yield name, *(f"{_pair(row['asked'][s])}, {row['memory'][s]:.0f} MB" for s in sizes)


def publishing_rows(measured: Mapping[str, Row], size: int) -> Iterator[Sequence[str]]:
    """Yield how long one more case takes until it is found, at the largest size."""
    yield "", f"at {size:,} cases"
    yield from ((name, _pair(row["published"])) for name, row in measured.items())


def measure(name: str, sizes: Sequence[int], folder: Path) -> Row:
    """Measure one way of searching, in a process of its own."""
    real = list(casebook.load(casebook.shipped()).cases.values())
    searcher, model = make(name, folder)
    _say(f"{name}: the {len(real)} real cases")
    searcher.add(real)
    row: Row = {"quality": quality(searcher), "asked": {}, "memory": {}}
    asked = list(long_questions())
    if model:
        row["encoding"] = summary(timed(lambda text: model.encode([text]), asked))
    before = resident_mb()
    searcher, known = make_again(name, model), 0
    more = invented(real, max(sizes))
    for size in sorted(sizes):
        for start in range(known, size, STEP):
            _say(f"{name}: {start:,} of {size:,} cases")
            searcher.add(list(islice(more, min(STEP, size - start))))
        known = size
        row["memory"][size] = resident_mb() - before
        _say(f"{name}: {size:,} cases, {len(asked)} questions")
        row["asked"][size] = summary(timed(searcher.ask, asked))
    row["published"] = summary(published(searcher, list(invented(real, PUBLISHED, seed=1))))
    return row


def _say(done: str) -> None:
    print(f"\r{done:<60}", end="", file=sys.stderr, flush=True)


def make_again(name: str, model: Remembering | None) -> Searcher:
    """Return an empty searcher with the same model."""
    _, searcher = SEARCHERS[name]
    made: Searcher = searcher(model) if model else searcher()
    return made


def quality(searcher: Searcher) -> Row:
    """Measure rankings on what was lived, abstention against what nothing answers."""
    judged = list(own_questions())
    runs = {q.id: _run(searcher.ask(q.text)) for q in judged}
    return report(judged, runs)


def own_questions() -> Iterator[Judged]:
    """Yield the project's own questions, but for those held out."""
    for name in ("crises", "everyday", "unheard"):
        file = resources.files("knowledge") / "questions" / f"{name}.jsonl"
        for line in file.read_text("utf-8").splitlines():
            entry = json.loads(line)
            yield Judged(entry["id"], entry["text"], entry["relevant"], entry.get("style", ""))


def long_questions() -> Iterator[str]:
    """Yield questions of sixty words, made of the beginnings of real ones, none twice."""
    dice = random.Random(60)
    texts = [question.text for question in own_questions()]
    for _ in range(TIMES + WARM):
        words = " ".join(dice.sample(texts, 12)).split()[:WORDS]
        assert word_count(" ".join(words)) > WORDS / 2
        yield " ".join(words)


def invented(cases: Sequence[Case], size: int, seed: int = 0) -> Iterator[Case]:
    """Yield cases whose formulations and texts come from any of the real ones."""
    dice = random.Random(seed)
    said = [text for case in cases for text in case.formulations]
    for number in range(size):
        told, lived, ended = (dice.choice(cases) for _ in range(3))
        yield replace(
            told,
            id=CaseId(f"invented-{seed}-{number}"),
            trigger=lived.trigger,
            escalation=ended.escalation,
            formulations=tuple(dice.sample(said, len(told.formulations))),
        )


def published(searcher: Searcher, cases: Sequence[Case]) -> Iterator[float]:
    """Yield the time from adding a case until its own words find it."""
    began = time.process_time()
    for case in cases:
        if time.process_time() - began > PATIENCE_S:
            return
        word = case.id.replace("-", "")  # one that no other case has
        said = f"{word} {case.formulations[0]}"
        own = replace(case, formulations=(said, *case.formulations[1:]))
        started = time.process_time()
        searcher.add([own])
        found = [name for name, _ in searcher.ask(own.formulations[0])]
        assert own.id in found, (own.id, found)
        yield time.process_time() - started


def timed(work: Callable[[str], object], asked: Sequence[str]) -> Iterator[float]:
    """Yield how long each question took, once warm."""
    for text in asked[:WARM]:
        work(text)
    for text in asked[WARM:]:
        started = time.process_time()
        work(text)
        yield time.process_time() - started


def summary(seconds: Iterator[float]) -> tuple[float, float]:
    """Return the median and the p99, or the worst of few."""
    taken = list(seconds)
    return median(taken), quantiles(taken, n=100)[-1] if len(taken) >= TIMES else max(taken)


def resident_mb() -> float:
    """Return what this process holds in memory."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * 4096 / 1e6


def table(rows: Iterator[Sequence[str]]) -> str:
    """Return rows as Markdown, the first as the heading."""
    heading, *others = (f"| {' | '.join(row)} |" for row in rows)
    columns = heading.count("|") - 1
    return "\n".join([heading, "| --- " * columns + "|", *others])


def _pair(seconds: Sequence[float]) -> str:
    return " / ".join(f"{each * 1000:.1f}" for each in seconds) + " ms"


def _run(found: Found) -> Run:
    return Run(tuple(name for name, _ in found), found[0][1] if found else 0.0)


def _each(work: Callable[..., Row], calls: Sequence[tuple[Any, ...]]) -> Iterator[tuple[str, Row]]:
    """Yield what each call gives, each in a fresh process, one after the other."""
    for name, *rest in calls:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            yield name, pool.submit(work, name, *rest).result()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
