"""Serves the sandbox in a process of its own, so that a test can kill it: `server FD FOLDER`."""

import asyncio
import socket
import sys
from functools import partial
from pathlib import Path

from adapters import logs
from adapters.web.app import make_server
from bot.bootstrap.core import at_work, entraide
from bot.bootstrap.http import until_cancelled
from bot.bootstrap.line import listening as during
from bot.bootstrap.platforms import open_page
from bot.cli.stopping import told_to_stop
from bot.demo import COMMUNITY, fill_sandbox
from bot.settings import Settings


async def serve(listening: socket.socket, folder: Path) -> None:
    """Serve until told to stop, as `entraide demo` does, but on a socket that exists already."""
    settings = Settings(model="none", state_dir=folder, _env_file=None)
    with told_to_stop() as told:
        async with entraide(settings) as house:
            await fill_sandbox(house.desk, house.tools)
            async with open_page(house, COMMUNITY) as site, at_work(house):
                server = make_server(site=site, desk=house.desk, host="127.0.0.1", port=0)
                async with during(partial(until_cancelled, server, [listening])):
                    await told.wait()


if __name__ == "__main__":
    logs.configure()
    asyncio.run(serve(socket.socket(fileno=int(sys.argv[1])), Path(sys.argv[2])))
