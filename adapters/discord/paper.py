"""A step of a form on its way, written down as JSON: it waits in the meaning of a token."""

from adapters.discord.forms import Step
from adapters.kit import paper
from adapters.kit.paper import tupled


def write(step: Step) -> str:
    """Return a step as JSON."""
    return paper.write(step.form, answered=step.answered, answers=dict(step.answers))


def read(text: str) -> Step:
    """Return the step that ``write`` wrote."""
    form, beside = paper.read_all(text)
    known = {name: tupled(value) for name, value in beside["answers"].items()}
    return Step(form, beside["answered"], known)
