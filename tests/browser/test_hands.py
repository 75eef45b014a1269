"""With the keyboard alone, and in the language that one chooses."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from bot.commands import COMMANDS, Audience
from tests.browser.people import WORDINGS, Person

Visit = Callable[..., Page]
SAY = WORDINGS["fr"]


def test_request_is_asked_and_published_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit("/as/camille")
    camille, keys = Person(page, "camille"), page.keyboard
    camille.composer.focus()
    keys.type("/")
    expect(camille.pane.locator("[role=option]:visible")).to_have_count(
        sum(each.audience is Audience.EVERYBODY for each in COMMANDS)
    )
    keys.press("ArrowDown")
    keys.press("ArrowUp")
    chosen = camille.pane.locator("[role=option][aria-selected=true]")
    expect(chosen).to_contain_text("/crise")
    keys.press("Enter")
    expect(camille.field("text")).to_be_focused()
    keys.type("J’ai posté une blague depuis le compte de la mairie")
    keys.press("Tab")
    expect(camille.pane.locator("[name='answer.urgency'][value=now]")).to_be_focused()
    keys.press("ArrowDown")
    left = camille.pane.locator(".form .field").count() - 2  # the story and the urgency are behind
    for _ in range(left + 1):
        keys.press("Tab")
    expect(camille.pane.locator(".form button[type=submit]")).to_be_focused()
    keys.press("Enter")
    camille.sees(SAY("preview-title"))
    expect(camille.answers.last).to_be_focused()
    keys.press("Tab")  # the cross
    for _ in range(camille.answers.last.locator(".tone-care a").count() + 1):  # numbers to call
        keys.press("Tab")
    expect(camille.place.get_by_role("button", name=SAY("button-publish"))).to_be_focused()
    keys.press("Enter")
    camille.sees(SAY("published-next"))
    keys.press("Escape")
    expect(camille.composer).to_be_focused()


def test_whole_page_speaks_another_language_at_once(visit: Visit) -> None:
    page = visit()
    page.locator(".settings .languages button", has_text="EN").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    for pane in page.locator(".pane").all():
        expect(pane).to_have_attribute("lang", "en")
    expect(page.locator("#guide")).to_contain_text(WORDINGS["en"]("web-step-ask-how"))


def test_page_of_one_person_speaks_as_they_do_up_to_its_top(visit: Visit) -> None:
    page = visit("/as/camille")
    Person(page, "camille").speaks("en")
    expect(page.locator(".tagline")).to_have_text(WORDINGS["en"]("web-tagline"))
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_language_chosen_in_one_window_is_spoken_in_the_other(visit: Visit) -> None:
    here, there = visit("/as/yann"), visit("/")
    Person(here, "yann").speaks("en")
    expect(there.locator("#pane-yann")).to_have_attribute("lang", "en")
    expect(there.locator("#pane-nadia")).to_have_attribute("lang", "fr")
