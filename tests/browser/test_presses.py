"""A press that has begun does what it was meant to do, whatever is drawn again meanwhile."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.people import Person

Visit = Callable[..., Page]
STORY = "J’ai posté une blague depuis le compte de la mairie, tout le monde fait des captures."
LATER = "Un journaliste appelle"


@pytest.fixture
def camille(visit: Visit) -> Person:
    """Camille, who has published."""
    camille = Person(visit("/as/camille"), "camille")
    camille.command("crise")
    camille.fill(text=STORY)
    camille.send_form()
    camille.press("button-publish")
    camille.sees(camille.say("published-next"))
    return camille


@pytest.fixture
def windows(visit: Visit, camille: Person) -> tuple[Person, Person]:
    """Nadia at the request in the mentors' room, in two windows."""
    both = Person(visit("/as/nadia"), "nadia"), Person(visit("/as/nadia"), "nadia")
    for nadia in both:
        nadia.open(nadia.say("web-place-mentors"))
        nadia.sees("compte de la mairie")
    return both


def claim_of(nadia: Person) -> Locator:
    return nadia.place.get_by_role("button", name=nadia.say("button-claim")).last


def draws_again(camille: Person, seen_by: Person) -> None:
    """Change the request, and so every card of it."""
    camille.press("button-details")
    camille.fill(text=LATER)
    camille.send_form()
    seen_by.sees(LATER)


def test_card_is_not_drawn_again_under_the_pointer_that_presses_it(
    camille: Person, windows: tuple[Person, Person]
) -> None:
    nadia, elsewhere = windows
    claim_of(nadia).hover()
    nadia.page.mouse.down()
    draws_again(camille, elsewhere)
    nadia.misses(LATER)
    nadia.page.mouse.up()
    nadia.sees(LATER)
    nadia.sees(nadia.say("claimed"))


def test_card_is_not_drawn_again_under_the_key_that_presses_it(
    camille: Person, windows: tuple[Person, Person]
) -> None:
    nadia, elsewhere = windows
    claim_of(nadia).focus()
    nadia.page.keyboard.down("Space")
    draws_again(camille, elsewhere)
    nadia.misses(LATER)
    nadia.page.keyboard.up("Space")
    nadia.sees(LATER)
    nadia.sees(nadia.say("claimed"))


def test_answer_to_a_button_that_was_drawn_again_meanwhile_still_arrives_beside_the_rest(
    camille: Person, windows: tuple[Person, Person]
) -> None:
    nadia, elsewhere = windows
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    nadia.page.route("**/act", hold)
    claim_of(nadia).click()
    expect(claim_of(nadia)).to_be_disabled()
    draws_again(camille, elsewhere)
    nadia.sees(LATER)
    posts = nadia.place.locator(".posts > .post")
    there = posts.count()
    held[0].continue_()
    nadia.sees(nadia.say("claimed"))
    expect(posts).to_have_count(there)  # the answer stands beside them, not in their place
