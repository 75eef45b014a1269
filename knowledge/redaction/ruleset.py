"""The rules in the order they apply: the contents page of redaction.

A rule sees what the former ones left. What has a strict form comes first; words come last.
"""

from collections.abc import Sequence

from knowledge.redaction.model import Doubt, Rule
from knowledge.redaction.rules.email import EmailRule
from knowledge.redaction.rules.handle import HandleRule
from knowledge.redaction.rules.hidden_name import HiddenNameRule
from knowledge.redaction.rules.invite import InviteRule
from knowledge.redaction.rules.link import LinkRule
from knowledge.redaction.rules.permalink import PermalinkRule
from knowledge.redaction.rules.phone import PhoneRule


def rules_for(names_to_hide: Sequence[str]) -> tuple[Rule, ...]:
    """Return the rules, first to last."""
    return (
        InviteRule(),
        PermalinkRule(),
        EmailRule(),
        LinkRule(),
        PhoneRule(),
        HandleRule(),
        HiddenNameRule(names_to_hide),
    )


def doubts_for(names_to_hide: Sequence[str]) -> tuple[Doubt, ...]:
    """Return what looks for suspicious remains, the surest first."""
    return ()
