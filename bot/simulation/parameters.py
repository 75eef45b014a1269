"""What is assumed about people: read from a TOML file, and refused with words when wrong."""

import tomllib
from datetime import time, timedelta
from pathlib import Path
from typing import Annotated, Self, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, model_validator

from bot.domain.people import Language
from bot.domain.vocabulary import Category, Urgency

SHIPPED = Path(__file__).with_name("community.toml")

_Key = TypeVar("_Key")


class InvalidParameters(ValueError):
    """What is wrong in a file of parameters, field by field."""


def _any(weights: dict[_Key, float]) -> dict[_Key, float]:
    if not any(weights.values()):
        raise ValueError("at least one has to be above 0")
    return weights


Share = Annotated[float, Field(ge=0, le=1)]
Weight = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Weights = Annotated[dict[_Key, Weight], AfterValidator(_any)]


class _Section(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Requests(_Section):
    """When people ask, how urgently, about what and in which language; weights, of any sum."""

    hours: Annotated[list[Positive], Field(min_length=24, max_length=24)]
    weekend: Share
    urgency: Weights[Urgency]
    language: Weights[Language]
    categories: Weights[Category]


class Rhythm(_Section):
    """Weekly hours that some mentors have in common; ``days`` counts from Monday, 0."""

    share: Weight
    days: Annotated[list[Annotated[int, Field(ge=0, le=6)]], Field(min_length=1)]
    keeps: Share
    start: time
    end: time

    @model_validator(mode="after")
    def _ends_after_start(self) -> Self:
        if self.end <= self.start:
            raise ValueError("the end has to come after the start")
        return self


class Tongue(_Section):
    """Languages that some mentors speak."""

    share: Weight
    speaks: Annotated[list[Language], Field(min_length=1)]


class Mentors(_Section):
    """What mentors say in their profiles."""

    topics: tuple[Annotated[int, Field(ge=1)], Annotated[int, Field(ge=1, le=len(Category))]]
    quiet: Share
    capacity: Weights[Annotated[int, Field(ge=1, le=20)]]
    tongues: Annotated[list[Tongue], Field(min_length=1)]
    rhythms: Annotated[list[Rhythm], Field(min_length=1)]

    @model_validator(mode="after")
    def _is_a_range(self) -> Self:
        if self.topics[0] > self.topics[1]:
            raise ValueError("topics goes from the fewest to the most")
        return self


class Reading(_Section):
    """How long a notice lies unread."""

    median_minutes: Positive
    spread: Weight
    looks_outside: Share
    looks_round: Share
    passes_by_minutes: Positive


class Accepting(_Section):
    """How likely a mentor who reads is to say yes; ``tires_for`` is in hours."""

    willing: Share
    other_topic: Share
    other_language: Share
    outside_hours: Share
    unasked: Share
    called: Share
    halved_by: Positive
    tires_for: Positive

    @property
    def memory(self) -> timedelta:
        """How long a notice tires."""
        return timedelta(hours=self.tires_for)


class Conversations(_Section):
    """How long a mentor is taken."""

    median_hours: Positive
    spread: Weight


class Parameters(_Section):
    """Everything that is assumed."""

    requests: Requests
    mentors: Mentors
    reading: Reading
    accepting: Accepting
    conversations: Conversations


def read_parameters(file: Path = SHIPPED) -> Parameters:
    """Read a file of parameters; raises ``InvalidParameters`` with each field and what it lacks."""
    try:
        return Parameters.model_validate(tomllib.loads(file.read_text("utf-8")))
    except ValidationError as wrong:
        faults = (f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in wrong.errors())
        raise InvalidParameters("; ".join(faults)) from wrong
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as broken:
        raise InvalidParameters(f"not a TOML file: {broken}") from broken
