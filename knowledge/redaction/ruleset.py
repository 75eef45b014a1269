"""The rules in the order they apply: the contents page of redaction.

A rule sees what the former ones left. What has a strict form comes first; words come last.
"""

from collections.abc import Sequence

from knowledge.redaction.doubts.capital import CapitalDoubt
from knowledge.redaction.doubts.number import NumberDoubt
from knowledge.redaction.doubts.ordinary_name import OrdinaryNameDoubt
from knowledge.redaction.doubts.place import PlaceDoubt
from knowledge.redaction.doubts.quote import QuoteDoubt
from knowledge.redaction.doubts.role_and_city import RoleAndCityDoubt
from knowledge.redaction.model import Doubt, Rule
from knowledge.redaction.rules.address import AddressRule
from knowledge.redaction.rules.address_en import EnglishAddressRule
from knowledge.redaction.rules.birthday import BirthdayRule
from knowledge.redaction.rules.card import CardRule
from knowledge.redaction.rules.company_id import CompanyIdRule
from knowledge.redaction.rules.domain import DomainRule
from knowledge.redaction.rules.email import EmailRule
from knowledge.redaction.rules.handle import HandleRule
from knowledge.redaction.rules.hidden_name import HiddenNameRule
from knowledge.redaction.rules.iban import IbanRule
from knowledge.redaction.rules.invite import InviteRule
from knowledge.redaction.rules.ip import IpRule
from knowledge.redaction.rules.link import LinkRule
from knowledge.redaction.rules.namesake import NamesakeRule
from knowledge.redaction.rules.national_id import NationalIdRule
from knowledge.redaction.rules.permalink import PermalinkRule
from knowledge.redaction.rules.person import PersonRule
from knowledge.redaction.rules.phone import PhoneRule
from knowledge.redaction.rules.plate import PlateRule
from knowledge.redaction.rules.secret import SecretRule
from knowledge.redaction.rules.spoken_phone import SpokenPhoneRule
from knowledge.redaction.rules.ticket import TicketRule


def rules_for(names_to_hide: Sequence[str]) -> tuple[Rule, ...]:
    """Return the rules, first to last."""
    return (
        NamesakeRule(names_to_hide),
        SecretRule(),
        InviteRule(),
        PermalinkRule(),
        LinkRule(),
        EmailRule(),
        DomainRule(),
        IbanRule(),
        CardRule(),
        NationalIdRule(),
        CompanyIdRule(),
        SpokenPhoneRule(),
        PhoneRule(),
        IpRule(),
        HandleRule(),
        PlateRule(),
        BirthdayRule(),
        AddressRule(),
        EnglishAddressRule(),
        TicketRule(),
        HiddenNameRule(names_to_hide),
        PersonRule(),
    )


def doubts_for(names_to_hide: Sequence[str]) -> tuple[Doubt, ...]:
    """Return what looks for suspicious remains, the surest first."""
    return (
        OrdinaryNameDoubt(names_to_hide),
        RoleAndCityDoubt(),
        PlaceDoubt(),
        CapitalDoubt(),
        NumberDoubt(),
        QuoteDoubt(),
    )
