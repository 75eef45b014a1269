"""A mentor and a request made by hand, and assumptions that leave nothing to luck."""

from datetime import UTC, datetime
from typing import Any

from bot.domain.ids import CommunityId, MentorId, RequestId
from bot.domain.mentor import Mentor, Profile, Standing
from bot.domain.people import Address
from bot.domain.policy import Role
from bot.domain.request import Request
from bot.domain.vocabulary import Category, Urgency
from bot.simulation.parameters import Parameters, read_parameters

NINE = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)  # a Monday, 9:00 in Paris


def mentor(name: str = "m", **profile: Any) -> Mentor:
    knowing = {"categories": (Category.BAD_BUZZ,)} | profile
    address = Address("simulated", "", name)
    made = Profile(name, **knowing)
    return Mentor(MentorId(name), CommunityId("c"), (address,), "fr", made, Standing.APPROVED)


def request(name: str = "r", at: datetime = NINE, urgency: Urgency = Urgency.NOW) -> Request:
    asker = Address("simulated", "", name)
    made = Request(RequestId(name), CommunityId("c"), asker, "fr", at.date(), text="")
    made.urgency, made.category = urgency, Category.BAD_BUZZ
    made.publish(at=at, role=Role.REQUESTER)
    return made


def assumed(**changes: float) -> Parameters:
    """Return parameters where whoever reads accepts, at once, but for ``changes``."""
    shipped = read_parameters()
    certain: dict[str, float] = {"spread": 0, "looks_outside": 1, "looks_round": 0, "willing": 1}
    certain |= {"halved_by": 1e9, "passes_by_minutes": 1e7} | changes
    sections = {
        name: section.model_copy(update={k: v for k, v in certain.items() if k in fields})
        for name, section in shipped
        for fields in (type(section).model_fields,)
    }
    return shipped.model_copy(update=sections)
