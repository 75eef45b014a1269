"""Pictures of numbers."""

from typing import Protocol

from bot.domain.relay import Picture
from bot.ui.chart import Chart


class Charts(Protocol):
    """Draws charts that can be read on light and on dark backgrounds."""

    async def draw(self, chart: Chart) -> Picture: ...
