"""Remembers when the last backup was made, so that the doctor can say how old it is."""

from datetime import UTC, datetime
from pathlib import Path

from bot.settings import Settings


def note_backup(settings: Settings) -> None:
    """Remember that a backup was just made."""
    _mark(settings).touch(mode=0o600)


def last_backup(settings: Settings) -> datetime | None:
    """Return when the last backup was made; None when there was none."""
    mark = _mark(settings)
    return datetime.fromtimestamp(mark.stat().st_mtime, UTC) if mark.exists() else None


def _mark(settings: Settings) -> Path:
    return settings.state_dir / "last-backup"
