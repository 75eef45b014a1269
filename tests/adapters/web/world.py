"""The page with the whole core behind it, on a real socket."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from adapters.store.vault import FileVault
from adapters.web.app import create_app
from adapters.web.outbound import WebMessenger
from adapters.web.site import Site
from bot.domain.ids import CommunityId
from bot.ports.outbound import Messenger
from bot.wording import load
from tests.adapters.web.tree import Node, parse
from tests.contracts.platforms.stages import Core, Memory, open_core, served
from tests.contracts.platforms.web import WebDriver
from tests.fakes.stubborn import Stubborn


@dataclass(frozen=True, slots=True)
class World:
    """What a test of the page has at hand."""

    core: Core
    site: Site
    http: httpx.AsyncClient
    people: WebDriver

    async def pane(self, who: str) -> Node:
        """Return what somebody's pane shows now."""
        return parse((await self.http.get(f"/as/{who}")).text).with_class("pane")[0]

    async def send(self, who: str, path: str, **fields: str) -> httpx.Response:
        """Send what the page would send for somebody."""
        return await self.http.post(path, data=fields, headers={"entraide-person": who})

    async def talk(self, who: str) -> str:
        """Return the place of somebody's newest conversation or thread."""
        tabs = (await self.pane(who)).all(where=lambda tab: tab.attrs.get("data-writes") == "true")
        return tabs[-1].attrs["data-place"]


async def open_site(path: Path, vault: FileVault, community: str = "sandbox") -> Site:
    wordings = load(strict=True)
    return await Site.open(path, vault=vault, wordings=wordings, community=CommunityId(community))


@asynccontextmanager
async def open_world(
    memory: Memory, folder: Path, database: Stubborn | None = None
) -> AsyncIterator[World]:
    messengers: dict[str, Messenger] = {}
    core = await open_core(memory, messengers, database)
    vault = FileVault(folder / "keys", clock=core.clock)
    site = await open_site(folder / "page.db", vault, core.community)
    messengers["web"] = WebMessenger(site)
    await core.settle()
    async with (
        served(create_app(site=site, desk=core.desk), site) as url,
        httpx.AsyncClient(base_url=url, timeout=30) as http,
    ):
        people = WebDriver(http, core.settle, core.pass_time, core.clock)
        yield World(core, site, http, people)
    await site.close()
