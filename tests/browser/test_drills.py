"""A rehearsal on the page: what was played stays readable, what is over cannot be pressed."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.people import Person


def test_drill_is_played_and_a_moment_that_is_over_offers_nothing(
    visit: Callable[..., Page], complaints: list[str]
) -> None:
    louis = Person(visit("/as/louis"), "louis")
    louis.command("scenario 3-suisses-je-suis-charlie-2015")
    louis.press("button-drill-alone")
    louis.press("button-drill-answer")
    louis.fill(text="Je retire l’image et je préviens ma cheffe.")
    louis.send_form()
    louis.sees("La marque explique son image")
    answer = louis.place.get_by_role("button", name=louis.say("button-drill-answer"))
    expect(answer).to_have_count(0)
    louis.press("button-drill-next")
    louis.sees("La colère ne retombe pas")
    expect(answer).to_have_count(1)
    louis.press("button-drill-answer")
    louis.fill(text="On suspend toutes les publications.")
    louis.send_form()
    louis.press("button-drill-end")
    louis.sees(louis.say("drill-thought-of"))
    louis.sees("On suspend toutes les publications.")
    assert complaints == []
