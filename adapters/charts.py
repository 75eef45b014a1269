"""Draws charts with Pillow: on a card of their own colour, so that any background suits them."""

import asyncio
import io
from collections.abc import Sequence

from font_source_sans_pro import SourceSansPro
from PIL import Image, ImageDraw, ImageFont

from bot.domain.ids import AttachmentId, new_id
from bot.domain.relay import Picture
from bot.ui.chart import Bar, Chart, Panel

SCALE = 2  # drawn larger than shown, for sharp screens
WIDTH, MARGIN, RADIUS = 760, 32, 18
TITLE, FIGURE, LABEL = 24, 34, 17
TITLE_ROOM, FIGURES_ROOM, PANEL_TITLE_ROOM, BAR_ROOM, BAR = 56, 92, 40, 32, 16
LABEL_WIDTH, SHOWN_WIDTH = 250, 110
PAPER, EDGE, INK, QUIET, TRACK = "#FBFAF7", "#C9C4B8", "#22252B", "#5C6270", "#ECE8DF"
COLOURS = ("#2F6F8F", "#8A5A9E")  # distinct in print and to colour-blind eyes


class PillowCharts:
    """Draws off the event loop."""

    async def draw(self, chart: Chart) -> Picture:
        """Return the chart as a PNG of 1520 pixels' width."""
        return await asyncio.to_thread(_drawn, chart)


class _Pen:
    """Draws in points; the canvas has ``SCALE`` pixels for each."""

    def __init__(self, height: int) -> None:
        size = (WIDTH * SCALE, height * SCALE)
        self.image = Image.new("RGBA", size, (0, 0, 0, 0))
        self._draw = ImageDraw.Draw(self.image)
        self.box(0, 0, WIDTH, height, PAPER, radius=RADIUS, outline=EDGE)

    def box(
        self, x: float, y: float, width: float, height: float, fill: str, *,
        radius: float = 0, outline: str | None = None,
    ) -> None:  # fmt: skip
        corners = (x * SCALE, y * SCALE, (x + width) * SCALE - 1, (y + height) * SCALE - 1)
        self._draw.rounded_rectangle(corners, radius * SCALE, fill, outline, SCALE)

    def text(
        self, x: float, y: float, text: str, size: int, colour: str, *, room: float = WIDTH
    ) -> None:
        font = ImageFont.truetype(SourceSansPro, size * SCALE)
        self._draw.text((x * SCALE, y * SCALE), _clipped(text, font, room * SCALE), colour, font)


def _clipped(text: str, font: ImageFont.FreeTypeFont, room: float) -> str:
    while len(text) > 1 and font.getlength(text) > room:
        text = text.rstrip("…")[:-1] + "…"
    return text


def _drawn(chart: Chart) -> Picture:
    panels = [panel for panel in chart.panels if panel.bars]
    height = MARGIN * 2 + TITLE_ROOM + FIGURES_ROOM + sum(map(_room, panels))
    pen, y = _Pen(height), float(MARGIN)
    pen.text(MARGIN, y, chart.title, TITLE, INK, room=WIDTH - 2 * MARGIN)
    y += TITLE_ROOM
    _draw_figures(pen, y, chart.figures)
    y += FIGURES_ROOM
    for number, panel in enumerate(panels):
        _draw_panel(pen, y, panel, COLOURS[number % len(COLOURS)])
        y += _room(panel)
    return _encoded(pen.image)


def _room(panel: Panel) -> int:
    return PANEL_TITLE_ROOM + BAR_ROOM * len(panel.bars) + BAR


def _draw_figures(pen: _Pen, y: float, figures: Sequence[tuple[str, str]]) -> None:
    width = (WIDTH - 2 * MARGIN) / max(len(figures), 1)
    for number, (label, value) in enumerate(figures):
        x = MARGIN + number * width
        # Words in place of a number are smaller than a number.
        size = FIGURE if value.isdecimal() else TITLE
        pen.text(x, y + FIGURE - size, value, size, INK, room=width - 12)
        pen.text(x, y + FIGURE + 10, label, LABEL, QUIET, room=width - 12)


def _draw_panel(pen: _Pen, y: float, panel: Panel, colour: str) -> None:
    pen.text(MARGIN, y, panel.title, LABEL + 2, INK, room=WIDTH - 2 * MARGIN)
    most = max(bar.value for bar in panel.bars) or 1
    for number, bar in enumerate(panel.bars):
        _draw_bar(pen, y + PANEL_TITLE_ROOM + BAR_ROOM * number, bar, most, colour)


def _draw_bar(pen: _Pen, y: float, bar: Bar, most: float, colour: str) -> None:
    room = WIDTH - 2 * MARGIN - LABEL_WIDTH - SHOWN_WIDTH
    x = MARGIN + LABEL_WIDTH
    pen.text(MARGIN, y - 1, bar.label, LABEL, INK, room=LABEL_WIDTH - 12)
    pen.box(x, y, room, BAR, TRACK, radius=4)
    pen.box(x, y, max(room * bar.value / most, 4), BAR, colour, radius=4)
    pen.text(x + room + 10, y - 1, bar.shown, LABEL, INK, room=SHOWN_WIDTH - 12)


def _encoded(image: Image.Image) -> Picture:
    output = io.BytesIO()
    image.save(output, "PNG", optimize=True)
    return Picture(AttachmentId(new_id()), "image/png", *image.size, output.getvalue())
