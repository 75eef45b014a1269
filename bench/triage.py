"""Triage: what models that never saw an example say of it, and the time of one text.

The baseline of the same run is the largest class: what saying always the same would score.
"""

import time
from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median

from knowledge.triage import Triage
from knowledge.triage.assessing import (
    blames,
    decide_categories,
    decide_risk,
    decide_urgency,
    hastened,
)
from knowledge.triage.cross_validation import held_out
from knowledge.triage.evaluation import Hits
from knowledge.triage.lexicon import Lexicon
from knowledge.triage.reading import read
from knowledge.triage.tasks import ABOUT, FEELING, HOW_SOON, TONE

_TEXTS = 200


def main() -> None:
    """Print the tables."""
    print("\n### Triage: cross-validated on own examples, five folds\n")
    print("| | found | always the commonest |\n| --- | --- | --- |")
    for name, found, commonest in rows():
        print(f"| {name} | {found:.3f} | {commonest:.3f} |")
    texts = [example["text"] for example in ABOUT.examples()[:_TEXTS]]
    print(f"\nOne text takes {assessing_s(texts) * 1000:.1f} ms (median, processor time).")


def rows() -> Iterator[tuple[str, float, float]]:
    """Yield each measure with what the baseline has."""
    yield from _about()
    yield from _soon()
    yield from _felt()
    yield from _said()


def assessing_s(texts: Sequence[str]) -> float:
    """Return the median time of reading one text for all there is to know."""
    triage, taken = Triage(), []
    for text in texts:
        started = time.process_time()
        triage.assess(text)
        taken.append(time.process_time() - started)
    return median(taken)


def _about() -> Iterator[tuple[str, float, float]]:
    pairs = held_out(ABOUT)
    given = [{name for name, _ in decide_categories(p)} for _, p in pairs]
    right = [set(example["categories"]) for example, _ in pairs]
    commonest = Counter(name for names in right for name in names).most_common(1)[0][0]
    scores = [_f1(name, given, right) for name in ABOUT.labels]
    always = [_f1(name, [{commonest}] * len(right), right) for name in ABOUT.labels]
    yield "category, macro-F1", sum(scores) / len(scores), sum(always) / len(always)


def _soon() -> Iterator[tuple[str, float, float]]:
    pairs = held_out(HOW_SOON)
    given, right = [decide_urgency(p) for _, p in pairs], [e["urgency"] for e, _ in pairs]
    hits = Hits([(g == "now", r == "now") for g, r in zip(given, right, strict=True)])
    commonest = Counter(right).most_common(1)[0][1] / len(right)
    yield "urgency, accuracy", _share(g == r for g, r in zip(given, right, strict=True)), commonest
    yield "urgency, recall of now", hits.recall, 0.0
    yield "urgency, precision of now", hits.precision, 0.0
    waits = (g == "week" for g, r in zip(given, right, strict=True) if r != "week")
    yield "urgency, told to wait though pressing", _share(waits), 1.0


def _felt() -> Iterator[tuple[str, float, float]]:
    pairs = held_out(FEELING)
    told = [(decide_risk(p), example["risk"]) for example, p in pairs]
    assert all(hastened("week", given) != "week" for given, _ in told if given != "none")
    danger = Hits([(g == "danger", r == "danger") for g, r in told if r != "distress"])
    yield "danger, recall", danger.recall, 0.0
    yield "danger, alarms on calm texts", danger.false_alarms, 0.0


def _said() -> Iterator[tuple[str, float, float]]:
    lexicon = Lexicon.load(TONE.lexicon)
    told = [
        (blames(p["blame"], read(example["text"], lexicon)), example["label"] == "blame")
        for example, p in held_out(TONE)
    ]
    hits, always = Hits(told), Hits([(True, right) for _, right in told])
    yield "blame, F1", hits.f1, always.f1
    yield "blame, harmless replies flagged", hits.false_alarms, always.false_alarms


def _f1(name: str, given: Sequence[set[str]], right: Sequence[set[str]]) -> float:
    return Hits([(name in g, name in r) for g, r in zip(given, right, strict=True)]).f1


def _share(flags: Iterator[bool]) -> float:
    known = list(flags)
    return sum(known) / len(known)


if __name__ == "__main__":
    main()
