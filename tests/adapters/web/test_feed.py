"""Posts: where they are, who sees them, what comes twice, what is taken down."""

import sqlite3
from pathlib import Path

import pytest

from adapters.store.vault import FileVault
from adapters.web.feed import Content, Feed, Place, PlaceKey
from adapters.web.site import Site
from bot.domain.errors import NotFound
from bot.domain.ids import AttachmentId
from bot.domain.relay import Picture
from bot.ui.screen import Mark
from tests.adapters.web.world import open_site

THREAD = Place("thread", request="r1", title="loutre-bleue")
PICTURE = Picture(AttachmentId("p1"), "image/png", 6, 4, b"pixels of a secret")


@pytest.fixture
def feed(site: Site) -> Feed:
    return site.feed


async def thread(feed: Feed, *members: str) -> PlaceKey:
    return await feed.admit(THREAD, members)


async def texts(feed: Feed, person: str, after: int = 0) -> list[str | None]:
    """Return what a person sees in the thread."""
    posts = await feed.posts(person, after=after)
    return [post.content.html if post.content else None for post in posts]


async def test_post_that_comes_twice_shows_once_as_it_came_last(feed: Feed) -> None:
    place = await thread(feed, "nadia")
    await feed.put(place, "k1", Content("avant"))
    await feed.put(place, "k2", Content("autre"))
    await feed.put(place, "k1", Content("après"))
    assert await texts(feed, "nadia") == ["après", "autre"]


async def test_nobody_else_sees_it(feed: Feed) -> None:
    await feed.put(await thread(feed, "nadia"), "k1", Content("pour Nadia"))
    assert await texts(feed, "yann") == []
    with pytest.raises(NotFound):
        await feed.door("yann", feed.key_of(THREAD))


async def test_conversations_of_two_people_on_one_request_are_two_places(feed: Feed) -> None:
    mine = Place("conversation", owner="camille", request="r1")
    theirs = Place("conversation", owner="louis", request="r1")
    assert feed.key_of(mine) != feed.key_of(theirs)


async def test_title_may_change_and_the_place_stays(feed: Feed) -> None:
    key = await thread(feed, "nadia")
    renamed = Place("thread", request="r1", title="loutre-verte")
    assert await feed.admit(renamed, ["nadia"]) == key
    assert (await feed.door("nadia", key)).place == renamed


async def test_who_joins_later_reads_from_the_beginning(feed: Feed, site: Site) -> None:
    place = await thread(feed, "nadia")
    await feed.put(place, "k1", Content("bonjour", is_message=True))
    before = site.file.revision
    await thread(feed, "nadia", "yann")
    assert await texts(feed, "yann", after=before) == ["bonjour"]
    assert await texts(feed, "nadia", after=before) == []


async def test_who_left_keeps_the_past_and_hears_news_but_no_new_message(feed: Feed) -> None:
    place = await thread(feed, "nadia")
    await feed.put(place, "k1", Content("ancien", is_message=True))
    await thread(feed, "yann")
    await feed.put(place, "k2", Content("secret", is_message=True))
    await feed.put(place, "k3", Content("Yann prend la suite"))
    assert await texts(feed, "nadia") == ["ancien", "Yann prend la suite"]
    assert await texts(feed, "yann") == ["ancien", "secret", "Yann prend la suite"]


async def test_who_comes_back_reads_what_was_missed(feed: Feed) -> None:
    place = await thread(feed, "nadia")
    await thread(feed, "yann")
    await feed.put(place, "k1", Content("entre-temps", is_message=True))
    await thread(feed, "nadia")
    assert await texts(feed, "nadia") == ["entre-temps"]


async def test_nobody_has_to_leave_when_no_member_is_named(feed: Feed) -> None:
    place = await thread(feed, "nadia")
    await thread(feed)
    await feed.put(place, "k1", Content("la demande est rendue", is_message=True))
    assert await texts(feed, "nadia") == ["la demande est rendue"]


