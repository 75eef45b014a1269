"""A team's rehearsal, in the channel where everybody is."""

from bot.domain import events as e
from bot.domain.community import Channel
from bot.ports.outbound import Delivery
from bot.reactions.facts import Facts


def moved(event: e.DrillMoved, f: Facts) -> list[Delivery]:
    """Draw the moment again, and the one before, on which nobody can act any more."""
    return [
        delivery
        for scene in (event.scene - 1, event.scene)
        if scene >= 0
        for delivery in f.rooms(
            Channel.HELP,
            "drill",
            f"drill:{event.drill}:{scene}",
            drill=event.drill,
            scene=str(scene),
        )
    ]
