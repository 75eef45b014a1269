"""What each person finds: places, commands, language, the first steps."""

import pytest

from adapters.web.feed import Content, Place
from adapters.web.pages import whole_page
from adapters.web.people import PEOPLE
from adapters.web.site import Site
from bot.domain.people import Language
from bot.ui.screen import Mark
from bot.wording import load
from tests.adapters.web.tree import Node, parse

SAY = load(strict=True)


async def pane(site: Site, who: str) -> Node:
    return parse(await whole_page(site, [PEOPLE[who]])).with_class("pane")[0]


def tabs(pane: Node) -> list[str]:
    return [tab.text for tab in pane.with_class("tab")]


def visible(pane: Node) -> Node:
    (place,) = [each for each in pane.with_class("place") if "hidden" not in each.attrs]
    return place


@pytest.mark.parametrize(
    ("who", "places", "first"),
    [
        ("camille", ["Privé", "entraide"], "inbox"),
        ("louis", ["Privé", "entraide"], "room"),
        ("nadia", ["Privé", "entraide", "mentors"], "inbox"),
        ("sacha", ["Privé", "entraide", "mentors", "modération"], "room"),
    ],
)
async def test_everybody_has_their_own_places(
    site: Site, who: str, places: list[str], first: str
) -> None:
    found = await pane(site, who)
    assert [tab.split(" non lus")[0].strip() for tab in tabs(found)] == places
    assert first in visible(found).classes


async def test_conversations_come_after_the_rooms_and_take_words(site: Site) -> None:
    key = await site.feed.admit(Place("thread", request="r1", title="loutre-bleue"), ["nadia"])
    tab = (await pane(site, "nadia")).with_class("tab")[-1]
    assert tab.attrs["data-place"] == key
    assert tab.attrs["data-writes"] == "true"
    assert tab.attrs["data-hint"] == SAY["fr"]("web-hint-words")


async def commands(site: Site, who: str) -> list[str]:
    (menu,) = (await pane(site, who)).with_class("menu")
    return [each.attrs["data-command"] for each in menu.all("li")]


async def test_moderators_alone_are_offered_their_command(site: Site) -> None:
    offered = {
        who: [
            each.attrs["data-command"]
            for each in (await pane(site, who)).with_class("menu")[0].all("li")
        ]
        for who in ("camille", "sacha")
    }
    everybody = ["/crise", "/boite", "/cas", "/fiche", "/scenario"]
    everybody += ["/mentor", "/confidentialite"]
    assert offered == {"camille": everybody, "sacha": [*everybody, "/entraide"]}


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_pane_speaks_the_language_of_its_person(site: Site, language: Language) -> None:
    await site.choices.speak("camille", language)
    found = await pane(site, "camille")
    assert found.attrs["lang"] == language
    assert SAY[language]("web-empty-requester") in found.text
    pressed = [each.text for each in found.all("button", where=_is_pressed)]
    assert pressed == [language.upper()]
    other = await pane(site, "nadia")
    assert other.attrs["lang"] == "fr"


def _is_pressed(button: Node) -> bool:
    return button.attrs.get("aria-pressed") == "true"


async def test_everybody_stands_side_by_side_in_the_order_of_the_story(site: Site) -> None:
    page = parse(await whole_page(site, list(PEOPLE.values())))
    assert [pane.attrs["data-person"] for pane in page.with_class("pane")] == [
        "camille",
        "louis",
        "nadia",
        "yann",
        "sacha",
    ]
    assert page.one("body").attrs["data-live"] == (
        "/events?person=camille&person=louis&person=nadia&person=yann&person=sacha"
    )


async def test_page_runs_without_anything_inline_or_foreign(site: Site) -> None:
    page = parse(await whole_page(site, list(PEOPLE.values())))
    for node in page.walk():
        assert "style" not in node.attrs
        assert not any(name.startswith("on") for name in node.attrs)
        for address in ("src", "href", "hx-post"):
            assert node.attrs.get(address, "/").startswith(("/", "#"))
    assert [script.children for script in page.all("script")] == [[], []]


async def test_every_control_has_a_name_that_can_be_read_out(site: Site) -> None:
    page = parse(await whole_page(site, list(PEOPLE.values())))
    shown = page.all("button", "a", "textarea", where=lambda node: "hidden" not in node.attrs)
    for node in shown:
        assert node.attrs.get("aria-label") or node.text, node
    for image in page.all("img"):
        assert "alt" in image.attrs


async def test_ids_are_unique_on_a_page_with_everybody(site: Site) -> None:
    page = parse(await whole_page(site, list(PEOPLE.values())))
    ids = [node.attrs["id"] for node in page.walk() if "id" in node.attrs]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize(
    ("mark", "sentence"),
    [
        (None, "web-mark-waiting"),
        (Mark.WAITING, "web-mark-waiting"),
        (Mark.DELIVERED, "web-mark-delivered"),
        (Mark.FAILED, "web-mark-failed"),
    ],
)
async def test_own_message_says_how_far_it_got_and_can_be_changed(
    site: Site, mark: Mark | None, sentence: str
) -> None:
    place = await site.feed.admit(Place("thread", request="r1"), ["nadia", "yann"])
    content = Content("<p>bonjour</p>", True, "nadia", "o1", "bonjour")
    await site.feed.put(place, "own:o1", content)
    if mark:
        await site.feed.mark("o1", mark)
    (mine,) = (await pane(site, "nadia")).with_class("message")
    assert mine.text == f"bonjour {SAY['fr'](sentence)}"
    assert [b.attrs["aria-label"] for b in mine.all("button")] == [
        SAY["fr"]("web-edit"),
        SAY["fr"]("web-delete"),
    ]
    (theirs,) = (await pane(site, "yann")).with_class("message")
    assert (theirs.text, theirs.all("button")) == ("bonjour", [])


async def test_first_steps_show_how_far_one_came(site: Site) -> None:
    await site.choices.take("ask")
    guide = parse(await whole_page(site, list(PEOPLE.values()))).with_class("guide")[0]
    done, current, *ahead = guide.all("li")
    assert (done.classes, current.classes) == ({"done"}, {"current"})
    assert current.attrs["aria-current"] == "step"
    assert len(ahead) == 5
    assert SAY["fr"]("web-guide-progress", done=1, all=7) in guide.text
