"""Views for moderators."""

from datetime import date

from bot.domain.statistics import span, summary
from bot.ports.outbound import Drawing
from bot.ui import looking_back as ui
from bot.ui.screen import Screen
from bot.views.scene import Scene


async def digest(scene: Scene) -> Drawing | None:
    """A week in numbers, with its picture."""
    monday = date.fromisoformat(scene.delivery.arguments["week"])
    times = span(monday, scene.community.time_zone)
    entries = await scene.uow.trail.of(scene.community.id, times.begins, times.told)
    week = summary(entries, times.ends)
    picture = await scene.tools.charts.draw(ui.chart(scene.say, monday, week))
    return Screen.of(ui.digest_card(scene.say, monday, week, picture))
