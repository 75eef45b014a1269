"""A platform that keeps what it is told, and fails when a test says so."""

import asyncio
from collections import deque
from dataclasses import dataclass, field

from bot.domain.ids import DeliveryId
from bot.ports.outbound import Target
from bot.ui.screen import Bubble, Mark, Screen

Drawn = Screen | Bubble


@dataclass
class FakeMessenger:
    """Shows each key once; ``faults`` are raised in turn, one a call."""

    platform: str = "web"
    faults: deque[Exception | None] = field(default_factory=deque)
    shown: dict[str, Drawn] = field(default_factory=dict)
    marks: list[tuple[str, Mark]] = field(default_factory=list)
    said: list[tuple[str, Drawn | None]] = field(default_factory=list)
    keys: dict[DeliveryId, str] = field(default_factory=dict)
    gate: asyncio.Event | None = None
    waiting: int = 0

    async def post(self, target: Target, drawing: Drawn, *, key: DeliveryId) -> str:
        await self._answer()
        if key not in self.keys:
            self.keys[key] = f"post-{len(self.keys)}"
            self._show(self.keys[key], drawing)
        return self.keys[key]

    async def edit(self, target: Target, handle: str, drawing: Drawn) -> None:
        await self._answer()
        self._show(handle, drawing)

    async def remove(self, target: Target, handle: str) -> None:
        await self._answer()
        del self.shown[handle]
        self.said.append((handle, None))

    async def empty(self, target: Target) -> None: ...
    async def mark(self, target: Target, origin: str, mark: Mark) -> None:
        await self._answer()
        self.marks.append((origin, mark))

    def _show(self, handle: str, drawing: Drawn) -> None:
        self.shown[handle] = drawing
        self.said.append((handle, drawing))

    async def _answer(self) -> None:
        self.waiting += 1
        if self.gate is not None:
            await self.gate.wait()
        self.waiting -= 1
        fault = self.faults.popleft() if self.faults else None
        if fault is not None:
            raise fault
