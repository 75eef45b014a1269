"""A peer group: its spaces, its channels and its delays."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain import events as e
from bot.domain import space_events as se
from bot.domain.errors import NotFound
from bot.domain.ids import CommunityId
from bot.domain.joining import ANSWER_HOLDS, Joining, Pass
from bot.domain.people import Address, Language
from bot.domain.vocabulary import Urgency


class Channel(StrEnum):
    """The places of a space that Entraide writes to."""

    HELP = "help"
    MENTORS = "mentors"
    MODERATORS = "moderators"


@dataclass(frozen=True, slots=True)
class Space:
    """A guild or a workspace; ``channels`` maps what a channel is for to its platform id.

    One that left keeps its number, so that what was posted there can be taken down.
    Where ``mentor_role`` is set, only who bears that role of the platform may be a mentor.
    """

    platform: str
    id: str
    channels: Mapping[Channel, str] = field(default_factory=dict)
    has_left: bool = False
    mentor_role: str = ""

    @property
    def where(self) -> tuple[str, str]:
        """The platform, and the id there."""
        return self.platform, self.id


@dataclass(frozen=True, slots=True)
class Waves:
    """When an unclaimed request is offered wider, counted from its publication."""

    second: timedelta
    everyone: timedelta
    moderators: timedelta
    reminder: timedelta
    reopen: timedelta

    def after(self, wave: int) -> timedelta:
        """Return when wave 1, 2, 3 or 4 comes, counted from publication."""
        return (timedelta(), self.second, self.everyone, self.moderators)[wave - 1]


def _waves(second: int, everyone: int, moderators: int, reminder: int, reopen: int) -> Waves:
    minutes = (second, everyone, moderators, reminder, reopen)
    return Waves(*(timedelta(minutes=value) for value in minutes))


DEFAULT_WAVES: Mapping[Urgency, Waves] = {
    Urgency.NOW: _waves(3, 8, 15, 5, 15),
    Urgency.TODAY: _waves(30, 2 * 60, 6 * 60, 60, 4 * 60),
    Urgency.WEEK: _waves(12 * 60, 24 * 60, 48 * 60, 12 * 60, 36 * 60),
}


@dataclass(frozen=True, slots=True)
class Delays:
    """How long things last in a community."""

    waves: Mapping[Urgency, Waves] = field(default_factory=lambda: DEFAULT_WAVES)
    draft: timedelta = timedelta(hours=24)
    unclaimed: timedelta = timedelta(days=7)
    silence_warning: timedelta = timedelta(hours=48)
    silence: timedelta = timedelta(hours=72)
    discretion: timedelta = timedelta(minutes=20)
    identity: timedelta = timedelta(days=7)
    transcript: timedelta = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Partnership:
    """What a community shares with another; each side decides for itself, and can end it.

    ``requests``: those that nobody could take are offered to the other's mentors.
    ``cases``: the other's members find ours.
    """

    community: CommunityId
    requests: bool = True
    cases: bool = False


@dataclass(frozen=True, slots=True)
class Invitation:
    """A code that another community's moderator may use once, and what we would share."""

    code: str
    expires_at: datetime
    requests: bool = True
    cases: bool = False


