"""Lifting anonymity, and the invitation to help: what each side sees of it."""

from bot.domain import events as e
from bot.domain.people import Party
from bot.ports.outbound import Delivery
from bot.reactions.facts import Facts, cards, news, opener, thread_news, version_of


def name_given(event: e.NameGiven, f: Facts) -> list[Delivery]:
    """The other side is asked; once both said yes, each learns the other's name in private."""
    if not event.mutual:
        return _question(event, f, event.by)
    subject = f"names:{event.request}:{version_of(f)}"
    mentor = f.request.naming.by if f.request else None
    told = f.mentor(mentor, "names", subject) if mentor else []
    asked = [d for side in Party for d in _question(event, f, side)]
    buttons = [*opener(f, event.request), *cards(f, event.request)]
    return [*asked, *f.requester("names", subject), *told, *buttons]


def name_kept(event: e.NameKept, f: Facts) -> list[Delivery]:
    """The question goes; the other side learns that it is off, without a why."""
    asked = [d for side in Party for d in _question(event, f, side)]
    subject = f"name-kept:{event.request}:{version_of(f)}"
    if event.by is Party.REQUESTER:
        return [*asked, *thread_news(f, "name-kept", subject)]
    return [*asked, *news(f, "name-kept", subject)]


def _question(event: e.NameGiven | e.NameKept, f: Facts, by: Party) -> list[Delivery]:
    subject = f"name-question:{event.request}"
    if by is Party.MENTOR:
        return f.requester("name-question", subject)
    return f.threads("name-question", subject)


def invited(event: e.RequesterInvited, f: Facts) -> list[Delivery]:
    """Somebody who was helped is asked whether they would help."""
    return f.requester("invitation", f"invitation:{event.request}")
