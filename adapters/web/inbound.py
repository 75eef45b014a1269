"""The way in: what people do on the page becomes an actor and a gesture, or a message."""

import unicodedata
from collections.abc import Mapping
from dataclasses import replace

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from adapters.web import guide
from adapters.web.choices import PAGE
from adapters.web.feed import Content, Door, Place
from adapters.web.people import PEOPLE, Person
from adapters.web.render import pictures_of
from adapters.web.site import Site, person_named
from adapters.web.wire import Fields, fields_of, read_body
from bot.commands import command_named
from bot.domain.errors import NotFound
from bot.domain.ids import RequestId, new_id
from bot.domain.limits import PICTURE_BYTES_MAX
from bot.domain.people import LANGUAGES, Party
from bot.domain.relay import Picture, Said
from bot.helpdesk import HelpDesk
from bot.ui.forms import Answer, Form, Gesture
from bot.ui.screen import Bubble, Card, Image, Screen, Text, Tone

PERSON_HEADER = "entraide-person"  # who acts; the page has no accounts
LANGUAGE_HEADER = "entraide-language"  # of the pane, for when nothing else can be known
FROM_HEADER = "entraide-from"  # what kind of element sent it: a form, a whole pane, or neither
_TAKEN = {"HX-Trigger": "taken"}  # tells the composer that it may forget the text
_SIDES = {"conversation": Party.REQUESTER, "thread": Party.MENTOR}
_NOTHING = 204


