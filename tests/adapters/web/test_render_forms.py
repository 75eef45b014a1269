"""Every question of a form as HTML."""

import pytest

from adapters.web.render import Renderer
from bot.ui.forms import ChoiceField, Field, Form, TextField, TickField
from bot.ui.screen import Option
from tests.adapters.web.tree import Node, parse

OPTIONS = tuple(Option(str(n), f"Choix {n}", f"indice {n}") for n in range(3))


def form(renderer: Renderer, *fields: Field, fault: str = "") -> Node:
    it = Form("Titre", "request.draft", "s1", fields, "Envoyer", intro="Intro", fault=fault)
    return parse(renderer.private(it, "fr")).one("form")


def test_form_carries_its_act_and_subject_and_how_to_open_it_again(renderer: Renderer) -> None:
    found = form(renderer)
    hidden = found.all("input", where=lambda node: node.attrs["type"] == "hidden")
    assert {node.attrs["name"]: node.attrs["value"] for node in hidden} == {
        "act": "request.draft",
        "subject": "s1",
    }
    assert found.attrs["data-opener"] == "request.ask"
    assert found.text == "Titre Intro Envoyer Plus tard Brouillon gardé dans ce navigateur"


def test_long_text_gives_back_what_was_typed_and_never_cuts_it(renderer: Renderer) -> None:
    typed = "\n  <b>x</b> " + "y" * 5000
    field = TextField("text", "Racontez", "Comme ça vient", typed, True, True, 3000)
    area = form(renderer, field).one("textarea")
    assert area.children == ["\n" + typed]  # the first line break belongs to the tag
    assert area.attrs["name"] == "answer.text"
    assert area.attrs["data-most"] == "3000"
    assert "maxlength" not in area.attrs


def test_question_is_tied_to_its_label_hint_and_fault(renderer: Renderer) -> None:
    field = TextField("names", "Noms à cacher", "Votre marque", "Zed", fault="Trop long")
    found = form(renderer, field, fault="Presque")
    line = found.one("input", where=lambda node: node.attrs.get("name") == "answer.names")
    by_id = {node.attrs["id"]: node for node in found.walk() if "id" in node.attrs}
    told = [by_id[name].text for name in line.attrs["aria-describedby"].split()]
    assert told == ["Votre marque", "Trop long"]
    assert line.attrs["aria-invalid"] == "true"
    label = found.one("label", where=lambda node: node.attrs["for"] == line.attrs["id"])
    assert label.text == "Noms à cacher facultatif"
    alert = found.one(where=lambda node: node.attrs.get("role") == "alert")
    assert alert.text == "Presque"


def test_few_required_options_are_radios(renderer: Renderer) -> None:
    field = ChoiceField("urgency", "Quand ?", OPTIONS, value=("1",), required=True)
    radios = form(renderer, field).one("fieldset").all("input")
    assert [(r.attrs["type"], r.attrs["value"], "checked" in r.attrs) for r in radios] == [
        ("radio", "0", False),
        ("radio", "1", True),
        ("radio", "2", False),
    ]


def test_one_of_many_or_none_is_a_list(renderer: Renderer) -> None:
    field = ChoiceField("category", "Sujet", OPTIONS, value=("2",))
    options = form(renderer, field).one("select").all("option")
    assert [(o.attrs["value"], o.text, "selected" in o.attrs) for o in options] == [
        ("", "Choisir…", False),
        ("0", "Choix 0", False),
        ("1", "Choix 1", False),
        ("2", "Choix 2", True),
    ]


def test_several_of_many_are_boxes(renderer: Renderer) -> None:
    field = ChoiceField("languages", "Langues", OPTIONS, value=("0", "2"), many=True)
    boxes = form(renderer, field).one("fieldset").all("input")
    assert [(b.attrs["type"], "checked" in b.attrs) for b in boxes] == [
        ("checkbox", True),
        ("checkbox", False),
        ("checkbox", True),
    ]


@pytest.mark.parametrize("value", [True, False])
def test_yes_or_no_is_a_box(renderer: Renderer, value: bool) -> None:
    found = form(renderer, TickField("discreet", "Discrètement", value=value))
    box = found.one("input", where=lambda node: node.attrs["type"] == "checkbox")
    assert ("checked" in box.attrs) is value
