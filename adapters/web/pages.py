"""Builds the page: panes, places and posts, as one person finds them."""

from collections.abc import Sequence
from dataclasses import dataclass

from adapters.web.choices import PAGE
from adapters.web.feed import Door, Place, Seen
from adapters.web.guide import path
from adapters.web.people import Person
from adapters.web.site import Site
from bot.commands import COMMANDS, Audience
from bot.domain.community import Channel
from bot.domain.people import LANGUAGES, Language
from bot.wording import Wording


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place as its tab and its panel show it."""

    key: str
    kind: str
    title: str
    hint: str
    empty: str
    takes_words: bool
    starts_with: str = ""
    is_first: bool = False


@dataclass(frozen=True, slots=True)
class CommandView:
    """A slash command as the composer's list shows it."""

    name: str
    about: str
    act: str
    options: tuple[str, ...]


async def whole_page(site: Site, people: Sequence[Person]) -> str:
    """Return the page with a pane for each of these people."""
    alone = len(people) == 1
    language = await site.choices.language(people[0].id if alone else PAGE)
    revision = site.file.revision  # before anything is read: a repeat is harmless, a gap is not
    say = site.renderer.say(language)
    return site.renderer.fill(
        "page.html",
        language,
        title=people[0].name + " · Entraide" if alone else say("web-title"),
        alone=alone,
        people=people,
        panes=[await pane(site, person) for person in people],
        guide=await guide(site, language),
        live="/events?" + "&".join(f"person={person.id}" for person in people),
        revision=revision,
        languages=LANGUAGES,
    )


async def guide(site: Site, language: Language) -> str:
    """Return the guided path as far as it was walked."""
    steps = path(await site.choices.steps())
    done = sum(step.state == "done" for step in steps)
    return site.renderer.fill("guide.html", language, steps=steps, done=done)


async def pane(site: Site, person: Person) -> str:
    """Return everything that a person sees."""
    language = await site.choices.language(person.id)
    say = site.renderer.say(language)
    views = [place_view(say, person, door) for door in _in_order(await site.feed.doors(person.id))]
    posts: dict[str, list[str]] = {view.key: [] for view in views}
    for seen in await site.feed.posts(person.id):
        if seen.content:
            posts[seen.place].append(post(site, person, language, seen))
    return site.renderer.fill(
        "pane.html",
        language,
        person=person,
        places=views,
        posts=posts,
        commands=_commands(say, person),
        languages=LANGUAGES,
    )


def post(site: Site, person: Person, language: Language, seen: Seen) -> str:
    """Return one post."""
    return site.renderer.fill("post.html", language, post=seen, person=person.id)


async def news(site: Site, person: Person, after: int) -> str:
    """Return what changed for a person since a revision: new places, posts, gaps."""
    language = await site.choices.language(person.id)
    say = site.renderer.say(language)
    doors = [door for door in await site.feed.doors(person.id) if door.since > after]
    posts = await site.feed.posts(person.id, after=after)
    if not doors and not posts:
        return ""
    return site.renderer.fill(
        "news.html",
        language,
        person=person,
        places=[place_view(say, person, door) for door in doors],
        posts=[post(site, person, language, seen) for seen in posts],
    )


def place_view(say: Wording, person: Person, door: Door) -> PlaceView:
    """Return how a place presents itself to a person."""
    place = door.place
    talks = place.is_talk
    mine = place.kind == "inbox"
    first = place.channel == person.opens_on if person.opens_on else mine
    return PlaceView(
        door.key,
        place.kind,
        _title(say, place),
        hint=say("web-hint-words" if talks else "web-hint-command"),
        empty=say(f"web-empty-{person.part}" if mine else f"web-empty-{place.channel or 'talk'}"),
        takes_words=talks,
        starts_with="request.ask" if mine and person.part in ("requester", "member") else "",
        is_first=first,
    )


def _title(say: Wording, place: Place) -> str:
    if place.kind == "inbox":
        return say("web-place-inbox")
    return say(f"web-place-{place.channel}") if place.channel else place.title


_KINDS = ("inbox", "room", "conversation", "thread")
_ROOMS = tuple(Channel)


def _in_order(doors: Sequence[Door]) -> list[Door]:
    """One's own inbox, then the rooms, then the talks, oldest first."""
    rooms = {room.value: number for number, room in enumerate(_ROOMS)}
    return sorted(
        doors, key=lambda d: (_KINDS.index(d.place.kind), rooms.get(d.place.channel, 0), d.since)
    )


def _commands(say: Wording, person: Person) -> list[CommandView]:
    """Return the slash commands that are meant for a person."""
    return [
        CommandView(
            each.names[say.language],
            say(each.wording),
            each.act,
            tuple(option.names[say.language] for option in each.options),
        )
        for each in COMMANDS
        if each.audience is Audience.EVERYBODY or person.is_moderator
    ]
