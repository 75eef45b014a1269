"""The way from a resolved request to a published case: two consents and a review."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from bot.domain import events as e
from bot.domain.errors import TooLate
from bot.domain.ids import CaseId, CommunityId, DraftId, RequestId
from bot.domain.people import Language
from bot.domain.vocabulary import Category


class Stage(StrEnum):
    """Where a draft is on its way."""

    WRITTEN = "written"  # the requester sees what would be published
    AGREED = "agreed"  # the requester agreed: a moderator reviews
    EDITED = "edited"  # the moderator changed words: the requester must agree again
    PUBLISHED = "published"
    DECLINED = "declined"
    REFUSED = "refused"  # the requester said no


@dataclass(frozen=True, slots=True)
class Story:
    """The words of a case, masked."""

    title: str
    situation: str
    response: str
    outcome: str
    lessons: tuple[str, ...]
    category: Category
    language: Language = "fr"


@dataclass(slots=True)
class CaseDraft:
    """A story on its way; ``agreed`` is the last version that the requester accepted."""

    id: DraftId
    request: RequestId
    community: CommunityId
    story: Story
    formulation: str
    stage: Stage = Stage.WRITTEN
    agreed: Story | None = None
    reason: str = ""
    version: int = 0
    events: list[e.Event] = field(default_factory=list)

    @property
    def was_read(self) -> bool:
        """Whether anybody else has read the words."""
        return self.stage not in (Stage.WRITTEN, Stage.REFUSED)

    def require_unread(self) -> None:
        """Raise once somebody else has read the words: they are no longer rewritten."""
        if self.was_read:
            raise TooLate("refusal-already-told")

    def rewrite(self, story: Story) -> None:
        """Replace the words before anybody else saw them."""
        self.require_unread()
        self.story, self.stage = story, Stage.WRITTEN

    def agree(self) -> None:
        """Accept these words for review, or the moderator's version for publication."""
        self._expect(Stage.WRITTEN, Stage.EDITED)
        self.agreed, self.stage = self.story, Stage.AGREED
        self.events.append(e.DraftAgreed(self.community, self.id))

    def refuse(self) -> None:
        """Keep the story out of the casebook."""
        self._expect(Stage.WRITTEN, Stage.EDITED, Stage.AGREED)
        self.stage = Stage.REFUSED
        self.events.append(e.DraftRefused(self.community, self.id))

    def edit(self, story: Story) -> None:
        """Change words as a moderator: the requester has to agree again."""
        self._expect(Stage.AGREED)
        if story == self.story:
            return
        self.story, self.stage = story, Stage.EDITED
        self.events.append(e.DraftEdited(self.community, self.id))

    def decline(self, reason: str) -> None:
        """Say no as a moderator, with a reason for the requester."""
        self._expect(Stage.AGREED)
        self.stage, self.reason = Stage.DECLINED, reason
        self.events.append(e.DraftDeclined(self.community, self.id))

    def publish(self, case: CaseId, *, on: date) -> "CommunityCase":
        """Turn the agreed words into a case."""
        self._expect(Stage.AGREED)
        self.stage = Stage.PUBLISHED
        self.events.append(e.CasePublished(self.community, case, self.id))
        return CommunityCase(case, self.community, self.story, self.formulation, on)

    def _expect(self, *stages: Stage) -> None:
        if self.stage not in stages:
            raise TooLate("refusal-draft-moved-on")


@dataclass(slots=True)
class CommunityCase:
    """A case that a community made; no request leads to it and it leads to none."""

    id: CaseId
    community: CommunityId
    story: Story
    formulation: str
    published_on: date
    retracted: bool = False
    version: int = 0
    events: list[e.Event] = field(default_factory=list)

    def correct(self, story: Story) -> None:
        """Replace the words of a published case."""
        self.story = story
        self.events.append(e.CasePublished(self.community, self.id, None))

    def retract(self) -> None:
        """Take it out of every answer."""
        if not self.retracted:
            self.retracted = True
            self.events.append(e.CaseRetracted(self.community, self.id))
