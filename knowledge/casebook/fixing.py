"""Rewrites the files of a folder in their canonical shape, with the right typography."""

from pathlib import Path

from knowledge.casebook.finding import InvalidFile
from knowledge.casebook.reading import read_case, read_playbook
from knowledge.casebook.shelf import CASES, PLAYBOOKS, files
from knowledge.casebook.typeset import typeset_case, typeset_playbook
from knowledge.casebook.writing import write_case, write_playbook


def fix(folder: Path) -> list[Path]:
    """Put right what needs no thought, and return the files that changed.

    A file that cannot be read stays as it is: the lint says why.
    """
    paths = [path for kind in (CASES, PLAYBOOKS) for path in files(folder, kind)]
    return [path for path in paths if _fixed(path)]


def _fixed(path: Path) -> bool:
    before = path.read_text("utf-8")
    try:
        after = _canonical(before, path)
    except InvalidFile:
        return False
    if after != before:
        path.write_text(after, "utf-8")
    return after != before


def _canonical(text: str, path: Path) -> str:
    if path.parent.name == CASES:
        return write_case(typeset_case(read_case(text, path=path)))
    return write_playbook(typeset_playbook(read_playbook(text, path=path)))
