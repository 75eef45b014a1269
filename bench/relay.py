"""The relay: from a message that comes in to the call that goes out, on SQLite.

The baseline of the same run is one durable commit of one row on the same disk: what any
relay that loses nothing must pay at least.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bench._commits import beside_commits, p99, print_head, row
from bot import demo
from bot.bootstrap.core import Entraide, at_work, entraide
from bot.domain.ids import DeliveryId, RequestId, new_id
from bot.domain.relay import Said
from bot.ports.outbound import Target
from bot.settings import Settings
from bot.ui.forms import Gesture
from bot.ui.screen import Bubble, Mark, Screen

MESSAGES, PER_SECOND = 300, 50
CONVERSATIONS = 10


@dataclass
class Stopwatch:
    """A messenger that notes when each message leaves."""

    platform: str = "web"
    left_at: dict[str, float] = field(default_factory=dict)
    all_left: asyncio.Event = field(default_factory=asyncio.Event)

    async def post(self, target: Target, drawing: Screen | Bubble, *, key: DeliveryId) -> str:
        """Note the time."""
        if isinstance(drawing, Bubble):
            self.left_at[drawing.text] = time.perf_counter()
        if len(self.left_at) == MESSAGES:
            self.all_left.set()
        return key

    async def edit(self, target: Target, handle: str, drawing: Screen | Bubble) -> None:
        """Cards are not measured."""

    async def remove(self, target: Target, handle: str) -> None:
        """Nor is taking down."""

    async def mark(self, target: Target, origin: str, mark: Mark) -> None:
        """Nor are marks."""

    async def empty(self, target: Target) -> None:
        """Nothing is erased here."""


def main() -> None:
    """Print the table."""
    ours, baseline = beside_commits(_relay)
    title = f"Relay, {PER_SECOND} messages a second, {CONVERSATIONS} conversations, SQLite"
    print_head(title, baseline)
    print(row("message in → call out", ours))
    print(f"| ratio | {median(ours) / median(baseline):.1f} | {p99(ours) / p99(baseline):.1f} |")


async def _relay(folder: Path) -> list[float]:
    settings = Settings(model="none", state_dir=folder, _env_file=None)
    watch = Stopwatch()
    async with entraide(settings) as house:
        house.messengers[watch.platform] = watch
        await demo.found_community(house.desk, house.tools)
        async with at_work(house):
            requests = [await _conversation(house, n) for n in range(CONVERSATIONS)]
            return await _talk(house, watch, requests)


async def _conversation(house: Entraide, number: int) -> RequestId:
    asker, request = demo.persona(f"asker-{number}"), RequestId(new_id())
    mentor = demo.persona("nadia" if number % 2 else "yann")
    profile: dict[str, str | tuple[str, ...]] = {
        "display_name": mentor.name,
        "capacity": "20",
        "languages": ("fr",),
    }
    await house.desk.handle(mentor, Gesture("mentor.apply", "new", profile))
    await house.desk.handle(asker, Gesture("request.draft", request, {"text": "On nous insulte"}))
    await house.desk.handle(asker, Gesture("request.publish", request))
    await house.desk.handle(mentor, Gesture("request.claim", request))
    return request


async def _talk(house: Entraide, watch: Stopwatch, requests: Sequence[RequestId]) -> list[float]:
    came_at: dict[str, float] = {}
    sending: set[asyncio.Task[None]] = set()

    async def say(number: int) -> None:
        which = number % CONVERSATIONS
        said = Said(requests[which], f"message {number}", new_id())
        came_at[said.text] = time.perf_counter()
        answer = await house.desk.say(demo.persona(f"asker-{which}"), said)
        if answer is not None:
            raise RuntimeError(f"message {number} was refused")

    for number in range(MESSAGES):
        sending.add(asyncio.create_task(say(number)))
        await asyncio.sleep(1 / PER_SECOND)
    await asyncio.gather(*sending)
    await watch.all_left.wait()
    return [watch.left_at[text] - came for text, came in came_at.items()]
