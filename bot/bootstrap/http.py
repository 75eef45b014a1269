"""Serves HTTP for the platforms, until it is cancelled: whoever started it hears the signals."""

import asyncio
import socket
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.routing import BaseRoute

STOP_WITHIN_S = 2


class _Server(uvicorn.Server):
    """A server that leaves the signals of the process alone."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


async def serve_routes(routes: Sequence[BaseRoute], *, host: str, port: int) -> None:
    """Serve these addresses; what is being answered when it is cancelled is finished."""
    config = uvicorn.Config(
        Starlette(routes=routes),
        host=host,
        port=port,
        log_config=None,
        access_log=False,
        lifespan="off",
        server_header=False,
        timeout_graceful_shutdown=STOP_WITHIN_S,
    )
    await until_cancelled(_Server(config))


async def until_cancelled(
    server: uvicorn.Server, sockets: list[socket.socket] | None = None
) -> None:
    """Let a server serve; when this is cancelled, it ends as it should."""
    serving = asyncio.ensure_future(server.serve(sockets))
    try:
        await asyncio.shield(serving)
    except asyncio.CancelledError:
        server.should_exit = True
        await serving
        raise
