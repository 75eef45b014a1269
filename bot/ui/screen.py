"""The neutral vocabulary of screens; each adapter's ``render`` says how it looks there."""

from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.relay import Picture


class Tone(StrEnum):
    """What a card should feel like."""

    NEUTRAL = "neutral"
    NOW = "now"
    TODAY = "today"
    WEEK = "week"
    SUCCESS = "success"
    CARE = "care"
    WARNING = "warning"


class Style(StrEnum):
    """How much a button asks to be pressed."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    DANGER = "danger"


# --- what a card is made of ---------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Plain paragraphs, separated by blank lines; never markup."""

    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A small title inside a card."""

    text: str


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words."""

    text: str
    by: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """Characters ``start`` to ``end`` (excluded) of a text, and why they stand out."""

    start: int
    end: int
    reason: str


@dataclass(frozen=True, slots=True)
class Marked:
    """A text in which some spans were masked and others deserve a look."""

    text: str
    masks: tuple[Span, ...] = ()
    doubts: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Called:
    """Mentors who asked to be called where all mentors read: pairs of a name and an account.

    The one thing that pings anybody; never a requester, whom nothing public names.
    """

    people: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Short labelled values."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    items: tuple[str, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One moment of a story: what was seen, what was done."""

    at: str
    event: str
    response: str = ""


@dataclass(frozen=True, slots=True)
class Timeline:
    """A story, moment by moment."""

    steps: tuple[Step, ...]


class Change(StrEnum):
    """What became of a piece of text."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Diff:
    """Two versions of a text, word by word."""

    pieces: tuple[tuple[Change, str], ...]


@dataclass(frozen=True, slots=True)
class Image:
    """A re-made picture with its description."""

    picture: Picture
    alt: str


@dataclass(frozen=True, slots=True)
class File:
    """Text to keep, as a file; ``name`` ends with what it is (``.csv``, ``.json``)."""

    name: str
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Links:
    """Titles and addresses (http or https only)."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """More, for who wants it: folded on a page, a further page elsewhere."""

    label: str
    blocks: tuple["Block", ...]


Block = (
    Text
    | Heading
    | Quote
    | Marked
    | Called
    | Facts
    | Bullets
    | Table
    | Timeline
    | Diff
    | Image
    | File
    | Links
    | Fold
)


# --- what a person can do -----------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Button:
    """Does ``act`` to ``subject``; ``value`` tells buttons of one act apart."""

    label: str
    act: str
    subject: str = ""
    value: str = ""
    style: Style = Style.SECONDARY


@dataclass(frozen=True, slots=True)
class Option:
    """One of several values."""

    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A drop-down list that acts at once."""

    label: str
    act: str
    subject: str
    options: tuple[Option, ...]


Control = Button | Choice


@dataclass(frozen=True, slots=True)
class Card:
    """A titled piece of content with what can be done about it.

    ``refuses``: it says why something was not done, and nothing changed.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    controls: tuple[Control, ...] = ()
    tone: Tone = Tone.NEUTRAL
    footnote: str = ""
    refuses: bool = False


@dataclass(frozen=True, slots=True)
class Screen:
    """Cards, in reading order."""

    cards: tuple[Card, ...]

    @classmethod
    def of(cls, *cards: Card) -> "Screen":
        """Return a screen of these cards."""
        return cls(cards)

    @property
    def refuses(self) -> bool:
        """Whether it says why something was not done; other cards may help meanwhile."""
        return any(card.refuses for card in self.cards)


@dataclass(frozen=True, slots=True)
class Own:
    """Whose account wrote a message that is shown to them, and the name they change it by."""

    user: str
    origin: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """The message that another one answers: its name, where it was written, its first words."""

    message: str
    origin: str
    text: str


@dataclass(frozen=True, slots=True)
class Bubble:
    """One message of a conversation, as its reader sees it; ``own``: they wrote it."""

    author: str
    text: str
    images: tuple[Image, ...] = ()
    note: str = ""
    own: Own | None = None
    deleted: bool = False
    message: str = ""
    quoted: Quoted | None = None


class Mark(StrEnum):
    """How far somebody's own message got, shown on that message."""

    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"
