"""The picture of a comparison: one panel a figure, one bar a way of asking."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from bot.domain.community import Delays
from bot.domain.vocabulary import Urgency
from bot.simulation.measures import Figures
from bot.ui.chart import Bar, Chart, Panel

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def chart_of(title: str, figures: Sequence[Figures]) -> Chart:
    """Return the picture: ours in large, then everything side by side."""
    ours = figures[-1]
    large = (
        ("median wait, ours", shown(ours.wait.median)),
        ("notices a week, ours", f"{ours.notices:.0f}"),
        ("claimer fits, ours", f"{ours.fitting:.0%}"),
    )
    waits = (
        _panel(f"Median time to claim: {urgency}", figures, _wait(urgency)) for urgency in Urgency
    )
    return Chart(
        title,
        large,
        (
            *waits,
            _panel(
                "Notices per mentor per week", figures, lambda f: (f.notices, f"{f.notices:.0f}")
            ),
            _panel("Claimer fits category and language", figures, _fitting),
            _panel("Never claimed", figures, lambda f: (f.unclaimed, str(f.unclaimed))),
        ),
    )


def shown(wait: timedelta | None) -> str:
    """Say a time in its two largest units."""
    if wait is None:
        return "never"
    if wait < HOUR:
        return f"{wait / MINUTE:.0f} min" if wait >= 10 * MINUTE else f"{wait / MINUTE:.1f} min"
    if wait < DAY:
        return f"{wait // HOUR} h {wait % HOUR // MINUTE:02}"
    return f"{wait // DAY} d {wait % DAY // HOUR} h"


def _panel(
    title: str, figures: Sequence[Figures], value: Callable[[Figures], tuple[float, str]]
) -> Panel:
    return Panel(title, [Bar(each.policy, *value(each)) for each in figures])


def _wait(urgency: Urgency) -> Callable[[Figures], tuple[float, str]]:
    """Return the length and the words of a wait; never is as long as we search."""

    def bar(figures: Figures) -> tuple[float, str]:
        median = figures.waits[urgency].median
        return (median or Delays().unclaimed).total_seconds(), shown(median)

    return bar


def _fitting(figures: Figures) -> tuple[float, str]:
    return figures.fitting, f"{figures.fitting:.0%}"
