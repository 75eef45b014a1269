"""A form comes back from its paper as it was."""

import json

from adapters.kit import paper
from bot.ui.forms import ChoiceField, Form, TextField, TickField
from bot.ui.screen import Option

FORM = Form(
    "Titre",
    "act",
    "sujet",
    (
        TextField("text", "Texte", "aide", "déjà là", required=True, long=True, max_length=3000),
        ChoiceField("c", "Choix", (Option("a", "A", "x"), Option("b", "B")), value=("a",)),
        TickField("t", "Oui", value=True),
    ),
    "Envoyer",
    intro="Bonjour",
    fault="presque",
)


def test_form_comes_back_as_it_was() -> None:
    assert paper.read(paper.write(FORM)) == FORM


def test_paper_is_plain_json() -> None:
    kinds = [field["kind"] for field in json.loads(paper.write(FORM))["form"]["fields"]]
    assert kinds == ["TextField", "ChoiceField", "TickField"]
