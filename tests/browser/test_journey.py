"""The whole story, from the crisis to the case that the next person finds, in two browsers."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from bot.domain.people import Language
from tests.browser.conftest import Shoot
from tests.browser.people import Person

STORY = {
    "fr": "J’ai posté une blague depuis le compte de la mairie de Zedville au lieu du mien. "
    "Quarante captures d’écran en dix minutes, ma cheffe est furieuse.",
    "en": "I posted a joke from the town hall account of Zedville instead of my own. "
    "Forty screenshots in ten minutes, my boss is furious.",
}
COMMANDS = {"fr": ("crise", "cas"), "en": ("crisis", "case")}
DEBRIEF = {
    "title": "Une plaisanterie de karaoké publiée au nom de la commune",
    "situation": "Une plaisanterie de karaoké est partie du compte de Zedville.",
    "response": "Des excuses en vingt minutes, puis un peu d’humour.",
    "outcome": "Retombé dans la soirée.",
    "lessons": "Séparer les téléphones\nS’excuser vite, une fois",
    "category": "boulette",
}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_crisis_becomes_a_case_that_the_next_person_finds(
    visit: Callable[..., Page], shoot: Shoot, complaints: list[str], language: Language
) -> None:
    alone, together = visit("/as/camille", viewport={"width": 900, "height": 950}), visit("/")
    camille, nadia, yann, sacha, louis = (
        Person(alone if who == "camille" else together, who)
        for who in ("camille", "nadia", "yann", "sacha", "louis")
    )
    for person in (camille, nadia, yann, sacha, louis):
        if language == "en":
            person.speaks("en")

    _ask(camille, language, shoot)
    request = _claim(camille, nadia, yann, shoot)
    _talk(camille, nadia, request, shoot)
    _close(camille, nadia, shoot)
    _tell(camille, sacha, shoot)
    _find(louis, language, shoot)
    assert complaints == []


def _ask(camille: Person, language: Language, shoot: Shoot) -> None:
    camille.command(COMMANDS[language][0])
    expect(camille.field("text")).to_be_focused()
    camille.fill(text=STORY[language], names="Zedville")
    shoot(camille.page, "1-form")
    camille.send_form()
    camille.sees(camille.say("preview-title"))
    expect(camille.place.locator(".mask")).to_have_count(1)
    expect(camille.place.locator(".marked")).not_to_contain_text("Zedville")
    shoot(camille.page, "2-preview")
    camille.press("button-publish")
    camille.sees(camille.say("published-next"))


def _claim(camille: Person, nadia: Person, yann: Person, shoot: Shoot) -> str:
    for mentor in (nadia, yann):
        mentor.open(mentor.say("web-place-mentors"))
        expect(mentor.place.locator(".card")).to_have_count(2)
    shoot(nadia.page, "3-offered")
    nadia.in_rooms.press("button-claim")
    nadia.open_talk()
    nadia.sees(nadia.say("thread-how"))
    request = nadia.pane.locator("[role=tab][data-writes=true] span").first.inner_text()
    expect(yann.place.locator(".card").last).to_contain_text("Nadia")
    expect(yann.place.locator(".card").last.get_by_role("button")).to_have_count(0)
    camille.open_talk()
    camille.sees(camille.say("news-claimed", mentor="Nadia"))
    return request


def _talk(camille: Person, nadia: Person, request: str, shoot: Shoot) -> None:
    nadia.write("Bonjour, je suis Nadia. Je suis là. Que voit-on en ce moment ?")
    camille.sees("Que voit-on en ce moment")
    camille.write("Merci. Zedville est en tendance locale.")
    nadia.sees("est en tendance locale")
    expect(nadia.place.locator(".message").last).to_contain_text(request)
    nadia.misses("Zedville")
    nadia.misses("Camille")
    expect(camille.place.locator(".mark.delivered")).to_have_count(1)
    shoot(camille.page, "4-talk")
    shoot(nadia.page, "5-talk")


def _close(camille: Person, nadia: Person, shoot: Shoot) -> None:
    nadia.press("button-close")
    camille.sees(camille.say("close-question"))
    camille.press("button-close-yes")
    camille.sees(camille.say("ended-debrief"))
    nadia.sees(nadia.say("news-resolved"))
    camille.press("rating-3")
    nadia.open(nadia.say("web-place-inbox"))
    nadia.sees(nadia.say("news-thanks"))
    shoot(camille.page, "6-closed")


def _tell(camille: Person, sacha: Person, shoot: Shoot) -> None:
    camille.press("button-debrief")
    camille.fill(**DEBRIEF)
    camille.send_form()
    camille.sees(camille.say("consent-text"))
    camille.misses("du compte de Zedville")
    camille.press("button-agree")
    tell = camille.place.get_by_role("button", name=camille.say("button-debrief"))
    expect(tell).to_have_count(0)  # what was told is asked for no more
    sacha.sees(sacha.in_rooms.say("review-text"))
    sacha.in_rooms.press("button-edit")
    sacha.sees(sacha.say("review-footnote"))
    sacha.misses(sacha.say("debrief-intro"))
    sacha.fill(outcome="Retombé le lendemain matin, sans article.")
    sacha.send_form()
    expect(sacha.place.locator("ins").first).to_be_visible()
    sacha.sees(sacha.say("review-waits"))
    expect(sacha.answers.last.locator(".card").last.get_by_role("button")).to_have_count(0)
    camille.sees(camille.say("consent-edited"))
    expect(camille.place.locator("ins").first).to_be_visible()
    shoot(camille.page, "7-consent")
    camille.press("button-agree")
    expect(camille.place.locator("ins")).to_have_count(0)  # nobody publishes before that yes
    sacha.in_rooms.press("button-publish-case")
    camille.sees(camille.say("your-case-published-title"))
    shoot(sacha.page, "8-published")


def _find(louis: Person, language: Language, shoot: Shoot) -> None:
    question = "plaisanterie de karaoké partie du mauvais compte, celui de la commune"
    louis.command(f"{COMMANDS[language][1]} {question}")
    louis.sees(DEBRIEF["title"])
    expect(louis.page.locator("#guide li.done")).to_have_count(7)
    shoot(louis.page, "9-found")