@dataclass(slots=True)
class Community:
    """One peer group, on one or more platforms."""

    id: CommunityId
    name: str
    language: Language = "fr"
    spaces: tuple[Space, ...] = ()
    delays: Delays = field(default_factory=Delays)
    partners: tuple[Partnership, ...] = ()
    invitation: Invitation | None = None
    space_pass: Pass | None = None
    joinings: tuple[Joining, ...] = ()
    time_zone: str = "Europe/Paris"
    contact: str = ""  # where its moderators can be written to, in their own words
    version: int = 0
    events: list[e.Event] = field(default_factory=list)

    def look_back(self, monday: date) -> None:
        """Have the week that began on ``monday`` told to the moderators."""
        self.events.append(e.WeekEnded(self.id, monday))

    @property
    def homes(self) -> tuple[Space, ...]:
        """The spaces in which it lives now."""
        return tuple(each for each in self.spaces if not each.has_left)

    def move_in(self, space: Space) -> None:
        """Live in a space, with these channels; a space keeps its number for ever."""
        if any(each.where == space.where for each in self.spaces):
            self.spaces = tuple(s if s.where != space.where else space for s in self.spaces)
        else:
            self.spaces = (*self.spaces, space)

    def move_out(self, space: Space) -> None:
        """Live in a space no more."""
        self.move_in(replace(space, has_left=True))
        number = [each.where for each in self.spaces].index(space.where)
        self.events.append(se.SpaceLeft(self.id, number, space.platform))

    def space(self, platform: str, space: str) -> Space | None:
        """Return one of the spaces in which it lives."""
        return next((each for each in self.homes if each.where == (platform, space)), None)

    def open_to_a_space(self, now: datetime) -> str:
        """Return a new code for one other space; an earlier one is worth nothing any more."""
        self.space_pass, code = Pass.new(now)
        self.events.append(se.SpaceInvited(self.id))
        return code

    def receive(self, joining: Joining, now: datetime) -> None:
        """Let a space that gave the code look in; the code is used up."""
        waiting = [j for j in self.joinings if j.where != joining.where and not j.is_over(now)]
        self.space_pass, self.joinings = None, (*waiting, joining)

    def joining(self, wanted: str, now: datetime) -> Joining:
        """Return a space that would join; raises ``NotFound`` once it is too late."""
        for each in self.joinings:
            if each.id == wanted and not each.is_answered and now < each.expires_at:
                return each
        raise NotFound("refusal-joining-over")

    def hear(self, joining: Joining, by: Address, language: Language, now: datetime) -> Joining:
        """Take note that the other side is sure; ours has a day to answer."""
        until = now + ANSWER_HOLDS
        sure = replace(joining, is_sure=True, asker=by, language=language, expires_at=until)
        self._put(sure)
        self.events.append(se.SpaceAsked(self.id, joining.id, joining.platform))
        return sure

    def welcome(self, joining: Joining) -> None:
        """Live in the space that asked, once its channels are chosen there."""
        self._put(replace(joining, is_answered=True))
        self.move_in(Space(joining.platform, joining.space))
        self.events.append(se.SpaceJoined(self.id, joining.id, joining.platform))

    def turn_away(self, joining: Joining) -> None:
        """Stay as it is."""
        self._put(replace(joining, is_answered=True))
        self.events.append(se.SpaceRefused(self.id, joining.id, joining.platform))

    def leave_unanswered(self, wanted: str, now: datetime) -> None:
        """Stay as it is, because nobody answered in time; a question answered since stays so."""
        for each in self.joinings:
            if each.id == wanted and each.is_sure and not each.is_answered:
                self._put(replace(each, is_answered=True, expires_at=now + ANSWER_HOLDS))
                self.events.append(se.SpaceUnanswered(self.id, each.id, each.platform))

    def forget_joinings(self, now: datetime) -> None:
        """Forget the spaces that asked, once nothing is to be said of them any more."""
        self.joinings = tuple(each for each in self.joinings if not each.is_over(now))

    def _put(self, joining: Joining) -> None:
        others = tuple(each for each in self.joinings if each.id != joining.id)
        self.joinings = (*others, joining)

    def invite(self, invitation: Invitation) -> None:
        """Say yes to whoever uses the code; an earlier code is worth nothing any more."""
        self.invitation = invitation

    def invites(self, code: str, now: datetime) -> bool:
        """Say whether the code is ours and may still be used."""
        ours = self.invitation
        return ours is not None and ours.code == code and now < ours.expires_at

    def agree_with(self, partner: Partnership) -> None:
        """Share with another community, in place of what was shared before."""
        self.part_from(partner.community)
        self.partners = (*self.partners, partner)

    def part_from(self, other: CommunityId) -> None:
        """Share nothing with another community any more."""
        self.partners = tuple(each for each in self.partners if each.community != other)

    def shares_cases_with(self, other: CommunityId) -> bool:
        """Say whether the other's members may read and play our cases, as we decide today."""
        offer = self.partner(other)
        return offer is not None and offer.cases

    def partner(self, other: CommunityId) -> Partnership | None:
        """Return what is shared with another community."""
        return next((each for each in self.partners if each.community == other), None)
