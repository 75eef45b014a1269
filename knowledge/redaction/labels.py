"""What a mask reads as, in each language."""

import re
from types import MappingProxyType
from typing import Final, Literal, TypeAlias

from knowledge.redaction.model import MaskKind

Language: TypeAlias = Literal["fr", "en"]

_FRENCH: Final = {
    MaskKind.ADDRESS: "[adresse]",
    MaskKind.BIRTHDAY: "[date de naissance]",
    MaskKind.CARD: "[carte bancaire]",
    MaskKind.COMPANY_ID: "[numéro d’entreprise]",
    MaskKind.EMAIL: "[e-mail]",
    MaskKind.HANDLE: "[compte]",
    MaskKind.HIDDEN: "[nom masqué]",
    MaskKind.IBAN: "[IBAN]",
    MaskKind.INVITE: "[lien d’invitation]",
    MaskKind.IP: "[adresse IP]",
    MaskKind.NAME: "[nom]",
    MaskKind.NATIONAL_ID: "[numéro d’identité]",
    MaskKind.PERMALINK: "[lien vers un message]",
    MaskKind.PHONE: "[téléphone]",
    MaskKind.PLATE: "[immatriculation]",
    MaskKind.SECRET: "[secret]",
    MaskKind.TICKET: "[référence]",
    MaskKind.URL: "[lien]",
}

_ENGLISH: Final = {
    MaskKind.ADDRESS: "[address]",
    MaskKind.BIRTHDAY: "[date of birth]",
    MaskKind.CARD: "[payment card]",
    MaskKind.COMPANY_ID: "[company number]",
    MaskKind.EMAIL: "[email]",
    MaskKind.HANDLE: "[account]",
    MaskKind.HIDDEN: "[hidden name]",
    MaskKind.IBAN: "[IBAN]",
    MaskKind.INVITE: "[invitation link]",
    MaskKind.IP: "[IP address]",
    MaskKind.NAME: "[name]",
    MaskKind.NATIONAL_ID: "[identity number]",
    MaskKind.PERMALINK: "[link to a message]",
    MaskKind.PHONE: "[phone]",
    MaskKind.PLATE: "[number plate]",
    MaskKind.SECRET: "[secret]",
    MaskKind.TICKET: "[reference]",
    MaskKind.URL: "[link]",
}

LABELS: Final = MappingProxyType(
    {"fr": MappingProxyType(_FRENCH), "en": MappingProxyType(_ENGLISH)}
)

#: Every label of every language: a text that was masked before keeps its masks.
ANY_LABEL: Final = re.compile(
    "|".join(re.escape(label) for label in sorted({*_FRENCH.values(), *_ENGLISH.values()}))
)


def label(kind: MaskKind, language: Language) -> str:
    """Return what replaces a text of this kind."""
    return LABELS[language][kind]
