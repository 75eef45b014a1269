"""A rehearsal: a case unfolds moment by moment, and people say what they would do."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.domain import events as e
from bot.domain.casebook import CaseSheet, Moment
from bot.domain.errors import NotAllowed, TooLate
from bot.domain.ids import CaseId, CommunityId, DrillId
from bot.domain.people import Address, Language

START = "T+0"  # as the casebook writes when a story begins


@dataclass(frozen=True, slots=True)
class Scene:
    """What one learns before one has to act; ``done`` is what was really done then."""

    moments: tuple[Moment, ...]
    done: str


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody would do at a scene; ``once`` tells two answers from one sent twice."""

    scene: int
    text: str
    once: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Points that an answer holds, each with the words that say it, and those to keep in mind."""

    thought_of: tuple[tuple[str, str], ...] = ()
    to_keep: tuple[str, ...] = ()


def scenes_of(case: CaseSheet) -> tuple[Scene, ...]:
    """Cut a story where something was done; what follows the last deed is its ending.

    A case without a timeline, as communities write them, is one scene.
    """
    if not case.timeline:
        told = case.trigger and case.response
        done = "\n".join(case.response)
        return (Scene((Moment(START, case.trigger),), done),) if told else ()
    scenes: list[Scene] = []
    waiting: list[Moment] = []
    for moment in case.timeline:
        waiting.append(moment)
        if moment.response:
            scenes.append(Scene(tuple(waiting), moment.response))
            waiting = []
    return tuple(scenes)


def compare(points: Sequence[str], echoes: Sequence[str]) -> Compared:
    """Sort points by whether there is an echo of them: the words that say the same, or ""."""
    pairs = list(zip(points, echoes, strict=True))
    return Compared(
        tuple((point, echo) for point, echo in pairs if echo),
        tuple(point for point, echo in pairs if not echo),
    )


@dataclass(slots=True)
class Drill:
    """One rehearsal, alone or as a team; nobody is marked, and no answer bears a name."""

    id: DrillId
    community: CommunityId
    opened_by: Address
    language: Language
    case: CaseId
    length: int  # scenes
    is_team: bool = False
    scene: int = 0
    is_shown: bool = False
    answers: tuple[Said, ...] = ()
    version: int = 0
    events: list[e.Event] = field(default_factory=list)

    @property
    def has_ended(self) -> bool:
        """Whether every scene was played."""
        return self.scene >= self.length

    def said(self, scene: int) -> tuple[str, ...]:
        """Return what was answered at a scene."""
        return tuple(each.text for each in self.answers if each.scene == scene)

    def begin(self) -> None:
        """Let a team see the first scene."""
        self._moved()

    def check_open(self, scene: int) -> None:
        """Raise ``TooLate`` unless ``scene`` waits for answers."""
        if self.has_ended or scene != self.scene or self.is_shown:
            raise TooLate("refusal-drill-moved-on")

    def answer(self, by: Address, said: Said) -> None:
        """Take an answer; alone, what was really done is shown at once."""
        if not self.is_team:
            self._check(by)
        if any(each.once == said.once for each in self.answers):
            return
        self.check_open(said.scene)
        self.answers += (said,)
        self.is_shown = not self.is_team
        self._moved()

    def show(self, by: Address, scene: int) -> None:
        """Show a team what was really done."""
        self._check(by)
        if scene == self.scene and not self.has_ended:
            self.is_shown = True
            self._moved()

    def go_on(self, by: Address, scene: int) -> None:
        """Go to the scene after ``scene``; pressed twice, it is the same one."""
        self._check(by)
        if scene == self.scene and self.is_shown:
            self.scene, self.is_shown = self.scene + 1, False
            self._moved()

    def _check(self, by: Address) -> None:
        if by != self.opened_by:
            raise NotAllowed("refusal-drill-not-yours")

    def _moved(self) -> None:
        if self.is_team:
            self.events.append(e.DrillMoved(self.community, self.id, self.scene))
