"""Wide and on a phone, in the light and in the dark, by eye, by ear and by arrow keys."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Shoot
from tests.browser.people import WORDINGS, Person
from tests.browser.sandbox import Sandbox
from tests.browser.sandbox import sandbox as started

Visit = Callable[..., Page]
PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True}
SAY = WORDINGS["fr"]


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sandbox]:
    """One for all: nobody does anything here, they only look."""
    with started(tmp_path_factory.mktemp("screens") / "state") as running:
        yield running


def test_tabs_are_walked_with_arrows(visit: Visit) -> None:
    page = visit("/as/nadia")
    nadia = Person(page, "nadia")
    nadia.pane.get_by_role("tab").first.focus()
    for name in ("web-place-help", "web-place-mentors", "web-place-inbox"):
        page.keyboard.press("ArrowRight")
        tab = nadia.pane.locator("[role=tab][aria-selected=true]")
        expect(tab).to_contain_text(SAY(name))
        expect(tab).to_be_focused()


def test_first_tab_stop_leads_past_the_top_of_the_page(visit: Visit) -> None:
    page = visit()
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#panes")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_phone_shows_one_person_and_nothing_sticks_out(
    visit: Visit, shoot: Shoot, scheme: str
) -> None:
    page = visit("/", color_scheme=scheme, **PHONE)
    expect(page.locator(".pane:visible")).to_have_count(1)
    shoot(page, "camille")
    page.locator(".people [data-person=nadia]").click()
    expect(page.locator(".pane:visible")).to_have_attribute("data-person", "nadia")
    shoot(page, "nadia")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    nadia = Person(page, "nadia")
    nadia.command("mentor")
    nadia.press("button-profile")
    expect(nadia.field("display_name")).to_be_visible()
    shoot(page, "form")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    wide = "e => e.scrollWidth > e.clientWidth"
    assert nadia.place.evaluate(wide) is False


@pytest.mark.parametrize("width", [360, 800, 1600])
@pytest.mark.parametrize("path", ["/", "/as/sacha"])
def test_nothing_moves_the_page_sideways(visit: Visit, path: str, width: int) -> None:
    page = visit(path, viewport={"width": width, "height": 740})
    expect(page.locator(".tab .number").last).not_to_be_empty()
    wider = "all => all.filter(e => e.scrollWidth > e.clientWidth).map(e => e.id || e.tagName)"
    panes = ".pane:not([hidden])" if width > 360 or path != "/" else ".pane.current"
    assert page.locator(f"html, body, {panes}").evaluate_all(wider) == []


def test_phone_shows_the_question_at_once_and_then_the_answer_that_is_wrong(visit: Visit) -> None:
    louis = Person(visit("/as/louis", **PHONE), "louis")
    louis.command("crise")
    expect(louis.field("text")).to_be_in_viewport(ratio=1)
    louis.send_form()
    expect(louis.place.locator(".field .fault")).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_wide_page_shows_everybody(visit: Visit, shoot: Shoot, scheme: str) -> None:
    page = visit("/", color_scheme=scheme)
    expect(page.locator(".pane:visible")).to_have_count(5)
    Person(page, "louis").sees("dix mille abonnés")
    shoot(page, "everybody")


def test_what_arrives_elsewhere_is_counted_and_led_to(visit: Visit) -> None:
    page = visit("/as/nadia")
    nadia = Person(page, "nadia")
    tab = nadia.pane.get_by_role("tab", name=SAY("web-place-mentors"))
    expect(tab.locator(".number")).to_have_text("1")
    tab.click()
    expect(tab.locator(".unread")).to_be_hidden()
    page.reload()
    expect(tab.locator(".unread")).to_be_hidden()


def test_page_hides_and_finds_its_first_steps(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name=SAY("web-guide-close")).click()
    expect(page.locator("#guide")).to_be_hidden()
    page.reload()
    expect(page.locator("#guide")).to_be_hidden()
    page.get_by_role("button", name=SAY("web-guide-open")).click()
    expect(page.locator("#guide")).to_be_visible()


def test_new_words_are_read_out(visit: Visit) -> None:
    page = visit("/as/louis")
    log = page.locator("[role=log]:visible")
    expect(log).to_have_attribute("aria-live", "polite")
    expect(page.get_by_role("main")).to_be_visible()
    expect(page.get_by_role("navigation")).to_have_count(0)  # one person only: nothing to switch
