"""Views for moderators."""

from datetime import date

from bot.domain.statistics import bounds, summary
from bot.ports.outbound import Drawing
from bot.ui import looking_back as ui
from bot.ui.screen import Screen
from bot.views.scene import Scene


async def digest(scene: Scene) -> Drawing | None:
    """A week in numbers, with its picture."""
    monday = date.fromisoformat(scene.delivery.arguments["week"])
    since, until = bounds(monday, scene.community.time_zone)
    week = summary(await scene.uow.trail.of(scene.community.id, since, until))
    picture = await scene.tools.charts.draw(ui.chart(scene.say, monday, week))
    return Screen.of(ui.digest_card(scene.say, monday, week, picture))
