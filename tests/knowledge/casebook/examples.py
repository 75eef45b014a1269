"""A small casebook in which nothing is wrong, for tests to spoil one thing at a time."""

import shutil
from pathlib import Path

_BOOK = Path(__file__).parent / "small_book"
CASE = (_BOOK / "cases" / "fanfare-2020.md").read_text("utf-8")
PLAYBOOK_FR = (_BOOK / "playbooks" / "fausse-manoeuvre.md").read_text("utf-8")


def write_book(folder: Path, *, case: str = CASE, french: str = PLAYBOOK_FR) -> Path:
    """Write the small casebook into ``folder`` and return it."""
    shutil.copytree(_BOOK, folder, dirs_exist_ok=True)
    (folder / "cases" / "fanfare-2020.md").write_text(case, "utf-8")
    (folder / "playbooks" / "fausse-manoeuvre.md").write_text(french, "utf-8")
    return folder
