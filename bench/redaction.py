"""Redaction: what is gone and what is lost on own examples, and 100 kB of hostile texts.

The baseline of the same run is one plain regular expression over the same text: the least that
looking at it can cost. Times are processor time, so that a busy machine does not decide.
"""

import re
import string
import time
from random import Random

from bench._own_texts import HOSTILE, stories
from knowledge.redaction import Redactor
from knowledge.redaction.evaluation import evaluate

SIZE, TIMES, GOAL_S = 100_000, 3, 0.2
NAMES = ("Kroustine", "Cap Mirandole")
_PLAIN = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\b0\d(?:[ .]?\d\d){4}\b|\b[A-Z]\w+ [A-Z]\w+\b")


def main() -> None:
    """Print the tables."""
    found = evaluate(stories())
    print("\n### Redaction: own examples (developed against, see tests/knowledge/redaction)\n")
    print("| texts | identifying spans gone | ordinary words lost |\n| --- | --- | --- |")
    print(f"| {found['texts']} | {found['spans_gone']:.1%} | {found['ordinary_words_lost']:.2%} |")
    print(f"\n### Redaction: {SIZE // 1000} kB of hostile text, one thread\n")
    print("| made of | time | × a plain regular expression | under 200 ms |")
    print("| --- | --- | --- | --- |")
    rows = sorted(((*measured(text), name) for name, text in texts()), reverse=True)
    for seconds, plain, name in rows:
        within = "yes" if seconds < GOAL_S else "**no**"
        print(f"| {name} | {seconds * 1000:.0f} ms | {seconds / plain:.0f} | {within} |")


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


def measured(text: str) -> tuple[float, float]:
    """Return the best of a few times, ours and the baseline's."""
    redactor = Redactor(NAMES)
    redactor.redact(text[:200])  # the word lists are read once
    ours, plain = [], []
    for _ in range(TIMES):
        started = time.process_time()
        redactor.redact(text)
        between = time.process_time()
        _PLAIN.sub("", text)
        ours.append(between - started)
        plain.append(time.process_time() - between)
    return min(ours), max(min(plain), 1e-6)


if __name__ == "__main__":
    main()
