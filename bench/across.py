"""The relay from Slack to Discord: from the event that comes in to the call that goes out.

Both real adapters and both fakes run in this one process, with the real store: what the
fakes take to play Slack and Discord is in the figures too. The baseline of the same run
is one durable commit of one row on the same disk.
"""

import asyncio
import secrets
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from adapters.slack.app import House, SlackSettings
from adapters.slack.connect import connected, open_slack
from bench.discord import await_reading
from bench.relay import commits, row
from bot.bootstrap.core import Entraide, at_work, entraide
from bot.bootstrap.platforms import community_at, discord_app
from bot.domain.community import Channel, Community, Space
from bot.domain.ids import CommunityId, RequestId, new_id
from bot.domain.people import Actor, Address
from bot.settings import Settings
from bot.ui.forms import Gesture
from tests.contracts.platforms.slack import CHANNELS
from tests.fakes.discord_wire.town import GUILD, TEXT_CHANNEL
from tests.fakes.discord_wire.wire import Wire, open_wire
from tests.fakes.slack_wire.driver import town
from tests.fakes.slack_wire.server import SlackServer, slack_server
from tests.fakes.slack_wire.workspace import Member, Workspace

CONVERSATIONS = 10
PACES = {5: 50, 50: 250}  # a second → messages: 30 for each mentor, as many as a minute allows
_LONGEST_S = 60
_HERE = CommunityId(new_id())


@dataclass(frozen=True, slots=True)
class Town:
    """Both fakes, and the house between them."""

    house: Entraide
    discord: Wire
    slack: SlackServer
    workspace: Workspace


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        ours = asyncio.run(_measured(Path(folder)))
        baseline = asyncio.run(commits(Path(folder) / "baseline.db"))
    print(f"\n### Relay from Slack to Discord, {CONVERSATIONS} conversations, SQLite\n")
    print("| | median | p99 |\n| --- | --- | --- |")
    print(row("one durable commit (baseline)", baseline))
    for pace, (seconds, busy_s) in ours.items():
        busy = f"{busy_s * 1000:.0f} ms of a processor each, fakes included"
        print(row(f"Slack event in → Discord call out, {pace}/s ({busy})", seconds))


async def _measured(folder: Path) -> dict[int, tuple[list[float], float]]:
    settings = Settings(model="none", state_dir=folder, discord_token="fake-token", _env_file=None)
    async with entraide(settings) as house, open_wire() as discord:
        await asyncio.to_thread(await_reading)
        workspace = town()
        async with slack_server(workspace) as slack:
            here = Town(house, discord, slack, workspace)
            async with _on_slack(here), _on_discord(here), at_work(house):
                await _found(here)
                threads = [await _conversation(here, n) for n in range(CONVERSATIONS)]
                return {pace: await _talk(here, threads, pace) for pace in PACES}


@asynccontextmanager
async def _on_slack(here: Town) -> AsyncIterator[None]:
    tools, store = here.house.tools, here.house.store
    home = House(
        here.house.desk,
        store.platform_memory,
        here.house.vault,
        tools.clock,
        tools.wordings,
        partial(community_at, tools),
    )
    # Opening so many threads in one channel at one post a second would take minutes.
    reach = SlackSettings(
        bot_token=here.workspace.token,
        app_token="xapp-test",
        api_base=here.slack.api,
        post_interval_s=0,
    )
    async with open_slack(reach, house=home) as opened, connected(opened.slack, reach):
        here.house.messengers["slack"] = opened.slack.messenger
        yield
        await opened.slack.finish()


@asynccontextmanager
async def _on_discord(here: Town) -> AsyncIterator[None]:
    wire = here.discord
    reach = {"discord_api_base": wire.api, "discord_gateway": wire.gateway.address}
    app = discord_app(replace(here.house, settings=here.house.settings.model_copy(update=reach)))
    here.house.messengers["discord"] = app.messenger
    app.listen(here.house.desk)
    running = asyncio.create_task(app.run())
    await wire.gateway.here()
    try:
        yield
    finally:
        await app.stop()
        await running


async def _found(here: Town) -> None:
    room = here.discord.town.add_place(TEXT_CHANNEL, "entraide")
    spaces = (
        Space("discord", GUILD, {Channel.HELP: room.id}),
        Space("slack", here.workspace.team, CHANNELS),
    )
    async with here.house.tools.uow() as uow:
        await uow.communities.add(Community(_HERE, "Entre pairs", spaces=spaces))
        await uow.commit()


