"""Server-sent events: tells every open page what changed, as soon as it did.

Written by hand rather than with a library: ours must log nothing of what it sends, and
end at once when the server stops.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence

from adapters.web import pages
from adapters.web.choices import PAGE
from adapters.web.people import Person
from adapters.web.site import Site
from bot.domain.people import Language

HEARTBEAT_S = 15.0  # a comment now and then: proxies and phones drop silent connections
_RETRY = "retry: 1000\n\n"  # milliseconds until a browser comes back


async def stream(
    site: Site, people: Sequence[Person], after: int, shown: Mapping[str, str] | None = None
) -> AsyncIterator[str]:
    """Yield what changed for these people after a revision, until nobody listens.

    ``shown`` has the languages on the screen, by person: one may have been chosen between
    the page and this call.
    """
    spoken: Mapping[str, str] = {**await _languages(site, people), **(shown or {})}
    seen, guide = after, ""
    yield _RETRY
    if after > site.file.revision:  # the page remembers a sandbox that is no more
        yield event("reload", after, "")
        return
    while not site.file.is_quiet:
        revision = site.file.revision
        if revision > seen:
            languages, path = await _languages(site, people), await _guide(site, people)
            for person in people:
                if languages[person.id] != spoken[person.id]:
                    yield event("language", revision, person.id)
            yield event("news", revision, await _news(site, people, seen))
            if path != guide:
                yield event("guide", revision, path)
            seen, guide, spoken = revision, path, languages
        elif not await _something_happens(site, seen):
            yield ": still here\n\n"


async def _something_happens(site: Site, seen: int) -> bool:
    try:
        return await asyncio.wait_for(site.file.news_after(seen), HEARTBEAT_S)
    except TimeoutError:
        return False


async def _languages(site: Site, people: Sequence[Person]) -> dict[str, Language]:
    return {person.id: await site.choices.language(person.id) for person in people}


async def _news(site: Site, people: Sequence[Person], after: int) -> str:
    return "".join([await pages.news(site, person, after) for person in people])


async def _guide(site: Site, people: Sequence[Person]) -> str:
    whose = people[0].id if len(people) == 1 else PAGE
    return await pages.guide(site, await site.choices.language(whose))


def event(name: str, revision: int, html: str) -> str:
    """Return one event; its id is what the browser comes back with."""
    data = "".join(f"data: {line}\n" for line in html.splitlines())
    return f"event: {name}\nid: {revision}\n{data or 'data:' + chr(10)}\n"
