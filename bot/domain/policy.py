"""Who may do what to a request, and when: one table, read top to bottom."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """Where a request is in its life."""

    DRAFT = "draft"
    OPEN = "open"
    CLAIMED = "claimed"
    RESOLVED = "resolved"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    ERASED = "erased"  # its words are gone; the rest follows once nothing shows it any more


class Role(StrEnum):
    """What somebody is to a given request, at the moment of the act."""

    REQUESTER = "requester"
    HOLDER = "holder"  # the mentor who claimed it, or a co-mentor
    OFFERED = "offered"  # the mentor to whom it is being handed over
    MENTOR = "mentor"  # any approved mentor
    MODERATOR = "moderator"
    CLOCK = "clock"  # a timer


class Act(StrEnum):
    """Everything that can happen to a request."""

    EDIT = "edit"
    PUBLISH = "publish"
    ADD_DETAILS = "add-details"
    CHANGE_URGENCY = "change-urgency"
    CLAIM = "claim"
    JOIN = "join"
    RELEASE = "release"
    UNDO = "undo"
    OFFER = "offer"
    ACCEPT = "accept"
    DECLINE = "decline"
    WRITE = "write"
    CALL_BACKUP = "call-backup"
    ASK_ANOTHER = "ask-another"
    PROPOSE_CLOSE = "propose-close"
    CONFIRM_CLOSE = "confirm-close"
    KEEP_OPEN = "keep-open"
    CLOSE_SILENT = "close-silent"
    WITHDRAW = "withdraw"
    REOPEN = "reopen"
    EXPIRE = "expire"
    GIVE_NAME = "give-name"
    KEEP_NAME = "keep-name"
    RATE = "rate"
    DEBRIEF = "debrief"
    REPORT = "report"
    SETTLE_REPORT = "settle-report"
    BLOCK = "block"
    ERASE = "erase"


@dataclass(frozen=True, slots=True)
class Rule:
    """The states in which an act is possible and the roles that may do it."""

    states: frozenset[State]
    roles: frozenset[Role]


def _rule(states: str, roles: str) -> Rule:
    return Rule(frozenset(map(State, states.split())), frozenset(map(Role, roles.split())))


_ENDED = "resolved withdrawn expired"

RULES: Mapping[Act, Rule] = {
    Act.EDIT: _rule("draft", "requester"),
    Act.PUBLISH: _rule("draft", "requester clock"),
    Act.ADD_DETAILS: _rule("open claimed", "requester"),
    Act.CHANGE_URGENCY: _rule("draft open claimed", "requester"),
    Act.CLAIM: _rule("open", "mentor offered"),
    Act.JOIN: _rule("claimed", "mentor offered"),
    Act.RELEASE: _rule("claimed", "holder moderator clock"),
    Act.UNDO: _rule("claimed", "holder"),
    Act.OFFER: _rule("claimed", "holder"),
    Act.ACCEPT: _rule("claimed", "offered"),
    Act.DECLINE: _rule("claimed", "offered"),
    Act.WRITE: _rule("claimed", "requester holder"),
    Act.CALL_BACKUP: _rule("claimed", "holder"),
    Act.ASK_ANOTHER: _rule("claimed", "requester"),
    Act.PROPOSE_CLOSE: _rule("claimed", "requester holder"),
    Act.CONFIRM_CLOSE: _rule("claimed", "requester holder"),
    Act.KEEP_OPEN: _rule("claimed", "requester holder"),
    Act.CLOSE_SILENT: _rule("claimed", "clock"),
    Act.WITHDRAW: _rule("draft open claimed", "requester"),
    Act.REOPEN: _rule(_ENDED, "requester"),
    Act.EXPIRE: _rule("draft open", "clock"),
    Act.GIVE_NAME: _rule("claimed", "requester holder"),
    Act.KEEP_NAME: _rule("claimed", "requester holder"),
    Act.RATE: _rule("resolved", "requester"),
    Act.DEBRIEF: _rule("resolved", "requester"),
    Act.REPORT: _rule("claimed resolved", "requester holder"),
    Act.SETTLE_REPORT: _rule(f"open claimed {_ENDED}", "moderator"),
    Act.BLOCK: _rule(f"open claimed {_ENDED}", "moderator"),
    Act.ERASE: _rule(f"draft open claimed {_ENDED}", "requester clock"),
}


def permits(act: Act, state: State, role: Role) -> bool:
    """Say whether ``role`` may do ``act`` to a request in ``state``."""
    rule = RULES[act]
    return state in rule.states and role in rule.roles
