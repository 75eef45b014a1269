"""From publication to a mentor, and from one mentor to another."""

from bot.domain import events as e
from bot.domain.community import Channel
from bot.domain.ids import MentorId
from bot.domain.matching import LAST_WAVE
from bot.domain.mentor import Notice
from bot.ports.outbound import Delivery
from bot.reactions.facts import (
    Facts,
    calls,
    cards,
    news,
    notice,
    opener,
    round_of,
    thread_news,
    version_of,
)


def published(event: e.RequestPublished | e.RequestReopened, f: Facts) -> list[Delivery]:
    """The community sees the card."""
    return cards(f, event.request)


def changed(event: e.RequestChanged, f: Facts) -> list[Delivery]:
    """Every card is drawn again."""
    return [*cards(f, event.request), *opener(f, event.request)]


def wave(event: e.WaveReached, f: Facts) -> list[Delivery]:
    """The chosen mentors get a notice; the requester hears that more people are asked."""
    alert = f.rooms(
        Channel.MODERATORS, "moderator-alert", f"alert:{event.request}", reason="unanswered"
    )
    search = f.request.round if f.request else 0
    told = news(f, f"wave-{event.wave}", f"wave:{event.request}:{search}:{event.wave}")
    partners = f.guest_rooms("request-card", f"card:{event.request}")
    asked = more_asked(event, f)
    return [*asked, *told, *([*alert, *partners] if event.wave >= LAST_WAVE else [])]


def more_asked(event: e.WaveReached | e.MoreAsked, f: Facts) -> list[Delivery]:
    """The chosen mentors hear of it, as each of them likes best."""
    notices = [
        delivery
        for mentor, reasons in event.asked
        if mentor in f.mentors and f.mentors[mentor].profile.notice is Notice.PRIVATE
        for delivery in f.mentor(mentor, "mentor-notice", notice(f, event.request), reasons=reasons)
    ]
    return [*notices, *calls(f, event.request)]


def claimed(event: e.RequestClaimed, f: Facts) -> list[Delivery]:
    """The thread opens, the requester learns who helps, every card shows it."""
    subject = f"claimed:{event.request}:{event.mentor}:{round_of(f)}"
    return [
        *opener(f, event.request),
        *news(f, "claimed", subject, mentor=event.mentor),
        *cards(f, event.request),
    ]


def joined(event: e.MentorJoined, f: Facts) -> list[Delivery]:
    """Both sides learn that a second mentor is there."""
    subject = f"joined:{event.request}:{event.mentor}"
    return [
        *opener(f, event.request),
        *thread_news(f, "joined", subject, mentor=event.mentor),
        *news(f, "joined", subject, mentor=event.mentor),
        *f.rooms(Channel.MENTORS, "backup", f"backup:{event.request}", mentor=event.mentor),
        *_answered(event, f),
        *cards(f, event.request),
    ]


def _answered(event: e.MentorJoined, f: Facts) -> list[Delivery]:
    """The question goes to whom it was put, if it was."""
    subject, who = f"invited:{event.request}:{event.mentor}", {"mentor": event.mentor}
    return f.mentor(event.mentor, "joining-question", subject, **who, to=event.mentor)


def reminded(event: e.MentorReminded, f: Facts) -> list[Delivery]:
    """A nudge in the thread."""
    return thread_news(
        f, "reminder", f"reminder:{event.request}:{round_of(f)}", mentor=event.mentor
    )


def released(event: e.RequestReleased, f: Facts) -> list[Delivery]:
    """Everybody sees that it is open again."""
    kind, version = f"released-{event.reason}", version_of(f)
    subject = f"released:{event.request}:{version}"
    return [
        *cards(f, event.request),
        *opener(f, event.request, event.mentor),
        *thread_news(f, f"{kind}-thread", subject, (event.mentor,), mentor=event.mentor),
        *news(f, kind, subject, mentor=event.mentor),
    ]


def _offer(f: Facts, event: e.HandoverOffered | e.HandedOver, to: MentorId) -> list[Delivery]:
    subject = f"handover:{event.request}:{to}"
    return f.mentor(to, "handover", subject, mentor=event.mentor, to=to)


def offered(event: e.HandoverOffered, f: Facts) -> list[Delivery]:
    """The other mentor is asked."""
    return _offer(f, event, event.to)


def offer_declined(event: e.HandoverDeclined, f: Facts) -> list[Delivery]:
    """The mentor who offered learns it, the question goes."""
    version = version_of(f)
    return [
        *f.mentor(
            event.by,
            "handover",
            f"handover:{event.request}:{event.by}",
            mentor=event.mentor,
            to=event.by,
        ),
        *thread_news(f, "offer-declined", f"declined:{event.request}:{version}", mentor=event.by),
    ]


def handed_over(event: e.HandedOver, f: Facts) -> list[Delivery]:
    """The requester learns who helps now; the thread follows."""
    subject = f"handed:{event.request}:{event.to}:{round_of(f)}"
    who = {"mentor": event.mentor, "other": event.to}
    return [
        *_offer(f, event, event.to),
        *opener(f, event.request, event.mentor),
        *thread_news(f, "handed-over", subject, (event.mentor,), **who),
        *news(f, "handed-over", subject, **who),
        *cards(f, event.request),
    ]


def backup_called(event: e.BackupCalled, f: Facts) -> list[Delivery]:
    """The mentor who was named is asked in private, else the mentors' channel."""
    if event.to:
        subject, who = f"invited:{event.request}:{event.to}", {"mentor": event.mentor}
        return f.mentor(event.to, "joining-question", subject, **who, to=event.to)
    return f.rooms(Channel.MENTORS, "backup", f"backup:{event.request}", mentor=event.mentor)
