"""Cases and playbooks, read on a phone and on a wide screen, in both languages."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from bot.domain.people import Language
from tests.browser.conftest import Shoot
from tests.browser.people import Person

Visit = Callable[..., Page]
SCREENS: dict[str, dict[str, Any]] = {
    "phone": {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True},
    "wide": {"viewport": {"width": 1100, "height": 1000}},
}
STICKS_OUT = "place => place.scrollWidth > place.clientWidth"


@pytest.mark.parametrize(("screen", "language"), [("phone", "fr"), ("wide", "en")])
def test_case_is_found_read_to_its_sources_and_judged(
    visit: Visit, shoot: Shoot, screen: str, language: Language
) -> None:
    camille = Person(visit("/as/camille", **SCREENS[screen]), "camille")
    camille.speaks(language)
    asked = "blague partie du compte de l’entreprise" if language == "fr" else "joke, wrong account"
    camille.command(f"{'cas' if language == 'fr' else 'case'} {asked}")
    camille.sees(camille.say("button-read-case"))
    camille.press("button-useful")
    camille.press("button-read-case")
    case = camille.place.locator(".card").last
    shoot(camille.page, "case")
    case.get_by_text(camille.say("case-timeline")).click()
    steps = case.locator(".timeline li")
    expect(steps.first).to_be_visible()
    expect(steps.first.locator(".at")).to_have_text(re.compile(r"\w"))
    case.locator(".fold summary").last.click()
    sources = case.locator(".links a")
    expect(sources.first).to_be_visible()
    expect(sources.first).to_have_attribute("href", re.compile("^https?://"))
    expect(sources.first).to_have_attribute("rel", "noopener noreferrer")
    shoot(camille.page, "timeline")
    assert camille.place.evaluate(STICKS_OUT) is False


@pytest.mark.parametrize(("screen", "language"), [("phone", "en"), ("wide", "fr")])
def test_playbook_is_chosen_and_says_whom_to_warn(
    visit: Visit, shoot: Shoot, screen: str, language: Language
) -> None:
    camille = Person(visit("/as/camille", **SCREENS[screen]), "camille")
    camille.speaks(language)
    camille.command("fiche" if language == "fr" else "card")
    camille.place.locator(".choice summary").last.click()
    camille.place.locator(".choice button").first.click()
    playbook = camille.place.locator(".card").last
    expect(playbook.locator(".table tbody tr").first).to_be_visible()
    assert playbook.locator("h4.heading").count() >= 4
    playbook.locator(".fold summary").last.click()
    expect(playbook.locator(".links a").first).to_be_visible()
    shoot(camille.page, "playbook")
    assert camille.place.evaluate(STICKS_OUT) is False
