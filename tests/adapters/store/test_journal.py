"""Every event and every recipient survives the way into a row and back."""

from dataclasses import fields
from datetime import date
from typing import Any, get_type_hints

import pytest

from adapters.store.journal import EVENTS, from_row, to_row
from adapters.store.lanes import lane_of, recipient_from_text, recipient_to_text
from bot.domain import events as domain
from bot.domain.community import Channel
from bot.domain.events import Event, RequestEvent
from bot.domain.ids import CaseId, CommunityId, JoiningId, MentorId, RequestId, new_id
from bot.domain.people import Party
from bot.ports.outbound import (
    Delivery,
    Recipient,
    ToJoiner,
    ToMentor,
    ToRequester,
    ToRoom,
    ToThread,
)

RECIPIENTS: list[Recipient] = [
    ToRequester(RequestId("a-_request")),
    ToMentor(MentorId("a-_mentor")),
    ToThread(RequestId("a:request"), 12),
    ToJoiner(JoiningId("a:joining")),
    *(ToRoom(3, channel) for channel in Channel),
]


def leaves(kind: type[Event]) -> set[str]:
    """Name the events below a kind (the classes themselves exist twice: slots make copies)."""
    below = kind.__subclasses__()
    return set().union(*map(leaves, below)) if below else {kind.__name__}


def filled(kind: type[Event]) -> Event:
    """Return an event whose every field has a value of its own."""
    hints = get_type_hints(kind)
    return kind(**{each.name: _value(hints[each.name], each.name) for each in fields(kind)})


def _value(hint: Any, name: str) -> Any:
    if hint is Party:
        return Party.MENTOR
    if hint is date:
        return date(2026, 11, 23)
    if name == "helping":
        return (MentorId(new_id()), MentorId(new_id()))
    if name == "asked":
        return ((MentorId(new_id()), "category hours"), (MentorId(new_id()), "free é"))
    return {int: 3, bool: True}.get(hint, new_id())


def test_the_table_holds_every_event() -> None:
    assert set(EVENTS) == leaves(Event) - {"RequestEvent"}
    assert all(name == kind.__name__ for name, kind in EVENTS.items())


@pytest.mark.parametrize("kind", EVENTS.values(), ids=EVENTS)
def test_an_event_comes_back_whole(kind: type[Event]) -> None:
    event = filled(kind)
    assert from_row(to_row(event)) == event


def test_an_absent_draft_stays_absent() -> None:
    event = domain.CasePublished(CommunityId("here"), CaseId("cas"), None)
    assert from_row(to_row(event)) == event


@pytest.mark.parametrize("kind", EVENTS.values(), ids=EVENTS)
def test_events_stay_in_order_by_request(kind: type[Event]) -> None:
    event = filled(kind)
    expected = event.request if isinstance(event, RequestEvent) else event.community
    assert to_row(event)["lane"] == expected


@pytest.mark.parametrize("recipient", RECIPIENTS, ids=str)
def test_a_recipient_comes_back_whole(recipient: Recipient) -> None:
    assert recipient_from_text(recipient_to_text(recipient)) == recipient


def test_a_recipient_of_no_known_kind_is_an_error() -> None:
    with pytest.raises(ValueError, match="pigeon"):
        recipient_from_text("pigeon:1")


def test_a_lane_is_a_community_a_recipient_and_a_request() -> None:
    lanes = {
        lane_of(Delivery(CommunityId(here), recipient, "view", "subject", request))
        for here in ("here", "there")
        for recipient in RECIPIENTS
        for request in (None, RequestId("one"), RequestId("two"))
    }
    assert len(lanes) == 2 * len(RECIPIENTS) * 3
