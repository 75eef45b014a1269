"""Redaction: what is gone and what is lost on own examples, and 100 kB of hostile texts.

The baseline of the same run is one plain regular expression over the same text: the least that
looking at it can cost. Times are processor time, so that others on the machine are not counted;
where they share its caches and cores, it still counts up to double. Growth is the time for all
of a text by the time for its first half: 2 is linear.
"""

import re
import string
import time
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from bench._own_texts import HOSTILE, messages, stories
from knowledge.redaction import Redactor
from knowledge.redaction.evaluation import evaluate

SIZE, TIMES, GOAL_S = 100_000, 3, 0.2
NAMES = ("Kroustine", "Cap Mirandole")
#: Bounded, for a baseline that looks at each start again to the end never ends on « aaaa… ».
_PLAIN = re.compile(
    r"[\w.+-]{1,64}+@[\w-]{1,64}+\.\w{1,24}+|\b0\d(?:[ .]?\d\d){4}\b"
    r"|\b[A-Z]\w{1,40}+ [A-Z]\w{1,40}+\b"
)


class Took(NamedTuple):
    """Seconds for a text, by those for its half, and by those of the baseline."""

    seconds: float
    growth: float
    by_plain: float


def main() -> None:
    """Print the tables."""
    print("\n### Redaction: own examples (developed against)\n")
    print("| what | texts | identifying spans gone | ordinary words lost |")
    print("| --- | --- | --- | --- |")
    for what, lines in (("stories of the tests", stories()), ("messages", messages())):
        found = evaluate(lines)
        gone, lost = found["spans_gone"], found["ordinary_words_lost"]
        print(f"| {what} | {found['texts']} | {gone:.1%} | {lost:.2%} |")
    print(f"\n### Redaction: {SIZE // 1000} kB of hostile text, one thread, processor time\n")
    print("| made of | time | growth | × a plain regular expression | under 200 ms |")
    print("| --- | --- | --- | --- | --- |")
    rows = sorted(((measured(text), name) for name, text in texts()), reverse=True)
    for (seconds, growth, by_plain), name in rows:
        within = "yes" if seconds < GOAL_S else "**no**"
        print(f"| {name} | {seconds * 1000:.0f} ms | {growth:.2f} | {by_plain:.0f} | {within} |")
    within_goal = sum(took.seconds < GOAL_S for took, _ in rows)
    print(f"\n{within_goal} of {len(rows)} under 200 ms.")


def texts() -> list[tuple[str, str]]:
    """Return each hostile piece over and over, noise of several alphabets, and plain prose."""
    repeated = [(name, (piece * SIZE)[:SIZE]) for name, piece in HOSTILE.items()]
    dice = Random(2026)
    alphabets = {
        "noise of digits": "0123456789 .-+/",
        "noise of letters": string.ascii_letters + " .@",
        "noise of signs": string.punctuation + " \n",
    }
    noise = [(name, "".join(dice.choices(signs, k=SIZE))) for name, signs in alphabets.items()]
    return repeated + noise


def measured(text: str) -> Took:
    """Return the best of a few times, beside half of the text and the baseline."""
    redactor = Redactor(NAMES)
    redactor.redact(text[:200])  # the word lists are read once
    whole = _fastest(lambda: redactor.redact(text))
    half = _fastest(lambda: redactor.redact(text[: len(text) // 2]))
    return Took(whole, whole / half, whole / _fastest(lambda: _PLAIN.sub("", text)))


def _fastest(work: Callable[[], object]) -> float:
    """Return the least processor time of a few, in seconds."""
    times = []
    for _ in range(TIMES):
        started = time.process_time()
        work()
        times.append(time.process_time() - started)
    return max(min(times), 1e-6)


if __name__ == "__main__":
    main()
