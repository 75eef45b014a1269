"""What cannot be done says so under a fitting title, and is known as a refusal."""

from bot.domain.errors import AlreadyClaimed, NotAllowed
from bot.ui.notices import done, refused
from bot.ui.screen import Screen
from bot.wording import load

SAY = load(strict=True)["fr"]


def test_losing_a_race_is_not_told_as_something_impossible() -> None:
    assert refused(SAY, NotAllowed()).title == "Ce n’est pas possible"
    assert refused(SAY, AlreadyClaimed(mentor="Nadia")).title == "C’est déjà pris"


def test_refusal_is_known_by_what_it_is_and_not_by_its_words() -> None:
    no, yes = refused(SAY, AlreadyClaimed(mentor="Nadia")), done(SAY, "kept-open")
    assert Screen.of(no).refuses
    assert Screen.of(yes, no).refuses
    assert not Screen.of(yes).refuses
