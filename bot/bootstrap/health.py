"""Says whether this process lives, whether it can work, and how it goes."""

import asyncio
from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from adapters.metrics import CONTENT_TYPE
from bot.bootstrap.core import Entraide
from bot.bootstrap.http import serve_routes

ANSWERS_WITHIN_S = 5.0


class HealthPages:
    """The addresses that hosts and monitors ask; what they say names no person and no place."""

    def __init__(self, house: Entraide) -> None:
        self._house = house

    def routes(self, *, metrics: bool = False) -> Sequence[Route]:
        """Return the addresses; the numbers are for whoever hosts alone."""
        found = [Route("/healthz", self._alive), Route("/readyz", self._ready)]
        return [*found, Route("/metrics", self._metrics)] if metrics else found

    async def _alive(self, request: Request) -> Response:
        return PlainTextResponse("alive\n")

    async def _ready(self, request: Request) -> Response:
        lacks = [lack for lack in (await self._store(), *(await self._platforms())) if lack]
        if lacks:
            return PlainTextResponse("".join(f"{lack}\n" for lack in lacks), 503)
        return PlainTextResponse("ready\n")

    async def _metrics(self, request: Request) -> Response:
        house = self._house
        census = await house.store.census()
        shown = house.metrics.show(census, house.tools.clock.now())
        return Response(shown, media_type=CONTENT_TYPE)

    async def _store(self) -> str:
        try:
            async with asyncio.timeout(ANSWERS_WITHIN_S):
                return await self._house.store.lack()
        except TimeoutError:
            return "the database does not answer"

    async def _platforms(self) -> list[str]:
        lines = self._house.lines
        here = await asyncio.gather(*(line.is_connected() for line in lines.values()))
        pairs = zip(lines, here, strict=True)
        return [f"{name} is not connected" for name, is_here in pairs if not is_here]


async def serve_health(house: Entraide) -> None:
    """Serve these addresses on a port of their own, until cancelled."""
    settings = house.settings
    routes = HealthPages(house).routes(metrics=settings.metrics)
    await serve_routes(routes, host=settings.health_host, port=settings.health_port)
