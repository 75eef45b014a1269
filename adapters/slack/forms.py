"""Neutral forms as modals, and what comes back of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from adapters.slack import rich
from adapters.slack.render import OPTION_MAX, note, option_payload, plain_text
from adapters.slack.rich import Element
from bot.ui.forms import (
    ChannelField,
    ChoiceField,
    Field,
    Form,
    Gesture,
    TextField,
    TickField,
    Value,
)

TITLE_MAX, LABEL_MAX, HINT_MAX = 24, 2000, 2000
INPUT_MAX, PICKED_MAX = 3000, 100
PICTURES, PICTURES_MAX = "pictures", 4
ANSWER = "answer"  # the action id of every question: its block tells which it is
FORM = "form"  # the callback id of every form
_INITIAL = {
    "value": "initial_value",
    "selected_option": "initial_option",
    "selected_options": "initial_options",
    "selected_conversation": "initial_conversation",
}


def form_view(
    form: Form,
    token: str,
    *,
    close: str,
    before: Sequence[Element] = (),
    after: Sequence[Element] = (),
) -> Element:
    """Return a modal; ``token`` names everything that is needed when it is sent."""
    intro = [rich.block(rich.section(rich.run(p))) for p in rich.pieces(form.intro)]
    # Beneath its question Slack shows what is wrong only of a form that was sent.
    wrong = [part for each in form.fields for part in note(each.fault)]
    questions = [_question(number, each) for number, each in enumerate(form.fields)]
    return {
        "type": "modal",
        "callback_id": FORM,
        "private_metadata": token,
        **titles(form.title, close),
        "submit": plain_text(form.submit, TITLE_MAX),
        "blocks": [*before, *intro, *wrong, *questions, *after],
    }


def titles(title: str, close: str) -> Element:
    """Return the two texts that every modal has; no form's is longer than fits."""
    return {"title": plain_text(title, TITLE_MAX), "close": plain_text(close, TITLE_MAX)}


def given_back(view: Element, state: Mapping[str, Any], why: str) -> Element:
    """Return a modal that was sent as it was filled in, with a sentence above."""
    kept = ("type", "callback_id", "private_metadata", "title", "close", "submit")
    blocks = [_refilled(block, state) for block in view["blocks"]]
    return {**{name: view[name] for name in kept}, "blocks": [*note(why), *blocks]}


def _refilled(block: Element, state: Mapping[str, Any]) -> Element:
    if block["type"] != "input":
        return block
    given = _given(state, block["block_id"])
    asked = {name: v for name, v in block["element"].items() if not name.startswith("initial_")}
    filled = {_INITIAL[name]: v for name, v in given.items() if name in _INITIAL and v}
    return {**block, "element": {**asked, **filled}}


def picture_input(label: str, hint: str) -> Element:
    """Return the question for pictures: any file may be chosen, what cannot pass is explained."""
    return {
        "type": "input",
        "block_id": PICTURES,
        "label": plain_text(label, LABEL_MAX),
        "hint": plain_text(hint, HINT_MAX),
        "optional": True,
        "element": {"type": "file_input", "action_id": ANSWER, "max_files": PICTURES_MAX},
    }


def block_of(number: int) -> str:
    """Return the id of a question's block."""
    return f"q{number}"


def _question(number: int, each: Field) -> Element:
    block: dict[str, Any] = {
        "type": "input",
        "block_id": block_of(number),
        "label": plain_text(each.label, LABEL_MAX),
        "optional": not getattr(each, "required", False),
        "element": _input(each),
    }
    # A box says its hint beside itself.
    if each.hint and not isinstance(each, TickField):
        block["hint"] = plain_text(each.hint, HINT_MAX)
    return block


def _input(each: Field) -> Element:
    if isinstance(each, TextField):
        return _text_input(each)
    if isinstance(each, ChoiceField):
        return _select(each)
    if isinstance(each, ChannelField):
        return _channel_select(each)
    return _box(each)


def _text_input(each: TextField) -> Element:
    size = min(each.max_length, INPUT_MAX)
    payload: dict[str, Any] = {
        "type": "plain_text_input",
        "action_id": ANSWER,
        "multiline": each.long,
        "max_length": size,
    }
    return {**payload, "initial_value": each.value[:size]} if each.value else payload


def _select(each: ChoiceField) -> Element:
    options = [option_payload(n, option) for n, option in enumerate(each.options[:PICKED_MAX])]
    chosen = [p for p, o in zip(options, each.options, strict=False) if o.value in each.value]
    payload: dict[str, Any] = {"action_id": ANSWER, "options": options}
    if chosen and each.many:
        payload["initial_options"] = chosen
    elif chosen:
        payload["initial_option"] = chosen[0]
    return {"type": "multi_static_select" if each.many else "static_select", **payload}


def _channel_select(each: ChannelField) -> Element:
    """Return Slack's own list of channels: it shows those that the person can see."""
    payload: dict[str, Any] = {
        "type": "conversations_select",
        "action_id": ANSWER,
        "filter": {"include": ["public", "private"]},
    }
    return {**payload, "initial_conversation": each.value} if each.value else payload


def _box(each: TickField) -> Element:
    option: dict[str, Any] = {"text": plain_text(each.label, OPTION_MAX), "value": "on"}
    if each.hint:
        option["description"] = plain_text(each.hint, OPTION_MAX)
    payload: dict[str, Any] = {"type": "checkboxes", "action_id": ANSWER, "options": [option]}
    return {**payload, "initial_options": [option]} if each.value else payload


# --- in ---------------------------------------------------------------------------------------


def gesture_of(form: Form, state: Mapping[str, Any]) -> Gesture:
    """Return what the person did; questions that Slack did not answer keep what stood there."""
    values = {
        each.name: _answer(each, _given(state, block_of(number)))
        for number, each in enumerate(form.fields)
    }
    return Gesture(form.act, form.subject, values)


def faults_of(form: Form, answer: Form) -> Mapping[str, str]:
    """Return a sentence for each wrong question, by block; the first has what is left."""
    faults = {each.name: each.fault for each in answer.fields if each.fault}
    found = {
        block_of(number): faults[each.name]
        for number, each in enumerate(form.fields)
        if each.name in faults
    }
    return found or {block_of(0): answer.fault}


def files_of(state: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    """Return the files that were joined to a form."""
    return tuple(_given(state, PICTURES).get("files") or ())


def _given(state: Mapping[str, Any], block: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = state.get(block, {}).get(ANSWER, {})
    return found


def _answer(each: Field, given: Mapping[str, Any]) -> Value:
    if isinstance(each, TextField):
        return str(given.get("value") or "") if given else each.value
    if isinstance(each, TickField):
        return "on" if given.get("selected_options") else ""
    if isinstance(each, ChannelField):
        return str(given.get("selected_conversation") or "")
    picked = given.get("selected_options") or [given.get("selected_option")]
    places = [int(option["value"]) for option in picked if option]
    return tuple(each.options[place].value for place in places if place < len(each.options))
