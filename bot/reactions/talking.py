"""The conversation, its end, and what is taken down."""

from itertools import chain

from bot.domain import events as e
from bot.domain.community import Channel
from bot.domain.people import Party
from bot.domain.request import THANKS
from bot.ports.outbound import Delivery, ToRequester, ToThread
from bot.reactions.facts import Facts, cards, farewell, news, opener, thread_news, version_of


def message_relayed(event: e.MessageRelayed, f: Facts) -> list[Delivery]:
    """The other side sees it, and so do mentors in other spaces.

    What was sent by a form stands nowhere yet: its author's own side sees it as well.
    """
    subject, argument = f"message:{event.message}", str(event.message)
    by_form = f.message is not None and f.message.by_form
    threads = f.threads("message", subject, message=argument)
    requester = f.requester("message", subject, message=argument)
    if event.author is Party.REQUESTER:
        return [*threads, *(requester if by_form else ())]
    return [*requester, *(d for d in threads if by_form or not _is_origin(d, f))]


def message_settled(event: e.MessageSettled, f: Facts) -> list[Delivery]:
    """The author sees how far their message got."""
    subject, argument = f"mark:{event.message}", str(event.message)
    if event.author is Party.REQUESTER:
        return f.requester("mark", subject, message=argument)
    marks = f.threads("mark", subject, message=argument)
    return [d for d in marks if _is_origin(d, f)]


def _is_origin(delivery: Delivery, f: Facts) -> bool:
    recipient = delivery.recipient
    here = isinstance(recipient, ToThread) and (delivery.community, recipient.space)
    return here is not False and here == f.origin


def close_proposed(event: e.CloseProposed, f: Facts) -> list[Delivery]:
    """The other side is asked."""
    subject = f"close:{event.request}"
    if event.by is Party.MENTOR:
        return f.requester("close-question", subject)
    return f.threads("close-question", subject)


def close_declined(event: e.CloseDeclined, f: Facts) -> list[Delivery]:
    """The side that proposed learns that the other would rather go on."""
    version = version_of(f)
    subject = f"kept:{event.request}:{version}"
    question = [
        *f.requester("close-question", f"close:{event.request}"),
        *f.threads("close-question", f"close:{event.request}"),
    ]
    if event.by is Party.REQUESTER:
        return [*question, *thread_news(f, "kept-open", subject)]
    return [*question, *news(f, "kept-open", subject)]


def silence(event: e.SilenceNoticed, f: Facts) -> list[Delivery]:
    """Both sides are warned."""
    version = version_of(f)
    subject = f"silence:{event.request}:{version}"
    return [*f.requester("silence-warning", subject), *f.threads("silence-warning", subject)]


def resolved(event: e.RequestResolved, f: Facts) -> list[Delivery]:
    """Thanks on both sides; the requester may rate and tell the story."""
    version = version_of(f)
    question = f"close:{event.request}"
    over = f"requester-{event.reason}" if event.reason in ("gone", "parted") else "resolved"
    return [
        *f.requester("close-question", question),
        *f.threads("close-question", question),
        *_farewell(event, f),
        *opener(f, event.request),
        *thread_news(f, over, f"resolved:{event.request}:{version}"),
        *cards(f, event.request),
        *_a_word(event, f),
    ]


def _farewell(event: e.RequestResolved, f: Facts) -> list[Delivery]:
    if event.reason == "parted":
        return news(f, "space-parted", f"parted:{event.request}")
    return farewell(f, event.request)


def _a_word(event: e.RequestResolved, f: Facts) -> list[Delivery]:
    """Tell the mentors of a hard conversation, in private, that it may weigh."""
    hard = f.request is not None and f.request.was_hard
    mentors = f.request.mentors if f.request and hard else ()
    subject = f"after-hard:{event.request}:{version_of(f)}"
    return [d for m in mentors for d in f.mentor(m, "news", subject, kind="after-hard")]


def withdrawn(event: e.RequestWithdrawn, f: Facts) -> list[Delivery]:
    """What was public is taken down; whoever asked reads it too, if another used the code."""
    if not event.was_public:
        return []
    subject = f"withdrawn:{event.request}:{version_of(f)}"
    return [
        *cards(f, event.request),
        *opener(f, event.request),
        *thread_news(f, "withdrawn", subject),
        *news(f, "withdrawn-own", subject),
    ]


def expired(event: e.RequestExpired, f: Facts) -> list[Delivery]:
    """The requester is told, with what they can do."""
    if not event.was_public:
        return []
    kind = "space-parted" if event.reason == "parted" else "expired"
    return [*cards(f, event.request), *news(f, kind, f"{kind}:{event.request}")]


def rated(event: e.RequestRated, f: Facts) -> list[Delivery]:
    """The mentor is thanked in private; a rating that thanks for nothing is told to nobody."""
    rating = (f.request.rating or 0) if f.request else 0
    thanks = f.mentor(event.mentor, "news", f"thanks:{event.request}", kind="thanks")
    asked = farewell(f, event.request)
    return [*thanks, *asked] if rating >= THANKS else asked


def reported(event: e.RequestReported, f: Facts) -> list[Delivery]:
    """The moderators are asked to look."""
    reason = f"reported-{event.by.value}"
    number = sum(each.by is event.by for each in f.request.reports) if f.request else 0
    subject = f"alert:{event.request}:{reason}:{number}"
    return f.rooms(Channel.MODERATORS, "moderator-alert", subject, reason=reason)


def report_settled(event: e.ReportSettled, f: Facts) -> list[Delivery]:
    """The alert shows that somebody looked; who reported is told, in private."""
    report = f.request.report_of(event.by) if f.request else None
    subject, by = f"settled:{event.request}:{version_of(f)}", event.by.value
    if report is None:
        return []
    if report.mentor is None:
        told = f.requester("report-answer", subject, by=by)
    else:
        told = f.mentor(report.mentor, "report-answer", subject, by=by)
    return [*reported(e.RequestReported(event.community, event.request, event.by), f), *told]


def erased(event: e.RequestErased, f: Facts) -> list[Delivery]:
    """Everything that shows it is taken down, then what people wrote; who helped hears of it."""
    request, talk = event.request, f"talk:{event.request}"
    posts = [Delivery(where, to, "erased", subject, request) for where, to, subject in f.posts]
    talks = {(w, to): None for w, to, _ in f.posts if isinstance(to, ToRequester | ToThread)}
    emptied = [Delivery(where, to, "emptied", talk, request) for where, to in talks]
    told = [f.mentor(each, "gone", f"gone:{request}:{each}") for each in event.helping]
    return [*posts, *emptied, *chain.from_iterable(told)]
