"""Folders and files that only the user whom Entraide runs as can open."""

from pathlib import Path

OTHERS = 0o077  # what a mode grants to anybody else


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it that are missing; what is there stays as it is."""
    for each in reversed((folder, *folder.parents)):
        each.mkdir(mode=0o700, exist_ok=True)


def is_open_to_others(path: Path) -> bool:
    """Say whether another user of the machine may look into it."""
    return bool(path.stat().st_mode & OTHERS)
