"""What stands in a modal of the fake Slack, and what a client types into it."""

from typing import Any

from bot.ui.forms import ChannelField, ChoiceField, TickField


def initial(view: dict[str, Any]) -> dict[str, Any]:
    """Return what stands in a form that was just opened."""
    state: dict[str, Any] = {}
    for block in view["blocks"]:
        if block["type"] == "input":
            element = block["element"]
            answer = {
                "type": element["type"],
                "value": element.get("initial_value"),
                "selected_option": element.get("initial_option"),
                "selected_options": element.get("initial_options", []),
                "selected_conversation": element.get("initial_conversation"),
            }
            state[block["block_id"]] = {"answer": answer}
    return state


def typed(asked: Any, element: dict[str, Any], value: str | tuple[str, ...]) -> dict[str, Any]:
    """Return the answer to a question, as a client that checks nothing itself sends it."""
    if isinstance(asked, TickField):
        return {"selected_options": element["options"] if value else []}
    if isinstance(asked, ChannelField):
        return {"type": element["type"], "selected_conversation": value}
    if not isinstance(asked, ChoiceField):
        return {"type": element["type"], "value": value}
    wanted = (value,) if isinstance(value, str) else value
    places = [n for n, option in enumerate(asked.options) if option.value in wanted]
    picked = [element["options"][place] for place in places]
    if asked.many:
        return {"selected_options": picked}
    return {"selected_option": picked[0] if picked else None}
