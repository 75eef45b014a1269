"""What the core sends shows on the page, once, in the right place."""

import sqlite3
from typing import Literal

import pytest

from adapters.web.errors import as_delivery_error
from adapters.web.outbound import WebMessenger, place_of
from adapters.web.site import Site
from bot.domain.errors import NotFound, RetryLater, Undeliverable
from bot.domain.ids import AttachmentId, DeliveryId, RequestId
from bot.domain.relay import Picture
from bot.ports.outbound import Target
from bot.ui.screen import Bubble, Card, Fold, Image, Mark, Screen, Text

HELP = Target("web", "sandbox", "room", channel="help")
MODERATORS = Target("web", "sandbox", "room", channel="moderators")
INBOX = Target("web", "sandbox", "inbox", user="nadia")
TALK = Target("web", "sandbox", "conversation", user="camille", request=RequestId("r1"))
THREAD = Target(
    "web", "sandbox", "thread", request=RequestId("r1"), title="loutre", members=("nadia",)
)
PICTURE = Picture(AttachmentId("p1"), "image/png", 6, 4, b"pixels")
EVERYBODY = ("camille", "louis", "nadia", "yann", "sacha")


@pytest.fixture
def messenger(site: Site) -> WebMessenger:
    return WebMessenger(site)


def card(text: str) -> Screen:
    return Screen.of(Card(text))


def key(number: int) -> DeliveryId:
    return DeliveryId(f"d{number}")


async def readers(site: Site, words: str) -> set[str]:
    return {
        person
        for person in EVERYBODY
        for post in await site.feed.posts(person)
        if post.content and words in post.content.html
    }


@pytest.mark.parametrize(
    ("target", "who"),
    [
        (HELP, set(EVERYBODY)),
        (MODERATORS, {"sacha"}),
        (INBOX, {"nadia"}),
        (TALK, {"camille"}),
        (THREAD, {"nadia"}),
    ],
    ids=["help", "moderators", "inbox", "conversation", "thread"],
)
async def test_only_those_for_whom_it_is_meant_see_it(
    site: Site, messenger: WebMessenger, target: Target, who: set[str]
) -> None:
    await messenger.post(target, card("bonjour"), key=key(1))
    assert await readers(site, "bonjour") == who


async def test_same_key_shows_once(site: Site, messenger: WebMessenger) -> None:
    first = await messenger.post(INBOX, card("bonjour"), key=key(1))
    assert await messenger.post(INBOX, card("bonjour"), key=key(1)) == first
    assert len(await site.feed.posts("nadia")) == 1


async def test_edit_replaces_in_the_same_spot(site: Site, messenger: WebMessenger) -> None:
    handle = await messenger.post(INBOX, card("ouverte"), key=key(1))
    await messenger.post(INBOX, card("autre"), key=key(2))
    await messenger.edit(INBOX, handle, card("prise"))
    posts = await site.feed.posts("nadia")
    assert ["prise" in post.content.html for post in posts if post.content] == [True, False]


async def test_removed_post_is_gone_and_can_come_back(site: Site, messenger: WebMessenger) -> None:
    handle = await messenger.post(INBOX, card("bonjour"), key=key(1))
    await messenger.remove(INBOX, handle)
    assert await readers(site, "bonjour") == set()
    await messenger.edit(INBOX, handle, card("bonjour"))
    assert await readers(site, "bonjour") == {"nadia"}


async def test_it_is_drawn_in_the_language_of_its_reader(
    site: Site, messenger: WebMessenger
) -> None:
    controls = Screen.of(Card("Case", (Fold("Sources", (Text("one"),)),)))
    await messenger.post(
        Target("web", "sandbox", "inbox", user="nadia", language="en"), controls, key=key(1)
    )
    assert await readers(site, "Sources") == {"nadia"}


async def test_pictures_can_be_fetched(site: Site, messenger: WebMessenger) -> None:
    bubble = Bubble("Nadia", "regardez", (Image(PICTURE, "Image"),))
    await messenger.post(TALK, bubble, key=key(1))
    assert await site.album.picture("p1") == PICTURE


async def test_pictures_inside_a_fold_can_be_fetched_too(
    site: Site, messenger: WebMessenger
) -> None:
    inside = Fold("Plus", (Fold("Encore", (Image(PICTURE, "Image"),)),))
    await messenger.post(INBOX, Screen.of(Card("Titre", (inside,))), key=key(1))
    assert await site.album.picture("p1") == PICTURE


async def test_mark_shows_on_the_message_that_it_marks(site: Site, messenger: WebMessenger) -> None:
    await messenger.mark(TALK, "o1", Mark.DELIVERED)
    rows = await site.file.rows("SELECT origin, mark FROM marks")
    assert [tuple(row) for row in rows] == [("o1", "delivered")]


async def test_mentor_who_took_over_reads_on_and_the_former_one_does_not(
    site: Site, messenger: WebMessenger
) -> None:
    later = Target("web", "sandbox", "thread", request=RequestId("r1"), members=("yann",))
    await messenger.post(THREAD, Bubble("loutre", "avant"), key=key(1))
    await messenger.post(later, Bubble("loutre", "après"), key=key(2))
    assert await readers(site, "avant") == {"nadia", "yann"}
    assert await readers(site, "après") == {"yann"}


@pytest.mark.parametrize("place", ["inbox", "conversation"])
async def test_somebody_unknown_cannot_be_reached(
    messenger: WebMessenger, place: Literal["inbox", "conversation"]
) -> None:
    gone = Target("web", "sandbox", place, user="personne")
    with pytest.raises(Undeliverable):
        await messenger.post(gone, card("bonjour"), key=key(1))


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        (sqlite3.OperationalError("database is locked"), RetryLater),
        (sqlite3.OperationalError("database or disk is full"), RetryLater),
        (sqlite3.IntegrityError("constraint"), Undeliverable),
        (NotFound(), Undeliverable),
    ],
)
def test_what_storage_raises_is_told_in_our_words(raised: Exception, told: type) -> None:
    with pytest.raises(told), as_delivery_error():
        raise raised


def test_places_of_a_request_differ_by_side() -> None:
    places = {place_of(target) for target in (HELP, MODERATORS, INBOX, TALK, THREAD)}
    assert len(places) == 5
