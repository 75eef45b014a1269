"""A view of a text in which disguises are undone, and the way back to the original.

Full-width digits, look-alike letters, accents, typographic quotes and dashes become plain
ASCII where they can; zero-width characters and combining marks vanish; what is already
masked becomes one ``BLANK``. Rules read the view and never think of disguises.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import accumulate, islice
from typing import Final

from knowledge.redaction.span import Span

#: Stands where a mask stands: neither letter, digit, space nor punctuation of any rule.
BLANK: Final = "\ufffc"

_WORD: Final = re.compile(r"([^\W_]+)")
_NOT_ASCII: Final = re.compile(r"[^\t\n -~]")

# Letters that look like a Latin one. Unicode's own table of confusables has thousands of
# pairs, most of them never seen in a message: these are the alphabets of real evasions.
_LOOK_ALIKES: Final = dict(
    zip(
        "аеорсухіјѕԁһӏкмтвнгԛԝүАВЕКМНОРСТУХІЈЅԌҮαοιρνυκτχεηωγΑΒΕΖΗΙΚΜΝΟΡΤΥΧɑɡⅼաօսոհցЬԼՏ",
        "aeopcyxijsdhlkmtbhrqwyABEKMHOPCTYXIJSGYaoipvuktxenwyABEZHIKMNOPTYXaglaounhgbLS",
        strict=True,
    )
)
_SMALL_CAPITALS: Final = dict(
    zip("ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnoprstuvwyz", strict=True)
)
_PLAIN: Final = (_LOOK_ALIKES | _SMALL_CAPITALS) | {
    "œ": "oe",
    "Œ": "Oe",
    "æ": "ae",
    "Æ": "Ae",
    "ß": "ss",
    "ø": "o",
    "Ø": "O",
    "ł": "l",
    "Ł": "L",
    "đ": "d",
    "Đ": "D",
    "ı": "i",
    "’": "'",
    "‘": "'",
    "ʼ": "'",
    "`": "'",
    "´": "'",
    "′": "'",
    "“": '"',
    "”": '"',
    "„": '"',
    "«": '"',
    "»": '"',
    "‐": "-",
    "‑": "-",
    "‒": "-",
    "–": "-",
    "—": "-",
    "―": "-",
    "−": "-",
    "。": ".",
    "․": ".",
    "∙": ".",
    "\u2028": "\n",
    "\u2029": "\n",
    BLANK: " ",
}
#: Marks, format characters, and the filler letters that draw nothing.
_INVISIBLE: Final = frozenset({"Mn", "Me", "Cf"})
_FILLERS: Final = frozenset("\u115f\u1160\u3164\uffa0")


@lru_cache(maxsize=8192)
def _fold(char: str) -> str:
    """Return what one character reads as: nothing, itself, or a few ASCII ones."""
    if char in _PLAIN:
        return _PLAIN[char]
    folded = "".join(
        _PLAIN.get(part, part)
        for part in unicodedata.normalize("NFKD", char)
        if part not in _FILLERS and unicodedata.category(part) not in _INVISIBLE
    )
    return " " if unicodedata.category(char) == "Cc" else folded


@dataclass(frozen=True)
class Normalised:
    """The view: ``text`` keeps case, ``lower`` does not; both have the same length."""

    text: str
    #: For each character of ``text``, where it starts in the original; one more for its end.
    starts: Sequence[int]
    #: Whether some character of the original reads as several (``œ``).
    widened: bool = False

    @cached_property
    def lower(self) -> str:
        """Return the text in small letters."""
        return self.text.lower()

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Return where each word starts: the index by which rules find their trigger words."""
        places: dict[str, list[int]] = defaultdict(list)
        pieces = _WORD.split(self.lower)
        ends = accumulate(map(len, pieces))
        for word, at in zip(pieces[1::2], islice(ends, 0, None, 2), strict=False):
            places[word].append(at)
        return places

    @cached_property
    def codes(self) -> Sequence[str]:
        """Return the words that hold a digit: the only ones a number can start with."""
        return [word for word in self.places if not word.isalpha()]

    def matches_at(
        self, triggers: Iterable[str], pattern: re.Pattern[str], *, cased: bool = False
    ) -> Iterator[re.Match[str]]:
        """Yield where a pattern matches from one of the trigger words on, as ``finditer`` does.

        Far cheaper than searching the text for the pattern: most rules need a word to start.
        """
        written, done = self.text if cased else self.lower, 0
        for at in sorted(self.places_of(triggers)):
            found = pattern.match(written, at) if at >= done else None
            if found:
                done = found.end()
                yield found

    @classmethod
    def of(cls, original: str) -> "Normalised":
        """Return the view of a text of which nothing is masked."""
        pieces: list[str] = []
        starts: list[int] = []
        done, widened = 0, False
        for found in _NOT_ASCII.finditer(original):
            at = found.start()
            folded = _fold(found.group())
            widened |= len(folded) > 1
            pieces += (original[done:at], folded)
            starts += range(done, at)
            starts += [at] * len(folded)
            done = at + 1
        starts += range(done, len(original) + 1)
        return cls("".join((*pieces, original[done:])), starts, widened)

    def matches_near(
        self,
        triggers: Iterable[int],
        pattern: re.Pattern[str],
        *,
        reach: int,
        cased: bool = False,
    ) -> Iterator[re.Match[str]]:
        """Yield where a pattern matches within ``reach`` of the trigger places."""
        written = self.text if cased else self.lower
        start = end = 0
        for at in sorted(triggers):
            if at - reach > end:
                yield from pattern.finditer(written, start, end)
                start = at - reach
            end = at + reach
        yield from pattern.finditer(written, start, end)

    def places_of(self, words: Iterable[str]) -> Iterator[int]:
        """Yield where the words start."""
        for word in words:
            yield from self.places.get(word, ())

    def origin(self, span: Span) -> Span:
        """Return where a span of the view stands in the original."""
        start, end = span
        return Span(self.starts[start], max(self.starts[end], self.starts[end - 1] + 1))

    def whole(self, span: Span) -> Span:
        """Widen a span to whole characters of the original (``œ`` reads as two)."""
        if not self.widened:
            return span
        start, end = span
        while start and self.starts[start] == self.starts[start - 1]:
            start -= 1
        while self.starts[end] == self.starts[end - 1]:
            end += 1
        return Span(start, end)

    def spot(self, original: Span) -> Span:
        """Return where a span of the original stands in the view."""
        start, end = (bisect_left(self.starts, at) for at in original)
        return Span(start, end)

    def without(self, spans: Iterable[Span]) -> "Normalised":
        """Return the view with each span become one ``BLANK``; spans are sorted and apart."""
        pieces: list[str] = []
        starts: list[int] = []
        done = 0
        for start, end in spans:
            pieces += (self.text[done:start], BLANK)
            starts += self.starts[done : start + 1]
            done = end
        pieces.append(self.text[done:])
        starts += self.starts[done:]
        return Normalised("".join(pieces), starts, self.widened)
