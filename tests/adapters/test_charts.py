"""The picture of a week: a real one, drawn, with every number it was given."""

import io
from itertools import groupby

import numpy as np
from PIL import Image

from adapters.charts import MARGIN, PAPER, SCALE, WIDTH, PillowCharts
from bot.ui.chart import Bar, Chart, Panel

CHART = Chart(
    "Semaine du 23 novembre 2026",
    (("Demandes", "38"), ("Prises", "33"), ("Résolues", "27"), ("Sans réponse", "5")),
    (
        Panel(
            "Attente médiane avant la première prise",
            (Bar("Maintenant", 240, "4 minutes"), Bar("Aujourd’hui", 2400, "40 minutes")),
        ),
        Panel(
            "Sujets",
            (
                Bar("Bad buzz", 14, "14"),
                Bar("Communauté en révolte, et un nom beaucoup trop long", 9, "9"),
                Bar("Pression de la direction", 6, "6"),
            ),
        ),
    ),
)


async def drawn(chart: Chart) -> Image.Image:
    picture = await PillowCharts().draw(chart)
    image = Image.open(io.BytesIO(picture.data))
    assert (picture.media_type, (picture.width, picture.height)) == ("image/png", image.size)
    return image


def lengths(image: Image.Image, colour: str) -> list[int]:
    """Return how long the bars of a colour are, in pixels, from the top."""
    wanted = tuple(int(colour[n : n + 2], 16) for n in (1, 3, 5))
    pixels = np.asarray(image.convert("RGB"))
    rows = (pixels == wanted).all(axis=2).sum(axis=1).tolist()
    return [max(bar) for is_bar, bar in groupby(rows, key=bool) if is_bar]


async def test_bars_are_as_long_as_their_numbers() -> None:
    waits = lengths(await drawn(CHART), "#2F6F8F")
    assert len(waits) == 2
    assert abs(waits[0] / waits[1] - 240 / 2400) < 0.02


async def test_card_has_its_own_background_and_clear_corners() -> None:
    image = await drawn(CHART)
    assert image.width == WIDTH * SCALE
    assert image.getpixel((0, 0))[3] == 0  # type: ignore[index]
    inside = image.getpixel((MARGIN * SCALE // 2, image.height // 2))
    assert inside[:3] == tuple(int(PAPER[n : n + 2], 16) for n in (1, 3, 5))  # type: ignore[index]


async def test_week_without_enough_of_anything_is_figures_alone() -> None:
    few = Chart("Semaine", (("Demandes", "moins de 5"),), (Panel("Sujets", ()),))
    assert (await drawn(few)).height < (await drawn(CHART)).height
