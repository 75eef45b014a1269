"""Measures the triage on labelled JSON lines: categories, urgency, risk, tone."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from knowledge.triage.assessing import Triage

Example = Mapping[str, Any]
Report = dict[str, object]


@dataclass(frozen=True, slots=True)
class Hits:
    """Whether a label was given, and whether it was right to: one pair a text."""

    pairs: Sequence[tuple[bool, bool]]

    @property
    def recall(self) -> float:
        """Return the share of the texts that have the label which got it."""
        return _share([given for given, right in self.pairs if right])

    @property
    def precision(self) -> float:
        """Return the share of the texts that got the label which have it."""
        return _share([right for given, right in self.pairs if given])

    @property
    def false_alarms(self) -> float:
        """Return the share of the texts without the label that got it."""
        return _share([given for given, right in self.pairs if not right])

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall."""
        both = sum(given and right for given, right in self.pairs)
        return 2 * both / (sum(given + right for given, right in self.pairs) or 1)


def evaluate(lines: Iterable[str], triage: Triage) -> Report:
    """Measure all that the lines carry the right answer to.

    ``categories`` and ``urgency`` for crises; ``risk``, or a ``label`` among danger, distress and
    none, for feelings; a ``label`` among blame and ok for replies.
    """
    examples = [json.loads(line) for line in lines if line.strip()]
    crises = [example for example in examples if "categories" in example]
    feelings = [example for example in examples if _risk(example) in {"danger", "distress", "none"}]
    replies = [example for example in examples if example.get("label") in {"blame", "ok"}]
    report: Report = {"texts": len(examples)}
    if crises:
        report |= _about(crises, triage) | _soon(crises, triage)
    if feelings:
        report |= _felt(feelings, triage)
    if replies:
        report |= _tone(replies, triage)
    return report


def _about(crises: Sequence[Example], triage: Triage) -> Report:
    given = [{name for name, _ in triage.assess(e["text"]).categories} for e in crises]
    right = [set(e["categories"]) for e in crises]
    names = sorted(set().union(*right))
    by_name = {
        name: Hits([(name in g, name in r) for g, r in zip(given, right, strict=True)])
        for name in names
    }
    return {
        "category_macro_f1": _rounded(sum(hits.f1 for hits in by_name.values()) / len(names)),
        "category_first_is_right": _rounded(
            _share([triage.assess(e["text"]).categories[0][0] in e["categories"] for e in crises])
        ),
        "category_f1": {name: _rounded(hits.f1) for name, hits in by_name.items()},
    }


def _soon(crises: Sequence[Example], triage: Triage) -> Report:
    timed = [e for e in crises if "urgency" in e]
    pairs = [(triage.assess(e["text"]).urgency, e["urgency"]) for e in timed]
    now = Hits([(given == "now", right == "now") for given, right in pairs])
    return {
        "urgency_now_recall": _rounded(now.recall),
        "urgency_now_precision": _rounded(now.precision),
        "urgency_accuracy": _rounded(_share([given == right for given, right in pairs])),
    }


def _felt(feelings: Sequence[Example], triage: Triage) -> Report:
    pairs = [(triage.assess(e["text"]).risk, _risk(e)) for e in feelings]
    danger_or_calm = [
        (given == "danger", right == "danger") for given, right in pairs if right != "distress"
    ]
    noticed = Hits([(given != "none", right != "none") for given, right in pairs])
    return {
        "danger_recall": _rounded(Hits(danger_or_calm).recall),
        "danger_alarms_on_none": _rounded(Hits(danger_or_calm).false_alarms),
        "danger_said_of_distress": _rounded(
            _share([given == "danger" for given, right in pairs if right == "distress"])
        ),
        "danger_or_distress_noticed": _rounded(noticed.recall),
        "danger_or_distress_alarms": _rounded(noticed.false_alarms),
    }


def _tone(replies: Sequence[Example], triage: Triage) -> Report:
    blame = Hits(
        [(triage.tone(e["text"]).label == "blame", e["label"] == "blame") for e in replies]
    )
    return {
        "blame_f1": _rounded(blame.f1),
        "blame_recall": _rounded(blame.recall),
        "blame_false_flags": _rounded(blame.false_alarms),
    }


def _risk(example: Example) -> object:
    return example.get("risk", example.get("label"))


def _share(flags: Sequence[bool]) -> float:
    return sum(flags) / len(flags) if flags else 0.0


def _rounded(value: float) -> float:
    return round(value, 3)
