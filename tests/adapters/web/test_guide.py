"""The first steps tick themselves off."""

import pytest

from adapters.web.guide import STEPS, noted, path


def states(*notes: str) -> str:
    return "".join(step.state[0] for step in path(notes))


@pytest.mark.parametrize(
    ("notes", "seen"),
    [
        ((), "caaaaaa"),
        (("ask",), "dcaaaaa"),
        (("ask", "claim", "word-mentor"), "ddcaaaa"),
        (("ask", "claim", "word-mentor", "word-requester"), "dddcaaa"),
        (("claim",), "ddcaaaa"),
        (("find",), "caaaaaa"),
        (("review",), "ddddddc"),
        (("review", "find"), "ddddddd"),
    ],
)
def test_what_happened_ticks_steps_off(notes: tuple[str, ...], seen: str) -> None:
    assert states(*notes) == seen


def test_every_step_but_the_talk_comes_from_an_act() -> None:
    acts = ("request.publish", "request.claim", "request.close.yes", "draft.agree")
    later = ("review.publish", "case.find")
    found = [noted(act) for act in (*acts, *later)]
    assert found == [step for step in STEPS if step != "talk"]
    assert noted("privacy.show") is None