async def test_taking_down_leaves_a_gap_that_pages_hear_of(feed: Feed, site: Site) -> None:
    place = await thread(feed, "nadia")
    await feed.put(place, "k1", Content("oups"))
    before = site.file.revision
    await feed.take_down("k1")
    (gone,) = await feed.posts("nadia", after=before)
    assert (gone.key, gone.content) == ("k1", None)


async def test_taking_down_twice_or_something_unknown_is_harmless(feed: Feed) -> None:
    place = await thread(feed, "nadia")
    await feed.put(place, "k1", Content("reste"))
    for key in ("k2", "k2"):
        await feed.take_down(key)
    assert await texts(feed, "nadia") == ["reste"]


async def test_pictures_go_with_the_post_that_shows_them(feed: Feed, site: Site) -> None:
    place = await thread(feed, "nadia")
    await site.album.keep(PICTURE)
    await feed.put(place, "k1", Content("image"), ["p1"])
    assert await site.album.picture("p1") == PICTURE
    assert await site.album.of("k1") == [PICTURE]
    await feed.take_down("k1")
    with pytest.raises(NotFound):
        await site.album.picture("p1")


async def test_mark_may_come_before_its_message(feed: Feed, site: Site) -> None:
    place = await thread(feed, "nadia")
    await feed.mark("o1", Mark.DELIVERED)
    await feed.put(place, "own:o1", Content("bonjour", True, "nadia", "o1", "bonjour"))
    assert [post.mark for post in await feed.posts("nadia")] == [Mark.DELIVERED]
    before = site.file.revision
    await feed.mark("o1", Mark.FAILED)
    assert [post.mark for post in await feed.posts("nadia", after=before)] == [Mark.FAILED]


async def test_only_its_author_can_change_a_message(feed: Feed) -> None:
    place = await thread(feed, "nadia", "yann")
    content = Content("bonjour", True, "nadia", "o1", "bonjour")
    await feed.put(place, "own:o1", content)
    await feed.put(place, "k1", Content("une carte"))
    assert (await feed.own("nadia", "own:o1"))[1] == content
    for person, key in (("yann", "own:o1"), ("nadia", "k1"), ("nadia", "inconnu")):
        with pytest.raises(NotFound):
            await feed.own(person, key)


async def test_everything_is_there_after_a_restart(page_file: Path, vault: FileVault) -> None:
    first = await open_site(page_file, vault)
    await first.feed.put(await thread(first.feed, "nadia"), "k1", Content("bonjour"))
    await first.choices.speak("nadia", "en")
    await first.choices.take("ask")
    revision = first.file.revision
    await first.close()

    again = await open_site(page_file, vault)
    assert await texts(again.feed, "nadia") == ["bonjour"]
    assert await again.choices.language("nadia") == "en"
    assert await again.choices.steps() == {"ask"}
    assert again.file.revision >= revision
    await again.close()


async def test_failed_change_leaves_nothing_and_no_number(site: Site) -> None:
    before = site.file.revision
    with pytest.raises(sqlite3.IntegrityError):
        await half_a_change(site)
    assert await site.choices.steps() == frozenset()
    assert site.file.revision == before
    await site.choices.take("whole")
    assert site.file.revision == before + 1


async def half_a_change(site: Site) -> None:
    async with site.file.change() as change:
        await change.do("INSERT INTO steps VALUES ('half')")
        await change.do("INSERT INTO steps VALUES ('half')")


async def test_thief_of_the_file_reads_nobody_and_nothing(site: Site, page_file: Path) -> None:
    place = await site.feed.admit(
        Place("conversation", owner="camille", request="req-1", title="loutre-bleue"), ["camille"]
    )
    await site.album.keep(PICTURE)
    content = Content("<p>secret-html</p>", True, "camille", "o1", "secret-text")
    await site.feed.put(place, "own:o1", content, ["p1"])
    await site.choices.speak("camille", "en")
    stolen = b"".join(path.read_bytes() for path in page_file.parent.glob("page.db*"))
    for trace in (b"camille", b"loutre", b"req-1", b"secret", b"help", b"nadia"):
        assert trace not in stolen
