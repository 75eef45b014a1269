"""The life of a request, step by step."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest

from bot.domain import events as e
from bot.domain.errors import AlreadyClaimed, NobodyYet, NotAllowed, TooLate
from bot.domain.ids import CommunityId, MentorId, RequestId
from bot.domain.people import Address, Party
from bot.domain.policy import Role, State
from bot.domain.request import Request
from bot.domain.vocabulary import Urgency

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
HERE, ID = CommunityId("c"), RequestId("r")
NADIA, YANN = MentorId("nadia"), MentorId("yann")


def draft() -> Request:
    return Request(
        ID,
        HERE,
        Address("web", "sandbox", "camille"),
        "fr",
        date(2026, 3, 2),
        text="[nom] a posté",
        original="Zed a posté",
    )


def opened() -> Request:
    request = draft()
    request.prepare(code_name="loutre-bleue", receipt="AAAA")
    request.publish(at=NOW, role=Role.REQUESTER)
    request.events.clear()
    return request


def claimed() -> Request:
    request = opened()
    request.claim(NADIA, mentor_name="Nadia", at=NOW)
    request.events.clear()
    return request


def resolved() -> Request:
    request = claimed()
    request.close_silent(at=NOW)
    request.events.clear()
    return request


def test_publishing_forgets_what_was_typed_and_keeps_what_was_masked() -> None:
    request = draft()
    request.prepare(code_name="loutre-bleue", receipt="AAAA")
    assert (request.original, request.text) == (None, "[nom] a posté")
    assert request.is_scheduled


def test_first_claim_wins_and_the_second_learns_who_was_faster() -> None:
    request = opened()
    request.claim(NADIA, mentor_name="Nadia", at=NOW)
    with pytest.raises(AlreadyClaimed) as refusal:
        request.claim(YANN, mentor_name="Nadia", at=NOW)
    assert refusal.value.arguments == {"mentor": "Nadia"}
    assert request.events == [e.RequestClaimed(HERE, ID, NADIA)]


def test_claiming_twice_is_harmless_for_the_winner() -> None:
    request = claimed()
    request.claim(NADIA, mentor_name="Nadia", at=NOW)
    assert request.events == []


def test_released_request_is_open_again_and_asks_everybody_anew() -> None:
    request = claimed()
    request.asked = (NADIA, YANN)
    request.release(role=Role.HOLDER, at=NOW)
    assert (request.state, request.mentors, request.asked) == (State.OPEN, (), ())
    assert request.events == [e.RequestReleased(HERE, ID, NADIA, "released")]


def test_asking_for_another_mentor_avoids_the_former_one() -> None:
    request = claimed()
    request.release(role=Role.REQUESTER, at=NOW, reason="another")
    assert request.avoided == (NADIA,)


def test_hand_over_needs_the_other_mentors_yes() -> None:
    request = claimed()
    request.offer(NADIA, YANN)
    assert request.mentor == NADIA
    request.accept(YANN, at=NOW)
    assert (request.mentor, request.offered_to) == (YANN, None)
    assert request.events[-1] == e.HandedOver(HERE, ID, NADIA, YANN)


def test_nobody_but_the_offered_mentor_accepts() -> None:
    request = claimed()
    request.offer(NADIA, YANN)
    with pytest.raises(NotAllowed):
        request.accept(MentorId("other"), at=NOW)


def test_co_mentor_joins_and_is_a_holder() -> None:
    request = claimed()
    request.join(YANN)
    assert (request.mentors, request.role_of(YANN)) == ((NADIA, YANN), Role.HOLDER)


def test_closing_takes_both_sides() -> None:
    request = claimed()
    request.propose_close(Party.MENTOR, Role.HOLDER, at=NOW)
    assert request.state is State.CLAIMED
    request.confirm_close(Party.REQUESTER, Role.REQUESTER, at=NOW)
    assert request.state is State.RESOLVED
    assert request.events == [
        e.CloseProposed(HERE, ID, Party.MENTOR),
        e.RequestResolved(HERE, ID, "agreed"),
    ]


def test_one_side_cannot_confirm_its_own_proposal() -> None:
    request = claimed()
    request.propose_close(Party.MENTOR, Role.HOLDER, at=NOW)
    with pytest.raises(TooLate):
        request.confirm_close(Party.MENTOR, Role.HOLDER, at=NOW)


def test_both_sides_proposing_is_an_agreement() -> None:
    request = claimed()
    request.propose_close(Party.MENTOR, Role.HOLDER, at=NOW)
    request.propose_close(Party.REQUESTER, Role.REQUESTER, at=NOW)
    assert request.state is State.RESOLVED


def test_writing_withdraws_a_proposal_to_close() -> None:
    request = claimed()
    request.propose_close(Party.MENTOR, Role.HOLDER, at=NOW)
    request.note_message(Party.REQUESTER, Role.REQUESTER)
    assert request.close_proposed_by is None


def test_reopening_keeps_the_code_name_and_starts_afresh() -> None:
    request = resolved()
    request.reopen(at=NOW)
    assert (request.state, request.code_name, request.mentor) == (State.OPEN, "loutre-bleue", None)


def test_a_withdrawn_draft_cannot_be_reopened() -> None:
    request = draft()
    request.withdraw(at=NOW)
    with pytest.raises(TooLate):
        request.reopen(at=NOW)


def test_rating_thanks_the_mentor_who_helped() -> None:
    request = resolved()
    request.rate(3)
    assert request.events == [e.RequestRated(HERE, ID, NADIA)]


@pytest.mark.parametrize("make", [draft, resolved])
def test_details_need_a_live_request(make: Callable[[], Request]) -> None:
    with pytest.raises(TooLate):
        make().add_details("plus")


def test_urgency_of_what_has_ended_stays() -> None:
    with pytest.raises(TooLate):
        resolved().change_urgency(Urgency.WEEK)


@pytest.mark.parametrize(
    ("discreet", "urgency", "may_wait"),
    [
        (True, Urgency.NOW, False),
        (True, Urgency.TODAY, True),
        (True, Urgency.WEEK, True),
        (False, Urgency.WEEK, False),
    ],
)
def test_only_a_discreet_request_waits_and_never_one_for_now(
    discreet: bool, urgency: Urgency, may_wait: bool
) -> None:
    request = draft()
    request.discreet = discreet
    request.change_urgency(urgency)
    assert request.may_wait is may_wait


def test_words_before_any_mentor_are_told_where_they_would_be_read() -> None:
    request = opened()
    with pytest.raises(NobodyYet):
        request.note_message(Party.REQUESTER, Role.REQUESTER)