class Inbound:
    """The page's handlers for everything that changes something."""

    def __init__(self, *, site: Site, desk: HelpDesk) -> None:
        self._site, self._desk = site, desk

    # --- buttons, forms and commands --------------------------------------------------

    async def act(self, request: Request) -> Response:
        """A button or a form of a screen."""
        person, fields = _person(request), await fields_of(request)
        gesture = fields.gesture()
        answer = await self._done(person, gesture)
        if gesture.act == "relay.send" and _went_through(answer):
            await self._echo_reread(person, gesture)
        # A refusal must not take the place of a form that somebody has filled in.
        keeps = request.headers.get(FROM_HEADER) == "form" and _refuses(answer)
        return await self._private(person, answer, {"HX-Reswap": "afterend"} if keeps else {})

    async def _done(self, person: Person, gesture: Gesture) -> Answer:
        answer = await self._desk.handle(await self._site.actor(person), gesture)
        note = guide.noted(gesture.act)
        if note and _went_through(answer):
            await self._site.choices.take(note)
        return answer

    async def compose(self, request: Request) -> Response:
        """What was typed: a command, or words for the place where it was typed."""
        person, fields = _person(request), await fields_of(request)
        text = fields.one("text").strip()
        if text.startswith("/"):
            answer = await self._commanded(person, text, fields.one("subject"))
            return await self._private(person, answer, _TAKEN)
        door = await self._site.feed.door(person.id, fields.one("place"))
        if door.place.kind not in _SIDES:
            return await self._private(person, await self._card(person, "web-not-here"))
        return await self._said(person, door, fields, text)

    async def _commanded(self, person: Person, text: str, subject: str) -> Answer:
        """Run a command; the rest of the line answers its first option."""
        name, _, rest = text[1:].partition(" ")
        command = command_named(_plain(name))
        if command is None:
            return await self._card(person, "web-unknown-command", name=name)
        values = {option.name: rest.strip() for option in command.options[:1]}
        return await self._done(person, Gesture(command.act, subject, values))

    # --- messages ---------------------------------------------------------------------

    async def _said(self, person: Person, door: Door, fields: Fields, text: str) -> Response:
        """Pass it on, then show it to its author; the page's own number makes both happen once."""
        pictures = [await self._site.album.picture(name) for name in fields.many("picture")]
        # Two people could send the same number: their place keeps them apart.
        origin = f"{door.key[:12]}:{fields.one('origin') or new_id()}"
        answers = fields.one("reply_to")
        said = Said(RequestId(door.place.request), text, origin, pictures, reply_to=answers)
        answer = await self._desk.say(await self._site.actor(person), said)
        if answer is None:
            await self._echo(person, door, origin, text, pictures)
            return Response(status_code=_NOTHING, headers=_TAKEN)
        return await self._private(person, answer, _TAKEN if isinstance(answer, Form) else {})

    async def _echo(
        self, person: Person, door: Door, origin: str, text: str, pictures: list[Picture]
    ) -> None:
        html = await self._own_bubble(person, door, origin, text, pictures)
        content = Content(html, True, person.id, origin, text, message=origin)
        names = [picture.id for picture in pictures]
        await self._site.feed.put(door.key, f"own:{origin}", content, names)
        await self._site.choices.take(guide.word_of(_SIDES[door.place.kind]))

    async def _echo_reread(self, person: Person, gesture: Gesture) -> None:
        """Show a reread message, which the desk sent under the number that we gave it."""
        request, origin, *_ = gesture.subject.split("|")
        key = self._site.feed.key_of(Place("thread", request=request))
        door = await self._site.feed.door(person.id, key)
        await self._echo(person, door, origin, gesture.text("text"), [])

    async def _own_bubble(
        self,
        person: Person,
        door: Door,
        origin: str,
        text: str,
        pictures: list[Picture],
        note: str = "",
    ) -> str:
        language = await self._site.choices.language(person.id)
        alt = self._site.renderer.say(language)("picture-alt", author=person.name)
        images = tuple(Image(picture, alt) for picture in pictures)
        actor, request = await self._site.actor(person), RequestId(door.place.request)
        quoted = await self._desk.answered(actor, request, origin)
        bubble = Bubble(person.name, text, images, note, quoted=quoted)
        return self._site.renderer.drawing(bubble, language)

    async def edit(self, request: Request) -> Response:
        """Change one's own message, here and on the other side."""
        person, fields = _person(request), await fields_of(request)
        post, content = await self._site.feed.own(person.id, fields.one("key"))
        door, text = await self._site.feed.door(person.id, post.place), fields.one("text").strip()
        actor = await self._site.actor(person)
        request_id = RequestId(door.place.request)
        answer = await self._desk.edit(actor, request_id, content.origin, text)
        if answer is not None:
            return await self._private(person, answer)
        note = self._site.renderer.say(actor.language)("message-edited")
        pictures = await self._site.album.of(post.key)
        html = await self._own_bubble(person, door, content.origin, text, pictures, note)
        changed = replace(content, html=html, text=text)
        await self._site.feed.put(door.key, post.key, changed)
        return Response(status_code=_NOTHING)

    async def delete(self, request: Request) -> Response:
        """Take one's own message back, here and on the other side."""
        person, fields = _person(request), await fields_of(request)
        post, content = await self._site.feed.own(person.id, fields.one("key"))
        door = await self._site.feed.door(person.id, post.place)
        actor, request_id = await self._site.actor(person), RequestId(door.place.request)
        answer = await self._desk.take_back(actor, request_id, content.origin)
        if answer is not None:
            return await self._private(person, answer)
        await self._site.feed.take_down(post.key)
        return Response(status_code=_NOTHING)

    # --- pictures and languages -------------------------------------------------------

    async def picture(self, request: Request) -> Response:
        """A picture, re-made at once: what the tray shows is what will be sent."""
        person = _person(request)
        data, _ = await read_body(request, PICTURE_BYTES_MAX)
        remade = await self._desk.remade(await self._site.actor(person), [data])
        if isinstance(remade, Screen | Form):
            return await self._private(person, remade, status=422)
        await self._site.album.keep(remade[0])
        language = await self._site.choices.language(person.id)
        return HTMLResponse(self._site.renderer.fill("picture.html", language, picture=remade[0]))

    async def language(self, request: Request) -> Response:
        """Somebody's language, or everybody's and the page's own."""
        name, fields = request.headers.get(PERSON_HEADER, ""), await fields_of(request)
        language = next((code for code in LANGUAGES if code == fields.one("language")), None)
        if language is None:
            raise NotFound
        await self._site.choices.speak(name or PAGE, language)
        for person in [person_named(name)] if name else PEOPLE.values():
            await self._site.choices.speak(person.id, language)
            await self._desk.handle(await self._site.actor(person), Gesture("person.speak"))
        return Response(status_code=_NOTHING, headers={} if name else {"HX-Refresh": "true"})

    # --- answers ----------------------------------------------------------------------

    async def _private(
        self,
        person: Person,
        answer: Answer,
        headers: Mapping[str, str] | None = None,
        *,
        status: int = 200,
    ) -> Response:
        language = await self._site.choices.language(person.id)
        html = self._site.renderer.private(answer, language)
        for image in pictures_of(answer) if isinstance(answer, Screen) else ():
            await self._site.album.keep(image.picture)
        return HTMLResponse(html, status, headers=dict(headers or {}))

    async def _card(self, person: Person, key: str, **arguments: str) -> Screen:
        say = self._site.renderer.say(await self._site.choices.language(person.id))
        text = Text(say(key, **arguments))
        return Screen.of(Card(say(f"{key}-title"), (text,), tone=Tone.WARNING))


def _person(request: Request) -> Person:
    return person_named(request.headers.get(PERSON_HEADER, ""))


def _plain(name: str) -> str:
    """Return a command as it is declared: people type `/boîte` and `/Crise` too."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _went_through(answer: Answer) -> bool:
    return isinstance(answer, Screen) and not answer.refuses


def _refuses(answer: Answer) -> bool:
    return isinstance(answer, Screen) and answer.refuses
