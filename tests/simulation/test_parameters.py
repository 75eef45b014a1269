"""What is assumed: the shipped file holds together, and another is refused with words."""

from pathlib import Path

import pytest

from bot.domain.vocabulary import Category, Urgency
from bot.simulation.parameters import SHIPPED, InvalidParameters, read_parameters


def test_shipped_file_speaks_of_every_category_and_urgency() -> None:
    assumed = read_parameters().requests
    assert (set(assumed.categories), set(assumed.urgency)) == (set(Category), set(Urgency))


@pytest.mark.parametrize(
    ("change", "to", "said"),
    [
        ("willing = 0.7", "willing = 7", "accepting.willing: "),
        ("willing = 0.7", "", "accepting.willing: Field required"),
        ("willing = 0.7", "willing = 0.7\nkind = 1", "accepting.kind: "),
        ("end = 18:00:00", "end = 08:00:00", "mentors.rhythms.0: "),
        ("topics = [3, 6]", "topics = [6, 3]", "mentors: "),
        ("fr = 0.85\nen = 0.15", "fr = 0\nen = 0", "requests.language: "),
        ("hours = [1,", "hours = [", "requests.hours: "),
        ("[requests]", "[requests", "not a TOML file: "),
    ],
)
def test_what_is_wrong_is_said(change: str, to: str, said: str, tmp_path: Path) -> None:
    text = SHIPPED.read_text("utf-8")
    assert change in text
    file = tmp_path / "mine.toml"
    file.write_text(text.replace(change, to, 1), "utf-8")
    with pytest.raises(InvalidParameters) as wrong:
        read_parameters(file)
    assert str(wrong.value).startswith(said)
