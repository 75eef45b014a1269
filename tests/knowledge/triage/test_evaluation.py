"""Whether the measures count what they say."""

import json

from knowledge.triage import Triage
from knowledge.triage.evaluation import Hits, evaluate


def test_hits_are_counted_by_hand() -> None:
    hits = Hits([(True, True), (True, False), (False, True), (False, False), (False, False)])
    assert (hits.recall, hits.precision, hits.false_alarms, hits.f1) == (0.5, 0.5, 1 / 3, 0.5)


def test_no_text_gives_no_recall_rather_than_an_error() -> None:
    assert (Hits([]).recall, Hits([]).precision, Hits([]).f1) == (0.0, 0.0, 0.0)


def test_each_kind_of_line_is_measured() -> None:
    lines = [
        {
            "text": "Compte piraté, mot de passe changé, là maintenant !",
            "categories": ["compte-pirate"],
            "urgency": "now",
        },
        {"text": "J’ai envie de mourir.", "label": "danger"},
        {"text": "Quel outil pour planifier ?", "risk": "none"},
        {"text": "Tu l’as bien cherché.", "label": "blame"},
        {"text": "Courage !", "label": "ok"},
    ]
    assert evaluate(map(json.dumps, lines), Triage()) == {
        "texts": 5,
        "category_macro_f1": 1.0,
        "category_first_is_right": 1.0,
        "category_f1": {"compte-pirate": 1.0},
        "urgency_now_recall": 1.0,
        "urgency_now_precision": 1.0,
        "urgency_accuracy": 1.0,
        "danger_recall": 1.0,
        "danger_alarms_on_none": 0.0,
        "danger_said_of_distress": 0.0,
        "danger_or_distress_noticed": 1.0,
        "danger_or_distress_alarms": 0.0,
        "blame_f1": 1.0,
        "blame_recall": 1.0,
        "blame_false_flags": 0.0,
    }


def test_lines_without_an_answer_measure_nothing() -> None:
    assert evaluate(['{"text": "bonjour"}', ""], Triage()) == {"texts": 1}
