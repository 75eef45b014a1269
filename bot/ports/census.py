"""How much there is of what, for whoever hosts: counts and delays, nobody and nothing by name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Census:
    """What is stored now; ``head`` numbers the oldest delivery that waits, if any does."""

    requests: Mapping[str, int]  # by state
    waiting: int  # deliveries
    head: int | None
    parked: int  # events that nobody could make anything of
    late: timedelta  # how long the oldest timer that is due has been so
