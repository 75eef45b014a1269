"""What moderators see of events."""

from bot.domain import events as e
from bot.domain.community import Channel
from bot.ports.outbound import Delivery
from bot.reactions.facts import Facts


def week_ended(event: e.WeekEnded, f: Facts) -> list[Delivery]:
    """Post the digest once a week, in the moderators' channel."""
    week = event.monday.isoformat()
    return f.rooms(Channel.MODERATORS, "digest", f"digest:{week}", week=week)
