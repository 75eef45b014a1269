"""The web application: its addresses, its lifespan, and the server that runs it."""

import socket
from collections.abc import Collection, Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from adapters.web import pages
from adapters.web.errors import Endpoint, excused
from adapters.web.guard import LOOPBACK, Guard
from adapters.web.inbound import FROM_HEADER, LANGUAGE_HEADER, Inbound
from adapters.web.live import stream
from adapters.web.people import PEOPLE
from adapters.web.site import Site, person_named
from bot.domain.errors import NotFound, Refusal
from bot.domain.people import LANGUAGES, Language
from bot.helpdesk import HelpDesk
from bot.ui.notices import incident, refused
from bot.ui.screen import Screen

STOP_WITHIN_S = 2
_FOREVER = "private, max-age=31536000, immutable"
# Where a fault is shown when it must not take the place of what sent it.
_RESWAPS = {"form": "afterend", "pane": "none"}


def create_app(*, site: Site, desk: HelpDesk, hosts: Collection[str] = LOOPBACK) -> Starlette:
    """Return the application; ``hosts`` are the names under which it may be called."""
    views, inbound = Views(site), Inbound(site=site, desk=desk)

    def post(path: str, endpoint: Endpoint) -> Route:
        return Route(path, excused(endpoint, excuse=views.excuse), methods=["POST"])

    def get(path: str, endpoint: Endpoint) -> Route:
        return Route(path, excused(endpoint, excuse=views.excuse), methods=["GET"])

    return Starlette(
        routes=[
            get("/", views.together),
            get("/as/{person}", views.alone),
            get("/panes/{person}", views.pane),
            get("/events", views.events),
            get("/pictures/{picture}", views.picture),
            get("/health", views.health),
            post("/act", inbound.act),
            post("/compose", inbound.compose),
            post("/edit", inbound.edit),
            post("/delete", inbound.delete),
            post("/pictures", inbound.picture),
            post("/language", inbound.language),
            Mount("/static", StaticFiles(packages=[("adapters.web", "static")])),
        ],
        middleware=[Middleware(Guard, hosts=hosts)],
    )


class Views:
    """The page's handlers for everything that only shows."""

    def __init__(self, site: Site) -> None:
        self._site = site

    async def together(self, request: Request) -> Response:
        """Everybody side by side."""
        return HTMLResponse(await pages.whole_page(self._site, tuple(PEOPLE.values())))

    async def alone(self, request: Request) -> Response:
        """One person, full width."""
        person = person_named(request.path_params["person"])
        return HTMLResponse(await pages.whole_page(self._site, (person,)))

    async def pane(self, request: Request) -> Response:
        """One person's pane, to be put in the place of an older one."""
        person = person_named(request.path_params["person"])
        return HTMLResponse(await pages.pane(self._site, person))

    async def events(self, request: Request) -> Response:
        """What changes, as it changes; a browser that comes back says where it was."""
        people = [person_named(name) for name in request.query_params.getlist("person")]
        after = request.headers.get("last-event-id") or request.query_params.get("after", "0")
        if not (after.isascii() and after.isdigit()):
            raise NotFound
        told = (each.partition(".") for each in request.query_params.getlist("shown"))
        shown = {person: language for person, _, language in told}
        events = stream(self._site, people, int(after), shown)
        return StreamingResponse(events, media_type="text/event-stream")

    async def picture(self, request: Request) -> Response:
        """A re-made picture, under its unguessable name."""
        picture = await self._site.album.picture(request.path_params["picture"])
        headers = {"cache-control": _FOREVER}
        return Response(picture.data, media_type=picture.media_type, headers=headers)

    async def health(self, request: Request) -> Response:
        """Say that the process answers."""
        return PlainTextResponse("ok")

    async def excuse(self, request: Request, fault: Refusal | str) -> Response:
        """Say what cannot be done, or that we broke something; needs no file to do so."""
        language = _language_of(request)
        say = self._site.renderer.say(language)
        is_ours = isinstance(fault, str)
        card = incident(say, fault) if isinstance(fault, str) else refused(say, fault)
        status = 500 if is_ours else 404 if isinstance(fault, NotFound) else 409
        if request.method == "GET":
            html = self._site.renderer.fill("fault.html", language, card=card)
            return HTMLResponse(html, status)
        html = self._site.renderer.private(Screen.of(card), language)
        reswap = _RESWAPS.get(request.headers.get(FROM_HEADER, ""))
        return HTMLResponse(html, status, headers={"HX-Reswap": reswap} if reswap else None)


def _language_of(request: Request) -> Language:
    """Return the language of the pane, or else of the browser."""
    told = request.headers.get(LANGUAGE_HEADER) or request.headers.get("accept-language", "")
    return next((code for code in LANGUAGES if told.startswith(code)), "fr")


class WebServer(uvicorn.Server):
    """Serves the page; ends the open streams first when it is to stop.

    The signals of the process are not its own: whoever started it hears them.
    """

    def __init__(self, site: Site, config: uvicorn.Config) -> None:
        super().__init__(config)
        self._site = site

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Leave them alone."""
        yield

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let the streams end, then do as always."""
        self._site.file.hang_up()
        await super().shutdown(sockets)


def make_server(*, site: Site, desk: HelpDesk, host: str, port: int) -> WebServer:
    """Return the server of the page; what it logs is ours to say, and never an address."""
    config = uvicorn.Config(
        create_app(site=site, desk=desk, hosts=LOOPBACK | {host}),
        host=host,
        port=port,
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=STOP_WITHIN_S,
    )
    return WebServer(site, config)
