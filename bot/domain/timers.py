"""What is to happen later; a timer is a row, so that a restart forgets none."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.domain.ids import CommunityId


class TimerKind(StrEnum):
    """What a timer does when it is due."""

    PUBLISH = "publish"
    DRAFT_EXPIRES = "draft-expires"
    WAVE_ONE = "wave-1"
    WAVE_TWO = "wave-2"
    WAVE_EVERYONE = "wave-3"
    WAVE_MODERATORS = "wave-4"
    LATECOMERS = "latecomers"
    UNCLAIMED_EXPIRES = "unclaimed-expires"
    CLAIM_REMINDER = "claim-reminder"
    CLAIM_REOPENS = "claim-reopens"
    SILENCE_WARNING = "silence-warning"
    SILENCE_CLOSES = "silence-closes"
    MENTOR_INVITED = "mentor-invited"
    IDENTITY_SHREDDED = "identity-shredded"
    WEEK_ENDS = "week-ends"
    TRANSCRIPT_SHREDDED = "transcript-shredded"
    ERASURE_ENDS = "erasure-ends"
    JOINING_EXPIRES = "joining-expires"
    DRILL_EXPIRES = "drill-expires"


@dataclass(frozen=True, slots=True)
class Timer:
    """Do ``kind`` to ``subject`` at ``due_at``; one of a kind for a subject."""

    kind: TimerKind
    subject: str
    community: CommunityId
    due_at: datetime
