"""Volunteers and stories: who decides, who is told."""

from bot.domain import events as e
from bot.domain import space_events as se
from bot.domain.community import Channel
from bot.domain.ids import DraftId
from bot.ports.outbound import Delivery
from bot.reactions.facts import Facts, farewell, own_card


def applied(event: e.MentorApplied | e.MentorDecided | se.MentorErased, f: Facts) -> list[Delivery]:
    """The moderators see the application as it stands."""
    subject = f"application:{event.mentor}"
    return f.rooms(Channel.MODERATORS, "application", subject, mentor=event.mentor)


def decided(event: e.MentorDecided, f: Facts) -> list[Delivery]:
    """The volunteer learns the answer."""
    told = f.mentor(event.mentor, "decision", f"decision:{event.mentor}", mentor=event.mentor)
    return [*applied(event, f), *told]


def draft_answered(event: e.DraftAgreed | e.DraftRefused, f: Facts) -> list[Delivery]:
    """The moderators have a story to review, or no longer; its author is asked for it no more."""
    told = f.request.id if f.request else None
    offers = [*own_card(f, told), *farewell(f, told)] if told else []
    return [*_consent(event.draft, f), *_review(event.draft, f), *offers]


def draft_edited(event: e.DraftEdited, f: Facts) -> list[Delivery]:
    """The requester sees the new words; the review waits for their answer."""
    return [*_consent(event.draft, f), *_review(event.draft, f)]


def draft_declined(event: e.DraftDeclined, f: Facts) -> list[Delivery]:
    """The requester learns why it will not be published."""
    told = f.requester("draft-declined", f"declined:{event.draft}", draft=event.draft)
    return [*told, *_review(event.draft, f)]


def case_published(event: e.CasePublished, f: Facts) -> list[Delivery]:
    """The requester learns that their story helps others now."""
    if event.draft is None:
        return []
    told = f.requester("case-published", f"published:{event.case}", case=event.case)
    return [*told, *_review(event.draft, f)]


def _consent(draft: DraftId, f: Facts) -> list[Delivery]:
    return f.requester("consent", f"consent:{draft}", draft=draft)


def _review(draft: DraftId, f: Facts) -> list[Delivery]:
    return f.rooms(Channel.MODERATORS, "review", f"review:{draft}", draft=draft)
