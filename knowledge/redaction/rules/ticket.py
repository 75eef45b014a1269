"""Order, file, ticket, parcel and booking numbers: whoever holds one finds the person."""

import re
from collections.abc import Iterator
from typing import Final

from knowledge.redaction.lexicon import words
from knowledge.redaction.model import MaskKind, Span
from knowledge.redaction.normalise import Normalised

_NOUN: Final = (
    r"(?:tickets?(?: de caisse)?|dossiers?|commandes?|references?|refs?|suivi|colis|contrats?"
    r"|factures?|devis|reservations?|resa|pnr|plaintes?|pv|proces[ -]verbal|sinistres?|incidents?"
    r"|abonnements?|adherente?s?|cliente?s?|signalements?|reclamations?|recepisses?|cheques?"
    r"|cartes?(?: de)? fidelite|cartes? cadeau|cartes? d'embarquement|billets?|orders?|bookings?"
    r"|cases?|invoices?|tracking|customers?|accounts?|claims?|complaints?|polic(?:y|ies)|membership"
    r"|confirmation|parcels?|shipments?|transactions?|virements?|mandats?|matricules?|allocataires?"
    r"|permis|badges?|requetes?|affaires?|rma|identifiant|id|compte client|numero d'ordre|lettre"
    r"|recommandee?|police|avis de passage)"
)
_MARK: Final = (
    r"(?:n[o°]s?|num(?:ero)?s?|#|refs?|references?|number|nos?|nr|id|code|sav|clients?|de suivi"
    r"|de dossier|de commande|de contrat|de client|is|est|est le|c'est|c'est le|was|le|support)"
)
_CHUNK: Final = r"[a-z0-9]{0,12}\d[a-z0-9]{0,20}"
_NUMBER: Final = (
    rf"(?P<number>#?(?:[a-z]{{1,8}}[-_/.:]){{0,2}}{_CHUNK}(?:[-_/.][a-z0-9]{{1,20}}){{0,6}}"
    r"(?: [a-z]?\d{2,5}(?!\w)){0,6})(?![\w])"
)
_ANNOUNCED: Final = re.compile(
    rf"(?<!\w){_NOUN}(?P<marks>(?:[ :=.,(\"'*-]{{1,3}}{_MARK}(?![a-z])){{0,3}})"
    rf"(?P<gap>[ :=.,(\"'*\n-]{{0,3}}){_NUMBER}"
)
_BARE_MARK: Final = re.compile(rf"(?<!\w)(?:n°|numero(?: de)?|#) ?(?=[a-z0-9-]*\d){_NUMBER}")
#: Six letters and no digit: only after the word for it, and only in capitals.
_LETTERS: Final = re.compile(
    r"(?<!\w)(?:(?i:pnr|r[ée]f[a-z]{0,7}|dossier|r[ée]servation|booking|confirmation))"
    r"[ .:=(\"'°n-]{1,6}(?P<number>[A-Z]{5,8})(?!\w)"
)
#: Numbers whose form is enough: help desks, parcels, marketplaces, universal identifiers.
_FORMS: Final = re.compile(
    r"(?<![\w#/-])(?:#\d{4,12}|[a-z]{2,10}-\d{3,10}|[a-z]{2,5}\d{6,12}|[a-z]{2}\d{9}[a-z]{2}"
    r"|1z[a-z0-9]{16}|\d[a-z]\d{11}|\d{3}-\d{7}-\d{7}|cmd[-_ ]?\d{3,12}"
    r"|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{14,30})(?![\w-])"
)
_YEAR: Final = re.compile(r"#?(?:19|20)\d\d")
_FEWEST_DIGITS: Final = 4
_FEWEST_MARKED: Final = 3


class TicketRule:
    """Masks numbers of orders, files and parcels; the word before them stays."""

    kind = MaskKind.TICKET

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield numbers announced by a word, then those told by their form."""
        lower = text.lower
        for found in _ANNOUNCED.finditer(lower):
            if _is_number(found, lower):
                yield Span(*found.span("number"))
        for found in _BARE_MARK.finditer(lower):
            if _digits(found["number"]) > _FEWEST_DIGITS and not _counts(lower, found.end()):
                yield Span(*found.span("number"))
        for found in _LETTERS.finditer(text.text):
            yield Span(*found.span("number"))
        for found in _FORMS.finditer(lower):
            if not _YEAR.fullmatch(found.group()) and not _is_standard(found.group()):
                yield Span(*found.span())


def _is_number(found: re.Match[str], lower: str) -> bool:
    """Tell « commande 4521-88 » from « commande 12 mois » and « dossier 2024 »."""
    number = found["number"]
    marked = bool(found["marks"].strip(" :=.,(\"'*-")) or ":" in found["gap"] or number[0] == "#"
    if not marked and (not found["gap"] or _YEAR.fullmatch(number)):
        return False
    if _counts(lower, found.end()):
        return False
    mixed = any(char.isalpha() for char in number)
    fewest = _FEWEST_MARKED if marked or mixed else _FEWEST_DIGITS
    return _digits(number) >= fewest or (mixed and len(number) > _FEWEST_DIGITS and marked)


def _digits(number: str) -> int:
    return sum(map(str.isdigit, number))


def _counts(lower: str, end: int) -> bool:
    """Say whether a number is followed by what it counts."""
    following = re.match(r"(?:[.,]\d+)? ?([€$£%]|[a-z]+)", lower[end : end + 16])
    return following is not None and following[1] in words("counted")


def _is_standard(code: str) -> bool:
    """Say whether a code names a norm or a thing, not somebody's file (``covid-19``)."""
    return code.partition("-")[0].rstrip("0123456789") in words("standards")
