"""Persons: first names, surnames, whoever a word or a signature names."""

from collections.abc import Iterator, Sequence
from typing import Final, Protocol

from knowledge.redaction.model import MaskKind
from knowledge.redaction.normalise import Normalised
from knowledge.redaction.people.echo import echoes
from knowledge.redaction.people.first_name import FirstNameClue
from knowledge.redaction.people.introduced import IntroducedClue
from knowledge.redaction.people.public import public_names
from knowledge.redaction.people.role import RoleClue
from knowledge.redaction.people.signature import SignatureClue
from knowledge.redaction.people.surname import SurnameClue
from knowledge.redaction.people.title import TitleClue
from knowledge.redaction.span import Span


class Clue(Protocol):
    """Finds names by one kind of evidence."""

    def find(self, text: Normalised) -> Iterator[Span]: ...


_CLUES: Final[Sequence[Clue]] = (
    TitleClue(),
    FirstNameClue(),
    SurnameClue(),
    IntroducedClue(),
    RoleClue(),
    SignatureClue(),
)


class PersonRule:
    """Masks names of persons; titles and roles stay, so that the story can be read."""

    kind = MaskKind.NAME

    def find(self, text: Normalised) -> Iterator[Span]:
        """Yield the names that clues find, then the other mentions of the same persons."""
        public = {at for span in public_names(text) for at in range(*span)}
        found = (span for clue in _CLUES for span in clue.find(text))
        names = [span for span in found if span.start not in public]
        yield from names
        yield from echoes(text, names)
