from dataclasses import replace

from adapters.discord import paper
from adapters.discord.forms import Step, answers, fitting, modal
from bot.ui.asking import crisis_form
from bot.ui.forms import ChoiceField, Form, Gesture, TextField, TickField
from bot.ui.screen import Option
from bot.wording import load

SAY = load(strict=True)


def form(*fields: TextField | ChoiceField | TickField, intro: str = "") -> Form:
    return Form("Un titre", "some.act", "subject", fields, "Envoyer", intro=intro)


def test_a_form_of_five_is_one_modal() -> None:
    step = Step(form(*(TextField(f"f{n}", f"Champ {n}") for n in range(5))))
    assert len(modal(step, "t")["components"]) == 5
    assert step.after({}).is_done


def test_a_longer_form_is_asked_step_by_step_with_its_words_first() -> None:
    step = Step(crisis_form(SAY["fr"], "r1", "Rien ne part."))
    assert [each.name for each in step.fields] == ["text", "urgency", "category", "names"]
    assert modal(step, "t")["components"][0]["type"] == 10
    after = step.after({"text": "au secours", "urgency": ("now",)})
    assert [each.name for each in after.fields] == ["excluded", "discreet", "stays_home"]
    assert after.may_stop
    assert not step.may_stop


def test_skipped_questions_keep_what_stood_there() -> None:
    step = Step(form(TextField("a", "A", value="un"), TickField("b", "B", value=True)))
    assert step.gesture() == Gesture("some.act", "subject", {"a": "un", "b": "on"})


def test_what_is_filled_in_comes_back_by_name() -> None:
    options = (Option("x", "X"), Option("y", "Y"))
    step = Step(
        form(TextField("a", "A"), ChoiceField("c", "C", options, many=True), TickField("t", "T"))
    )
    sent = [
        {"type": 18, "component": {"custom_id": "q0", "value": "bonjour"}},
        {"type": 18, "component": {"custom_id": "q1", "values": ["1", "0"]}},
        {"type": 18, "component": {"custom_id": "q2", "value": True}},
    ]
    assert answers(step, sent) == {"a": "bonjour", "c": ("y", "x"), "t": "on"}


def test_a_list_that_is_too_long_is_cut_and_put_together_again() -> None:
    options = tuple(Option(f"v{n}", f"Choix {n}") for n in range(30))
    step = Step(fitting(form(ChoiceField("c", "Liste", options, many=True))))
    assert [len(each.options) for each in step.fields if isinstance(each, ChoiceField)] == [25, 5]
    sent = [
        {"type": 18, "component": {"custom_id": "q0", "values": ["2"]}},
        {"type": 18, "component": {"custom_id": "q1", "values": ["4"]}},
    ]
    assert answers(step, sent) == {"c": ("v2", "v29")}


def test_labels_keep_within_discords_limits() -> None:
    long = TextField("a", "Une question bien trop longue pour tenir dans une étiquette de Discord")
    payload = modal(Step(replace(form(long), title="T" * 80)), "t")
    label = payload["components"][0]
    assert len(payload["title"]) <= 45
    assert len(label["label"]) <= 45
    assert label["description"] == long.label


def test_a_step_is_written_down_and_read_back_whole() -> None:
    step = Step(crisis_form(SAY["fr"], "r1", "Rien ne part.")).after(
        {"text": "é\n\"'", "urgency": ("now",)}
    )
    assert paper.read(paper.write(step)) == step