async def _conversation(here: Town, number: int) -> tuple[str, str]:
    """Let somebody on Discord and a mentor on Slack talk; return the mentor and the thread."""
    user, desk = f"UMENTOR{number}", here.house.desk
    here.workspace.members[user] = Member(user, f"mentor{number}")
    here.workspace.channels["CMENTORS"].members.add(user)
    mentor = Actor(Address("slack", here.workspace.team, user), _HERE, "fr", f"Mentor {number}")
    asker_account = here.discord.town.add_user(f"asker{number}").id
    asker, request = (
        Actor(Address("discord", GUILD, asker_account), _HERE, "fr"),
        RequestId(new_id()),
    )
    await desk.handle(mentor, Gesture("mentor.apply", "new", {"display_name": mentor.name}))
    async with here.house.tools.uow() as uow:
        known = await uow.mentors.at(_HERE, mentor.address)
    moderator = Actor(Address("discord", GUILD, "1"), _HERE, "fr", "Sacha", True)
    approved = Gesture("mentor.decide", known.id if known else "", {"value": "yes"})
    await desk.handle(moderator, approved)
    await desk.handle(asker, Gesture("request.draft", request, {"text": "On nous insulte"}))
    await desk.handle(asker, Gesture("request.publish", request))
    await desk.handle(mentor, Gesture("request.claim", request))
    async with here.house.tools.uow() as uow:
        name = (await uow.requests.get(request)).code_name
    return user, await _thread(here.workspace, name)


async def _thread(workspace: Workspace, name: str) -> str:
    """Wait for the thread of a conversation."""
    async with asyncio.timeout(_LONGEST_S):
        while True:
            for message in list(workspace.messages.values()):
                opens = message.channel == "CMENTORS" and "Conversation avec" in str(message.body)
                if opens and name in str(message.body):
                    return message.ts
            await asyncio.sleep(0.05)


async def _talk(
    here: Town, threads: Sequence[tuple[str, str]], pace: int
) -> tuple[list[float], float]:
    """Return how long each message took, and the processor's time for one."""
    began_s = time.process_time()
    loop, came_at, sending = asyncio.get_running_loop(), dict[str, float](), set[Any]()
    for number in range(PACES[pace]):
        user, thread = threads[number % len(threads)]
        text = f"message {pace} {number} fin"
        came_at[text] = loop.time()
        sending.add(asyncio.create_task(_write(here, user, thread, text)))
        await asyncio.sleep(1 / pace)
    await asyncio.gather(*sending)
    left_at = await _all_left(here.discord, came_at)
    busy_s = (time.process_time() - began_s) / len(came_at)
    return [left_at[text] - came for text, came in came_at.items()], busy_s


async def _all_left(wire: Wire, texts: dict[str, float]) -> dict[str, float]:
    for _ in range(_LONGEST_S * 5):
        left_at = _left(wire, texts)
        if len(left_at) == len(texts):
            return left_at
        await asyncio.sleep(0.2)
    raise TimeoutError(f"{len(left_at)} of {len(texts)} messages left")


async def _write(here: Town, user: str, thread: str, text: str) -> None:
    message = here.workspace.write("CMENTORS", user, {"text": text}, thread=thread)
    event = {
        "type": "message",
        "channel_type": "group",
        "user": user,
        "team": here.workspace.team,
        "channel": "CMENTORS",
        "text": text,
        "ts": message.ts,
        "thread_ts": thread,
    }
    payload = {
        "type": "event_callback",
        "team_id": here.workspace.team,
        "api_app_id": "AENTRAIDE",
        "event_id": f"Ev{secrets.token_hex(6)}",
        "event": event,
        "authorizations": [{"team_id": here.workspace.team, "user_id": "UENTRAIDE"}],
    }
    await here.slack.send("events_api", payload)


def _left(wire: Wire, texts: dict[str, float]) -> dict[str, float]:
    """Return when each text was first sent to Discord."""
    posts = [c for c in wire.calls if c.method == "POST" and c.path.endswith("/messages")]
    found: dict[str, float] = {}
    for call in posts:
        raw = call.raw.decode("utf-8", "replace")
        start = raw.find("message ")
        text = raw[start : raw.find(" fin", start) + 4] if start >= 0 else ""
        if text in texts:
            found.setdefault(text, call.at)
    return found
