"""The casebook that ships: complete, sound, and covering every kind of crisis."""

from collections import Counter

from knowledge.casebook import lint, load, shipped, write_case, write_playbook
from knowledge.model import CATEGORIES


def test_the_lint_has_nothing_to_say() -> None:
    assert list(map(str, lint(shipped()))) == []


def test_there_are_99_cases_and_18_playbooks_in_two_languages() -> None:
    book = load(shipped())
    languages = Counter(language for _, language in book.playbooks)
    assert len(book.cases) >= 99
    assert languages["fr"] >= 18
    assert languages["fr"] == languages["en"]


def test_every_category_has_a_playbook_of_its_own() -> None:
    book = load(shipped())
    assert {p.category for p in book.playbooks.values()} == set(CATEGORIES)


def test_every_file_is_in_its_canonical_shape() -> None:
    folder, book = shipped(), load(shipped())
    for case in book.cases.values():
        assert (folder / "cases" / f"{case.id}.md").read_text("utf-8") == write_case(case)
    for playbook in book.playbooks.values():
        name = f"{playbook.id}.md" if playbook.language == "fr" else f"{playbook.id}.en.md"
        assert (folder / "playbooks" / name).read_text("utf-8") == write_playbook(playbook)
