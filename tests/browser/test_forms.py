"""What somebody typed is never lost: faults, closed pages, lost answers, killed servers."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.browser.people import Person
from tests.browser.sandbox import Sandbox

Visit = Callable[..., Page]
STORY = "J’ai posté une blague depuis le compte de la mairie, tout le monde fait des captures."


def begun(page: Page) -> Person:
    camille = Person(page, "camille")
    camille.command("crise")
    camille.fill(text=STORY, names="Zed", category="boulette")
    camille.pane.get_by_text(camille.say("urgency-today"), exact=True).click()
    return camille


def is_as_it_was(camille: Person) -> None:
    expect(camille.field("text")).to_have_value(STORY)
    expect(camille.field("names")).to_have_value("Zed")
    expect(camille.field("category")).to_have_value("boulette")
    expect(camille.pane.locator("[name='answer.urgency'][value=today]")).to_be_checked()


def test_form_with_a_fault_comes_back_filled_and_looks_at_the_fault(visit: Visit) -> None:
    camille = begun(visit())
    camille.fill(text="😱😱")
    camille.send_form()
    camille.sees(camille.say("fault-no-words"))
    expect(camille.field("text")).to_be_focused()
    camille.fill(text=STORY)
    is_as_it_was(camille)


def test_text_that_is_too_long_is_counted_and_comes_back_whole(visit: Visit) -> None:
    camille = begun(visit())
    camille.fill(text="x" * 50_000)
    expect(camille.pane.locator(".count.too-many")).to_have_text("50000 / 3000")
    camille.send_form()
    camille.sees(camille.say("fault-too-long", maximum=3000))
    expect(camille.field("text")).to_have_value("x" * 50_000)


def test_receipt_code_stays_in_sight_when_others_ask_below_it(visit: Visit) -> None:
    louis = Person(visit("/as/louis", viewport={"width": 390, "height": 844}), "louis")
    camille = Person(visit("/as/camille"), "camille")
    for cards, person in enumerate((louis, camille), start=2):  # Louis is in the room
        person.command("crise")
        person.fill(text=STORY)
        person.send_form()
        person.press("button-publish")
        person.sees(person.say("published-receipt"))
        expect(louis.place.locator(".post .card")).to_have_count(cards)
    expect(louis.place.get_by_text(re.compile(r"^(\w{4}-){3}\w{4}$"))).to_be_in_viewport()


def test_form_survives_a_page_that_is_closed_in_the_middle_of_it(
    visit: Visit, sandbox: Sandbox
) -> None:
    page = visit()
    subject = begun(page).pane.locator(".form").get_attribute("data-subject")
    context = page.context
    page.close()

    again = context.new_page()
    again.goto(sandbox.url)
    camille = Person(again, "camille")
    camille.sees(camille.say("web-resume"))
    camille.press("button-resume")
    expect(camille.pane.locator(".form")).to_have_attribute("data-subject", subject or "")
    is_as_it_was(camille)
    camille.send_form()
    camille.sees(camille.say("preview-title"))

    again.reload()  # what was not decided is still there
    camille.sees(camille.say("web-resume"))
    camille.press("button-resume")
    is_as_it_was(camille)
    camille.send_form()
    camille.press("button-publish")
    camille.sees(camille.say("published-next"))

    again.reload()  # what was decided is no draft any more
    expect(camille.composer).to_be_visible()
    camille.misses(camille.say("web-resume"))


def test_form_that_was_begun_goes_on_when_the_command_is_typed_again(visit: Visit) -> None:
    page = visit()
    begun(page)
    page.reload()
    camille = Person(page, "camille")
    camille.command("crise")
    is_as_it_was(camille)


def test_draft_can_be_thrown_away(visit: Visit) -> None:
    page = visit()
    begun(page)
    page.reload()
    camille = Person(page, "camille")
    camille.press("web-forget")
    camille.misses(camille.say("web-resume"))
    camille.command("crise")
    expect(camille.field("text")).to_have_value("")


def test_server_killed_before_the_click_says_so_keeps_the_text_and_goes_on_by_itself(
    visit: Visit, sandbox: Sandbox
) -> None:
    camille = begun(visit("/as/camille"))
    camille.speaks("en")
    camille.command("crisis")
    camille.fill(text=STORY, names="Zed")
    sandbox.kill()
    camille.send_form()
    expect(camille.pane.locator(".offline")).to_have_text(camille.say("web-offline"))
    expect(camille.field("text")).to_have_value(STORY)
    sandbox.start()
    camille.sees(camille.say("preview-title"))  # nobody clicked again
    expect(camille.pane.locator(".offline")).to_be_hidden()
    camille.command("inbox")
    camille.sees(camille.say("own-title", name=camille.say("unnamed-draft")))
    expect(camille.answers.last.locator(".card")).to_have_count(1)


def test_answer_lost_on_its_way_makes_one_request_and_one_card(visit: Visit) -> None:
    page = visit()
    camille, louis = begun(page), Person(page, "louis")
    camille.send_form()
    camille.sees(camille.say("preview-title"))
    lost = _lose_first_answer(page, "**/act")
    camille.press("button-publish")
    camille.sees(camille.say("published-next"))
    assert len(lost) == 1
    louis.sees("compte de la mairie")
    expect(louis.place.locator(".card", has_text="compte de la mairie")).to_have_count(1)


def _lose_first_answer(page: Page, address: str) -> list[int]:
    """Let the server do what is asked once, and drop its answer."""
    lost: list[int] = []

    def drop(route: Route) -> None:
        if lost:
            route.continue_()
            return
        lost.append(route.fetch().status)
        route.abort("connectionreset")

    page.route(address, drop)
    return lost
