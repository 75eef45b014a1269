"""Open pages hear of every change, miss none, and are let go when the server stops."""

import asyncio
from collections.abc import AsyncIterator

from adapters.web.feed import Content, Place
from adapters.web.live import event, stream
from adapters.web.people import PEOPLE
from adapters.web.site import Site

NADIA, YANN = PEOPLE["nadia"], PEOPLE["yann"]


async def post(site: Site, key: str, text: str, *members: str) -> None:
    place = await site.feed.admit(Place("thread", request="r1", title="loutre"), members)
    await site.feed.put(place, key, Content(f"<p>{text}</p>"))


async def until_news(events: AsyncIterator[str]) -> str:
    """Return the next event that tells of posts."""
    return await _first(events, "event: news")


async def _first(events: AsyncIterator[str], start: str) -> str:
    async for each in events:
        if each.startswith(start):
            return each
    raise AssertionError("the stream ended")


def number_of(news: str) -> int:
    return int(next(line for line in news.splitlines() if line.startswith("id: "))[4:])


async def test_change_is_told_as_soon_as_it_happens(site: Site) -> None:
    events = stream(site, [NADIA], site.file.revision)
    await anext(events)
    waiting = asyncio.create_task(until_news(events))
    await post(site, "k1", "bonjour", "nadia")
    assert "bonjour" in await waiting


async def test_page_that_comes_back_gets_what_it_missed_and_nothing_else(site: Site) -> None:
    await post(site, "k1", "avant", "nadia")
    seen = site.file.revision
    await post(site, "k2", "pendant", "nadia")
    news = await until_news(stream(site, [NADIA], seen))
    assert "pendant" in news
    assert "avant" not in news
    assert number_of(news) == site.file.revision


async def test_new_place_comes_with_its_tab(site: Site) -> None:
    seen = site.file.revision
    await post(site, "k1", "bonjour", "nadia")
    news = await until_news(stream(site, [NADIA], seen))
    assert news.count('role="tab"') == 1
    assert "loutre" in news


async def test_one_stream_serves_several_people_without_mixing_them(site: Site) -> None:
    seen = site.file.revision
    await post(site, "k1", "pour Nadia", "nadia")
    news = await until_news(stream(site, [NADIA, YANN], seen))
    assert 'data-person="nadia"' in news
    assert 'data-person="yann"' not in news


async def test_taken_down_post_is_told_as_a_gap(site: Site) -> None:
    await post(site, "k1", "oups", "nadia")
    seen = site.file.revision
    await site.feed.take_down("k1")
    news = await until_news(stream(site, [NADIA], seen))
    assert "data-gone" in news
    assert "oups" not in news


async def test_language_chosen_in_another_window_is_told(site: Site) -> None:
    events = stream(site, [NADIA, YANN], site.file.revision)
    await anext(events)
    waiting = asyncio.create_task(_first(events, "event: language"))
    await site.choices.speak("yann", "en")
    assert "data: yann\n" in await waiting


async def test_language_chosen_before_the_page_listened_is_told(site: Site) -> None:
    drawn_at = site.file.revision
    await site.choices.speak("yann", "en")
    events = stream(site, [NADIA, YANN], drawn_at, {"nadia": "fr", "yann": "fr"})
    assert "data: yann\n" in await _first(events, "event: language")


async def test_page_of_a_sandbox_that_is_no_more_is_told_to_reload(site: Site) -> None:
    events = [each async for each in stream(site, [NADIA], site.file.revision + 1)]
    assert [each.splitlines()[0] for each in events] == ["retry: 1000", "event: reload"]


async def test_stream_ends_when_the_server_stops(site: Site) -> None:
    events = stream(site, [NADIA], site.file.revision)
    await anext(events)
    rest = asyncio.create_task(_rest(events))
    site.file.hang_up()
    assert await rest == []


async def _rest(events: AsyncIterator[str]) -> list[str]:
    return [each async for each in events if not each.startswith(":")]


def test_event_keeps_every_line() -> None:
    assert event("news", 7, "<p>a</p>\n<p>b</p>") == (
        "event: news\nid: 7\ndata: <p>a</p>\ndata: <p>b</p>\n\n"
    )
    assert event("reload", 7, "") == "event: reload\nid: 7\ndata:\n\n"
