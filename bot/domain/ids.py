"""Identifiers: random, opaque, and never derived from a platform's own."""

import secrets
from typing import NewType

RequestId = NewType("RequestId", str)
MentorId = NewType("MentorId", str)
MessageId = NewType("MessageId", str)
AttachmentId = NewType("AttachmentId", str)
DraftId = NewType("DraftId", str)
CaseId = NewType("CaseId", str)
CommunityId = NewType("CommunityId", str)
DeliveryId = NewType("DeliveryId", str)
SnippetId = NewType("SnippetId", str)
DrillId = NewType("DrillId", str)
JoiningId = NewType("JoiningId", str)
BlockId = NewType("BlockId", str)


def new_id() -> str:
    """Return 128 random bits as 22 URL-safe characters."""
    return secrets.token_urlsafe(16)


def new_receipt() -> str:
    """Return a receipt code of 80 random bits, in four groups that a person can copy by hand."""
    alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
    return "-".join("".join(secrets.choice(alphabet) for _ in range(4)) for _ in range(4))
