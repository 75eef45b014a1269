"""Hostile texts: the work grows with the length, never with its square."""

import json
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from re import _constants as ops  # type: ignore[attr-defined]
from re import _parser as parser
from types import FrameType

import pytest

import knowledge.redaction
from knowledge.redaction import Redactor

UNBOUNDED = 200
REPEATS = (ops.MAX_REPEAT, ops.MIN_REPEAT)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Yield every regular expression of the library."""
    for module in walk_packages(knowledge.redaction.__path__, "knowledge.redaction."):
        for name, value in vars(import_module(module.name)).items():
            if isinstance(value, re.Pattern):
                yield f"{module.name}:{name}", value


def backtracking(tree: parser.SubPattern, inside: bool = False) -> Iterator[str]:
    """Yield what could be tried in quadratic or exponentially many ways.

    That is an unbounded repeat inside another repeat, or one that may give back what it took.
    Possessive repeats and atomic groups give nothing back.
    """
    for op, value in tree:
        if op in REPEATS:
            _, most, body = value
            loose = most == ops.MAXREPEAT or most > UNBOUNDED
            if loose and inside:
                yield f"a repeat in a repeat: {body}"
            yield from backtracking(body, inside=inside or most > 1)
        elif op is ops.SUBPATTERN:
            yield from backtracking(value[-1], inside)
        elif op is ops.BRANCH:
            for branch in value[1]:
                yield from backtracking(branch, inside)
        elif op in (ops.ASSERT, ops.ASSERT_NOT):
            yield from backtracking(value[1], inside)


@pytest.mark.parametrize(
    ("name", "pattern"), list(patterns()), ids=[name for name, _ in patterns()]
)
def test_no_pattern_backtracks_without_bound(name: str, pattern: re.Pattern[str]) -> None:
    assert list(backtracking(parser.parse(pattern.pattern, pattern.flags))) == []


def test_the_check_sees_a_dangerous_pattern() -> None:
    assert list(backtracking(parser.parse(r"(?:a+)+b"))) != []
    assert list(backtracking(parser.parse(r"(?:a++)++b"))) == []


HOSTILE = json.loads(Path(__file__).with_name("hostile.json").read_text("utf-8"))


def calls_made(redactor: Redactor, text: str) -> int:
    """Count the calls of Python and of C functions: work, whatever the machine."""
    calls = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    previous = sys.getprofile()
    sys.setprofile(count)
    try:
        redactor.redact(text)
    finally:
        sys.setprofile(previous)
    return calls


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
def test_twice_the_text_is_at_most_twice_the_work(piece: str) -> None:
    redactor = Redactor(["Kroustine", "Cap Mirandole"])
    redactor.redact(piece)  # the word lists are read once
    once, twice = (calls_made(redactor, piece * times) for times in (400, 800))
    assert twice <= 2.2 * once + 200
