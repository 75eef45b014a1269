"""Masks what identifies a person or an organisation in a text, in French and English."""

from knowledge.redaction.labels import LABELS, Language
from knowledge.redaction.model import Mask, MaskKind, Redaction, Suspicion, SuspicionReason
from knowledge.redaction.redactor import Redactor, redact

__all__ = [
    "LABELS",
    "Language",
    "Mask",
    "MaskKind",
    "Redaction",
    "Redactor",
    "Suspicion",
    "SuspicionReason",
    "redact",
]
