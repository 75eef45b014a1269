"""`entraide backup` and `restore`: the databases in one file, and never the keys."""

import asyncio
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from adapters.clock import SystemClock
from adapters.store.backup import BadBackup, back_up, put_in_place, unpack
from adapters.store.health import Health, examine
from adapters.store.migrations import upgrade
from adapters.store.occupied import Occupied, alone_with
from adapters.store.private import make_folder
from adapters.store.rotation import rotate
from adapters.store.vault import FileVault
from bot.cli.last_backup import note_backup
from bot.cli.output import out, progress, stop
from bot.cli.store import HEALTH, open_store
from bot.settings import Settings, read_settings

KEYS_APART = (
    "The keys are not in it. They lie in {keys}: keep a copy of pepper*.key, standing*.key and "
    "the file `erased` somewhere else, never beside a backup."
)
SERVER = "PostgreSQL has its own tools: pg_dump --format=custom, and pg_restore. docs/operations.md"


def backup(
    target: Annotated[
        str,
        typer.Argument(help="File to write, or a folder, ended with /, for one named after now."),
    ],
) -> None:
    """Copy the databases into one file, while Entraide runs; the keys are not in it."""
    settings = read_settings()
    database = _file_of(settings)
    if not database.exists():
        stop("there is no database yet", advice="entraide db upgrade makes it.")
    databases = {"entraide.db": database, "page.db": settings.state_dir / "page.db"}
    there = {name: path for name, path in databases.items() if path.exists()}
    try:
        with progress("Copying") as advance:
            back_up(there, file := _file_at(target), advance=advance)
    except OSError as error:
        stop(f"{target} cannot be written", advice=error.strerror or "")
    note_backup(settings)
    out.print(f"✓ {file} ({', '.join(there)})", highlight=False, soft_wrap=True)
    out.print(KEYS_APART.format(keys=settings.keys), highlight=False, soft_wrap=True)


def _file_at(target: str) -> Path:
    """Return the file to write; a folder is made when it is named as one."""
    path = Path(target)
    if target.endswith("/"):
        make_folder(path)
    moment = f"{SystemClock().now():%Y-%m-%d-%H%M%S}"
    return path / f"entraide-{moment}.tar" if path.is_dir() else path


def restore(
    source: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="A backup.")],
    force: Annotated[bool, typer.Option("--force", help="Replace the database that is there.")] = (
        False
    ),
) -> None:
    """Bring a backup back; what was erased since stays erased."""
    settings = read_settings()
    database = _file_of(settings)
    if database.exists() and not force:
        advice = "entraide backup keeps it; --force replaces it."
        stop(f"there is a database already: {database}", advice=advice)
    try:
        with alone_with(settings.keys):
            _restore(settings, source, database)
        asyncio.run(_erase_again(settings))
    except Occupied:
        stop("Entraide is running", advice="Stop it first: it would write into what is replaced.")
    except BadBackup as bad:
        stop(f"{source} cannot be restored: {bad}", advice="Take an earlier one.")
    out.print("✓ restored; entraide doctor looks at it, entraide run goes on.")


def _restore(settings: Settings, source: Path, database: Path) -> None:
    """Look at everything in a place of its own before anything is replaced."""
    make_folder(settings.state_dir)
    with TemporaryDirectory(dir=settings.state_dir, prefix=".restore-") as folder:
        copies = {path.name: path for path in unpack(source, Path(folder))}
        copy = copies["entraide.db"]
        url = f"sqlite+aiosqlite:///{copy}"
        asyncio.run(upgrade(url))
        health = asyncio.run(examine(url, settings.keys, clock=SystemClock()))
        _refuse_other_keys(health)
        if health is Health.BEHIND:
            asyncio.run(_to_newest_keys(url, settings))
        put_in_place(copy, database)
        if "page.db" in copies:
            put_in_place(copies["page.db"], settings.state_dir / "page.db")


async def _to_newest_keys(url: str, settings: Settings) -> None:
    """Seal a backup from before a change of keys with those that serve now."""
    vault = FileVault(settings.keys, clock=SystemClock())
    with progress("Changing keys") as advance:
        await rotate(url, vault, advance=advance)


def _refuse_other_keys(health: Health) -> None:
    state, found, advice = HEALTH[health]
    if state == "fail":
        stop(f"the backup: {found}", advice=advice)


async def _erase_again(settings: Settings) -> None:
    async with open_store(settings) as store:
        await store.erase_again()


def _file_of(settings: Settings) -> Path:
    if settings.database_file is None:
        stop("only SQLite is copied here", advice=SERVER)
    return settings.database_file
