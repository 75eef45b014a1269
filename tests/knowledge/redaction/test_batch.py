import json

import pytest

from knowledge.redaction.batch import redact_jsonl


def line(**fields: object) -> str:
    return json.dumps(fields, ensure_ascii=False)


def test_each_line_comes_back_masked_in_order() -> None:
    lines = [
        line(id="a", text="Kroustine ment", names_to_hide=["Kroustine"]),
        "\n",
        line(id=2, text="Call 07700 900142", lang="en"),
        line(id="c", text="Rien à dire", names_to_hide=None),
    ]
    assert [json.loads(masked) for masked in redact_jsonl(lines)] == [
        {"id": "a", "masked": "[nom masqué] ment"},
        {"id": 2, "masked": "Call [phone]"},
        {"id": "c", "masked": "Rien à dire"},
    ]


def test_lines_are_read_one_by_one() -> None:
    done = redact_jsonl(iter([line(id=1, text="a"), "not json"]))
    assert json.loads(next(done)) == {"id": 1, "masked": "a"}


@pytest.mark.parametrize(
    "wrong",
    [
        "{",
        "[]",
        '"text"',
        line(id=1),
        line(text="a"),
        line(id=1, text=3),
        line(id=1, text="a", names_to_hide=[3]),
    ],
)
def test_a_wrong_line_is_told_by_its_number(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"^line 2: "):
        list(redact_jsonl([line(id=1, text="a"), wrong]))
