"""What people see when a space would join, joins, or leaves."""

from bot.domain import space_events as se
from bot.domain.community import Channel
from bot.ports.outbound import Delivery, ToJoiner
from bot.reactions.facts import Facts

Answered = se.SpaceJoined | se.SpaceRefused | se.SpaceUnanswered


def asked(event: se.SpaceAsked, f: Facts) -> list[Delivery]:
    """The moderators are asked."""
    return _question(event, f, "asked")


def joined(event: se.SpaceJoined, f: Facts) -> list[Delivery]:
    """Every moderator sees that it is answered, and so does who asked."""
    return [*_question(event, f, "joined"), _answer(event, f, "joined")]


def refused(event: se.SpaceRefused, f: Facts) -> list[Delivery]:
    """Every moderator sees that it is answered, and so does who asked."""
    return [*_question(event, f, "refused"), _answer(event, f, "refused")]


def unanswered(event: se.SpaceUnanswered, f: Facts) -> list[Delivery]:
    """Every moderator sees that it is too late, and so does who asked."""
    return [*_question(event, f, "unanswered"), _answer(event, f, "unanswered")]


def _answer(event: Answered, f: Facts, state: str) -> Delivery:
    to, subject = ToJoiner(event.joining), f"joining:{event.joining}"
    return Delivery(f.community.id, to, "joining-answer", subject, None, {"state": state})


def _question(event: se.SpaceAsked | Answered, f: Facts, state: str) -> list[Delivery]:
    facts = {"joining": event.joining, "platform": event.platform, "state": state}
    return f.rooms(Channel.MODERATORS, "joining", f"joining:{event.joining}", **facts)


def left(event: se.SpaceLeft, f: Facts) -> list[Delivery]:
    """What was shown there is taken down; the other moderators learn that it left."""
    here = f.community.id
    subject, facts = f"space-left:{event.space}:{f.community.version}", {"platform": event.platform}
    return [
        *(Delivery(here, to, "erased", subject, request) for request, to, subject in f.shown),
        *f.rooms(Channel.MODERATORS, "space-left", subject, **facts),
    ]


def mentor_parted(event: se.MentorParted, f: Facts) -> list[Delivery]:
    """A mentor who was only there learns it, with our thanks."""
    return f.mentor(event.mentor, "mentor-parted", f"parted:{event.mentor}")
