"""`entraide redact` and `entraide triage`: one text, or lines in and out."""

import json

import pytest

from tests.cli.conftest import Run


def test_redact_masks_and_says_how_much(run: Run) -> None:
    done = run("redact", "Écrivez à lea@exemple.fr pour Kalista.", "--hide", "Kalista")
    assert done.code == 0
    assert done.out == "Écrivez à [e-mail] pour [nom masqué].\n"
    assert done.err.startswith("2 masked")


def test_redact_labels_in_the_language_asked_for(run: Run) -> None:
    assert run("redact", "lea@example.org", "--language", "en").out == "[email]\n"


def test_redact_keeps_ids_and_order(run: Run) -> None:
    lines = (
        '{"id": 1, "text": "lea@exemple.fr"}\n'
        "\n"
        '{"id": "b", "text": "Kalista", "names_to_hide": ["Kalista"]}\n'
    )
    done = run("redact", "--jsonl", "-", given=lines)
    assert [json.loads(line) for line in done.out.splitlines()] == [
        {"id": 1, "masked": "[e-mail]"},
        {"id": "b", "masked": "[nom masqué]"},
    ]


@pytest.mark.parametrize("command", ["redact", "triage"])
def test_bad_line_ends_with_its_number_after_the_good_ones(command: str, run: Run) -> None:
    done = run(command, "--jsonl", "-", given='{"id": 1, "text": "bonjour"}\n{"id": 2}\n')
    assert done.code == 1
    assert len(done.out.splitlines()) == 1
    assert "line 2" in done.err


@pytest.mark.parametrize("command", ["redact", "triage"])
def test_nothing_to_read_is_told(command: str, run: Run) -> None:
    done = run(command)
    assert done.code == 2
    assert f"For example: entraide {command} " in done.err


def test_triage_tells_topic_urgency_risk_and_why(run: Run) -> None:
    done = run("triage", "Notre compte Instagram a été piraté il y a cinq minutes, au secours !")
    assert done.code == 0
    told = {line.split()[0] for line in done.out.splitlines()}
    assert told == {"topic", "urgency", "risk", "why"}
    assert "Compte piraté" in done.out


def test_triage_prints_lines_for_crises(run: Run) -> None:
    given = '{"id": "a", "text": "Notre compte a été piraté, tout le monde voit les messages !"}\n'
    answer = json.loads(run("triage", "--jsonl", "-", given=given).out)
    assert set(answer) == {"id", "categories", "urgency", "risk"}
    assert answer["categories"][0] == "compte-pirate"


def test_triage_prints_lines_for_replies(run: Run) -> None:
    blame = "Franchement c'est de ta faute, tu es nul et tu as ruiné ta boîte."
    given = json.dumps({"id": "a", "text": blame})
    assert json.loads(run("triage", "--replies", "--jsonl", "-", given=given).out) == {
        "id": "a",
        "label": "blame",
    }


def test_triage_of_a_reply_says_why_as_json(run: Run) -> None:
    answer = json.loads(run("triage", "--replies", "--json", "Courage, on relit ensemble ?").out)
    assert answer == {"label": "ok", "why": []}
