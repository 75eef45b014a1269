"""Words that several screens share: categories, urgencies, states, outcomes."""

from bot.domain.people import Party
from bot.domain.policy import State
from bot.domain.request import Request
from bot.domain.vocabulary import Category, Urgency
from bot.ui.screen import Option, Tone
from bot.wording import Wording

TONES = {Urgency.NOW: Tone.NOW, Urgency.TODAY: Tone.TODAY, Urgency.WEEK: Tone.WEEK}


def category_name(say: Wording, category: Category | None) -> str:
    """Return a category as people say it."""
    return say(f"category-{category.value}") if category else say("category-unknown")


def urgency_name(say: Wording, urgency: Urgency) -> str:
    """Return an urgency as people say it."""
    return say(f"urgency-{urgency.value}")


def state_name(say: Wording, state: State) -> str:
    """Return a state as people say it."""
    return say(f"state-{state.value}")


def news_title(say: Wording, request: Request, to: Party) -> str:
    """Return what stands over news of a request; it is about that name, not from it."""
    return say(f"news-title-{to.value}", name=request.code_name)


def state_of(say: Wording, request: Request) -> str:
    """Return the state of a request as its author reads it."""
    return say("state-scheduled") if request.is_scheduled else state_name(say, request.state)


def category_options(say: Wording) -> tuple[Option, ...]:
    """Return the fourteen categories to choose from."""
    return tuple(Option(each.value, category_name(say, each)) for each in Category)


def urgency_options(say: Wording) -> tuple[Option, ...]:
    """Return the three urgencies to choose from."""
    return tuple(
        Option(each.value, urgency_name(say, each), say(f"urgency-{each.value}-hint"))
        for each in Urgency
    )
