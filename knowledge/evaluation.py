"""Measures a search: how good its rankings are, and how well it knows what it does not know."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import inf, log2

SAME_KIND = 2  # the grade of a document that answers; 1 is a useful one

Grades = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Judged:
    """A question and the grade of each document that helps; none may."""

    id: str
    text: str
    grades: Grades
    style: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """What a search answered: documents, best first, and how sure it was of the first."""

    ranked: tuple[str, ...]
    confidence: float = 0.0
    abstained: bool = False


def ndcg(grades: Grades, ranked: Sequence[str], k: int = 10) -> float:
    """Return the discounted gain of the first ``k`` as a part of the best possible one."""
    ideal = _gain(sorted(grades.values(), reverse=True)[:k])
    return _gain([grades.get(document, 0) for document in ranked[:k]]) / ideal if ideal else 0.0


def success(grades: Grades, ranked: Sequence[str], k: int, *, grade: int = SAME_KIND) -> float:
    """Return 1 when a document of this grade is among the first ``k``."""
    return float(any(grades.get(document, 0) >= grade for document in ranked[:k]))


def recall(grades: Grades, ranked: Sequence[str], k: int, *, grade: int = SAME_KIND) -> float:
    """Return the part of the documents of this grade that is among the first ``k``."""
    wanted = {document for document, given in grades.items() if given >= grade}
    return len(wanted.intersection(ranked[:k])) / len(wanted) if wanted else 0.0


def reciprocal_rank(grades: Grades, ranked: Sequence[str], *, grade: int = SAME_KIND) -> float:
    """Return one over the rank of the first document of this grade."""
    ranks = (r for r, document in enumerate(ranked, start=1) if grades.get(document, 0) >= grade)
    return 1 / next(ranks, inf)


def auroc(answerable: Sequence[float], hopeless: Sequence[float]) -> float:
    """Return how often an answerable question is surer than one that nothing answers."""
    pairs = len(answerable) * len(hopeless)
    won = sum((a > h) + (a == h) / 2 for a in answerable for h in hopeless)
    return won / pairs if pairs else 0.0


def false_answers(
    answerable: Sequence[float], hopeless: Sequence[float], *, kept: float = 0.95
) -> float:
    """Return the part of hopeless questions answered at the floor that keeps ``kept`` of others."""
    if not answerable or not hopeless:
        return 0.0
    lost = int(len(answerable) * (1 - kept) + 1e-9)
    floor = sorted(answerable)[lost]
    return sum(confidence >= floor for confidence in hopeless) / len(hopeless)


def report(questions: Sequence[Judged], runs: Mapping[str, Run]) -> dict[str, object]:
    """Return every measure, over all questions and by style; a missing run found nothing."""
    helped = [q for q in questions if q.grades]
    hopeless = [runs.get(q.id, Run(())) for q in questions if not q.grades]
    result: dict[str, object] = {"questions": len(questions), **_means(helped, runs)}
    styles = sorted({q.style for q in helped if q.style})
    if styles:
        result["styles"] = {s: _means([q for q in helped if q.style == s], runs) for s in styles}
    if helped and hopeless:
        result["abstention"] = _abstention([runs.get(q.id, Run(())) for q in helped], hopeless)
    return result


def _means(questions: Sequence[Judged], runs: Mapping[str, Run]) -> dict[str, float]:
    rows = [_row(q.grades, runs.get(q.id, Run(())).ranked) for q in questions]
    means = {name: _mean(row[name] for row in rows) for name in rows[0]} if rows else {}
    return {"answerable": len(rows), **means}


def _row(grades: Grades, ranked: Sequence[str]) -> dict[str, float]:
    # Where nobody gave a 2, the best grade there is counts as the answer.
    grade = min(SAME_KIND, max(grades.values()))
    return {
        "ndcg@10": ndcg(grades, ranked),
        "success@1": success(grades, ranked, 1, grade=grade),
        "success@3": success(grades, ranked, 3, grade=grade),
        "recall@3": recall(grades, ranked, 3, grade=grade),
        "recall@10": recall(grades, ranked, 10, grade=grade),
        "mrr": reciprocal_rank(grades, ranked, grade=grade),
    }


def _abstention(answered: Sequence[Run], hopeless: Sequence[Run]) -> dict[str, float]:
    answerable = [run.confidence for run in answered]
    others = [run.confidence for run in hopeless]
    return {
        "auroc": round(auroc(answerable, others), 4),
        "false answers at 95 % recall": round(false_answers(answerable, others), 4),
        "abstained, rightly": _mean(float(run.abstained) for run in hopeless),
        "abstained, wrongly": _mean(float(run.abstained) for run in answered),
    }


def _gain(grades: Iterable[int]) -> float:
    return sum((2.0**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades, start=1))


def _mean(values: Iterable[float]) -> float:
    known = list(values)
    return round(sum(known) / len(known), 4) if known else 0.0
