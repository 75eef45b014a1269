"""Two people give each other a name, together or not at all."""

import pytest

from bot.domain.errors import TooLate
from bot.domain.ids import MentorId
from bot.domain.naming import UNNAMED, Naming
from bot.domain.people import Party

NADIA = MentorId("nadia")


def test_one_yes_shows_nothing_and_waits_for_the_other() -> None:
    asked = UNNAMED.given(Party.REQUESTER, "Camille", None)
    assert (asked.is_mutual, asked.asked_by) == (False, Party.REQUESTER)


def test_two_yes_are_for_good() -> None:
    both = UNNAMED.given(Party.REQUESTER, "Camille", None).given(Party.MENTOR, "Nadia", NADIA)
    assert both == Naming("Camille", "Nadia", NADIA)
    assert (both.is_mutual, both.asked_by) == (True, None)
    with pytest.raises(TooLate):
        both.kept(Party.MENTOR)
    with pytest.raises(TooLate):
        both.given(Party.MENTOR, "Autre", NADIA)


@pytest.mark.parametrize("side", Party)
def test_a_no_from_either_side_forgets_both(side: Party) -> None:
    assert UNNAMED.given(Party.MENTOR, "Nadia", NADIA).kept(side) == UNNAMED
