"""The relay from Slack to Discord: from the event that comes in to the call that goes out.

Entraide runs in a process of its own, with both real adapters and the real store; the fakes
and the people stay here. A message counts from the moment its event leaves the fake Slack to
the moment the call is at the fake Discord. The baseline of the same run is one durable
commit of one row on the same disk.
"""

import asyncio
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench._commits import beside_commits, print_head, row
from bench._home import Home, Pair, elsewhere
from bot.domain.community import Channel, Space
from bot.domain.people import Address
from tests.contracts.platforms.slack import CHANNELS
from tests.fakes.discord_wire.town import GUILD, TEXT_CHANNEL
from tests.fakes.discord_wire.wire import Wire, open_wire
from tests.fakes.slack_wire.events import envelope, message_event
from tests.fakes.slack_wire.server import SlackServer, slack_server
from tests.fakes.slack_wire.workspace import Member, Workspace, town

CONVERSATIONS = 10
PACES = {5: 50, 50: 250}  # a second → messages: 30 for each mentor, as many as a minute allows
_LONGEST_S, _QUIET_S = 90, 2
_DELIVERED = "white_check_mark"


@dataclass(frozen=True, slots=True)
class Town:
    """Both fakes, and who talks: mentors, and the threads that they write in."""

    home: Home
    discord: Wire
    slack: SlackServer
    workspace: Workspace
    threads: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Pace:
    """What a burst took: each message, and one of our processors for each."""

    seconds: Sequence[float]
    busy_s: float


def main() -> None:
    """Print the table."""
    ours, baseline = beside_commits(_measured)
    print_head(f"Relay from Slack to Discord, {CONVERSATIONS} conversations, SQLite", baseline)
    for pace, taken in ours.items():
        busy = f"{taken.busy_s * 1000:.1f} ms of a processor each"
        print(row(f"Slack event out → Discord call in, {pace}/s ({busy})", taken.seconds))


async def _measured(folder: Path) -> dict[int, Pace]:
    workspace = town()
    async with open_wire() as discord, slack_server(workspace) as slack:
        settings = {
            "model": "none",
            "state_dir": folder,
            "discord_token": "fake-token",
            "discord_api_base": discord.api,
            "discord_gateway": discord.gateway.address,
            "slack_bot_token": workspace.token,
            "slack_app_token": "xapp-test",
            "slack_api_base": slack.api,
        }
        pairs = [_pair(discord, workspace, number) for number in range(CONVERSATIONS)]
        async with elsewhere(settings, _spaces(discord, workspace), pairs) as home:
            threads = [await _thread(workspace, name) for name in home.names]
            talks = [(pair.mentor.user, ts) for pair, ts in zip(pairs, threads, strict=True)]
            here = Town(home, discord, slack, workspace, talks)
            await _quiet(here)
            return {pace: await _talk(here, pace) for pace in PACES}


def _spaces(discord: Wire, workspace: Workspace) -> Sequence[Space]:
    room = discord.town.add_place(TEXT_CHANNEL, "entraide")
    return (
        Space("discord", GUILD, {Channel.HELP: room.id}),
        Space("slack", workspace.team, CHANNELS),
    )


def _pair(discord: Wire, workspace: Workspace, number: int) -> Pair:
    """Let somebody be on Discord and a mentor on Slack."""
    asker, mentor = discord.town.add_user(f"asker{number}").id, f"UMENTOR{number}"
    workspace.members[mentor] = Member(mentor, f"mentor{number}")
    workspace.channels["CMENTORS"].members.add(mentor)
    return Pair(Address("discord", GUILD, asker), Address("slack", workspace.team, mentor))


async def _thread(workspace: Workspace, name: str) -> str:
    """Wait for the thread of a conversation."""
    async with asyncio.timeout(_LONGEST_S):
        while True:
            for message in list(workspace.messages.values()):
                opens = message.channel == "CMENTORS" and "Conversation avec" in str(message.body)
                if opens and name in str(message.body):
                    return message.ts
            await asyncio.sleep(0.05)


async def _quiet(here: Town) -> None:
    """Wait until all that opening conversations brings about is done."""
    told = -1
    for _ in range(_LONGEST_S // _QUIET_S):
        before, told = told, len(here.discord.calls) + len(here.slack.received)
        if told == before:
            return
        await asyncio.sleep(_QUIET_S)
    raise TimeoutError("it never became quiet")


async def _talk(here: Town, pace: int) -> Pace:
    """Say so much in a second; fail unless all arrives, once, in order, with its mark."""
    began_s, loop = await here.home.busy_s(), asyncio.get_running_loop()
    left_at, sending = dict[str, float](), set[Any]()
    begins_at = loop.time()
    for number in range(PACES[pace]):
        user, thread = here.threads[number % len(here.threads)]
        text = f"message {pace} {number} fin"
        event = _written(here.workspace, user, thread, text)
        left_at[text] = loop.time()
        sending.add(asyncio.create_task(here.slack.send("events_api", event)))
        await asyncio.sleep(begins_at + (number + 1) / pace - loop.time())
    await asyncio.gather(*sending)
    await _all_marked(here, left_at)
    came_at = _arrivals(here.discord, left_at)
    busy_s = (await here.home.busy_s() - began_s) / len(left_at)
    return Pace([came_at[text] - at for text, at in left_at.items()], busy_s)


def _written(workspace: Workspace, user: str, thread: str, text: str) -> dict[str, Any]:
    """Write in a thread; return the event that tells of it."""
    message = workspace.write("CMENTORS", user, {"text": text}, thread=thread)
    return envelope(workspace.team, message_event(workspace.team, message, text))


async def _all_marked(here: Town, texts: dict[str, float]) -> None:
    """Wait until every author sees that their message arrived."""
    written = [m for m in here.workspace.messages.values() if m.body.get("text") in texts]
    for _ in range(_LONGEST_S * 5):
        if all(message.reactions == {_DELIVERED} for message in written):
            return
        await asyncio.sleep(0.2)
    marks = Counter(str(sorted(message.reactions)) for message in written)
    raise TimeoutError(f"the marks of {len(texts)} messages: {marks}")


def _arrivals(wire: Wire, texts: dict[str, float]) -> dict[str, float]:
    """Return when each text came to Discord; fail unless each came once, and in order."""
    posts = [c for c in wire.calls if c.method == "POST" and c.path.endswith("/messages")]
    came = [(_text(call.raw.decode("utf-8", "replace")), call) for call in posts]
    times = Counter(text for text, _ in came)
    if wrong := {text: times[text] for text in texts if times[text] != 1}:
        raise RuntimeError(f"not exactly once: {wrong}")
    talks = defaultdict[str, list[int]](list)
    for text, call in came:
        if text in texts:
            talks[call.path].append(int(text.split()[2]))
    if any(numbers != sorted(numbers) for numbers in talks.values()):
        raise RuntimeError(f"not in order: {list(talks.values())}")
    return {text: call.at for text, call in came}


def _text(raw: str) -> str:
    """Return what a mentor wrote, as it stands in a call."""
    start = raw.find("message ")
    return raw[start : raw.find(" fin", start) + 4] if start >= 0 else ""
