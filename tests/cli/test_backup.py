"""`entraide backup` and `restore`: everything comes back but keys and what was erased since."""

import asyncio
import sqlite3
import tarfile
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from adapters.clock import SystemClock
from adapters.store.occupied import at_work_with
from bot.cli.store import open_store
from bot.domain.drill import Drill
from bot.domain.ids import CaseId, CommunityId, DrillId, MentorId, RequestId, SnippetId
from bot.domain.mentor import Mentor, Profile
from bot.domain.people import Actor, Address
from bot.domain.policy import Role
from bot.domain.request import Request
from bot.domain.snippet import Snippet
from bot.services.erasing import erase_request
from bot.services.privacy.erase import erase_everything
from bot.settings import read_settings
from tests.cli.conftest import Run

HERE, CAMILLE = CommunityId("here"), Address("web", "sandbox", "camille")
WORDS = {"first": "On se fait insulter partout.", "second": "Notre compte est piraté."}
STORE = Path(".state/entraide.db")


async def ask(*requests: str) -> None:
    """Let Camille ask, once for each of these."""
    clock = SystemClock()
    async with open_store(read_settings(), make=True) as store, store.uow() as unit:
        for name in requests:
            id_ = RequestId(name)
            request = Request(id_, HERE, CAMILLE, "fr", clock.now().date(), WORDS[name])
            request.publish(at=clock.now(), role=Role.REQUESTER)
            await unit.requests.add(request)
        await unit.commit()


async def erase(name: str) -> None:
    now = SystemClock().now()
    async with open_store(read_settings()) as store, store.uow() as unit:
        await erase_request(unit, await unit.requests.get(RequestId(name)), Role.REQUESTER, now)
        await unit.commit()


async def readable() -> Sequence[str]:
    """Return what Camille can still read of her requests once Entraide began."""
    async with open_store(read_settings()) as store:
        await store.begin()
        async with store.uow() as unit:
            return sorted(request.text for request in await unit.requests.of(HERE, CAMILLE))


async def mentor_and_rehearse() -> None:
    """Let Camille help others too, with a reply of her own, and rehearse."""
    mentor = Mentor(MentorId("camille"), HERE, (CAMILLE,), "fr", Profile("Camille"))
    async with open_store(read_settings(), make=True) as store, store.uow() as unit:
        await unit.mentors.add(mentor)
        await unit.snippets.add(Snippet(SnippetId("reply"), HERE, mentor.id, "Bonjour", "Oui ?"))
        await unit.drills.add(Drill(DrillId("drill"), HERE, CAMILLE, "fr", CaseId("case"), 1))
        await unit.commit()


async def erase_everything_about_camille() -> None:
    who = Actor(CAMILLE, HERE, "fr", "Camille")
    async with open_store(read_settings()) as store:
        await erase_everything(who, uow=store.uow(), clock=SystemClock())


async def known_of_camille() -> tuple[Mentor | None, str, Sequence[Snippet], Sequence[Drill]]:
    """Return who mentors with her account, what is left of the profile, and what she wrote."""
    async with open_store(read_settings()) as store, store.uow() as unit:
        left = await unit.mentors.get(MentorId("camille"))
        return (
            await unit.mentors.at(HERE, CAMILLE),
            left.profile.display_name,
            await unit.snippets.available(HERE, left.id),
            await unit.drills.of(HERE, CAMILLE),
        )


@pytest.fixture
def camille(place: Path) -> None:
    asyncio.run(mentor_and_rehearse())


@pytest.fixture
def asked(place: Path) -> None:
    asyncio.run(ask(*WORDS))


def test_what_was_erased_since_stays_erased(run: Run, asked: None) -> None:
    assert run("backup", "saved.tar").code == 0
    asyncio.run(erase("first"))
    done = run("restore", "saved.tar", "--force")
    assert done.code == 0, done.err
    with closing(sqlite3.connect(STORE)) as database:
        (count,) = database.execute(
            "SELECT count(*) FROM requests WHERE id = ?", ("first",)
        ).fetchone()
    assert count == 0
    assert asyncio.run(readable()) == [WORDS["second"]]


def test_profile_and_rehearsals_that_were_erased_since_stay_erased(
    run: Run, place: Path, camille: None
) -> None:
    assert run("backup", "saved.tar").code == 0
    asyncio.run(erase_everything_about_camille())
    assert run("restore", "saved.tar", "--force").code == 0
    assert asyncio.run(known_of_camille()) == (None, "–", [], [])


def test_what_was_erased_stays_so_for_whoever_copies_files_by_hand(asked: None) -> None:
    with closing(sqlite3.connect(STORE)) as database:
        database.execute("VACUUM INTO 'by-hand.db'")
    asyncio.run(erase("first"))
    for beside in ("-wal", "-shm"):
        STORE.with_name(STORE.name + beside).unlink(missing_ok=True)
    Path("by-hand.db").replace(STORE)
    assert asyncio.run(readable()) == [WORDS["second"]]


@pytest.mark.usefixtures("asked")
def test_a_lost_database_comes_back(run: Run) -> None:
    assert run("backup", "saved.tar").code == 0
    for file in STORE.parent.glob("entraide.db*"):
        file.unlink()
    assert run("restore", "saved.tar").code == 0
    assert asyncio.run(readable()) == sorted(WORDS.values())


@pytest.mark.usefixtures("asked")
def test_a_folder_that_is_not_there_yet_is_made(run: Run) -> None:
    """And no file is written that is called like it."""
    done = run("backup", "backups/nightly/")
    assert done.code == 0, done.err
    (saved,) = Path("backups/nightly").glob("entraide-*.tar")
    assert str(saved) in done.out
    assert saved.parent.stat().st_mode & 0o077 == 0


@pytest.mark.usefixtures("asked")
def test_it_is_named_after_its_moment_so_that_a_second_one_of_the_day_leaves_it(
    run: Run,
) -> None:
    before = SystemClock().now().replace(microsecond=0)
    run("backup", "backups/")
    (saved,) = Path("backups").iterdir()
    moment = datetime.strptime(saved.name, "entraide-%Y-%m-%d-%H%M%S.tar").replace(tzinfo=UTC)
    assert before <= moment <= SystemClock().now()


@pytest.mark.usefixtures("asked")
def test_no_key_and_no_word_is_in_it(run: Run) -> None:
    (STORE.parent / "page.db").write_bytes(STORE.read_bytes())
    done = run("backup", ".")
    (saved,) = Path().glob("entraide-*.tar")
    assert saved.stat().st_mode & 0o077 == 0
    assert ".state/keys" in done.out
    with tarfile.open(saved) as archive:
        assert archive.getnames() == ["backup.json", "entraide.db", "page.db"]
        assert {(entry.mtime, entry.uname) for entry in archive.getmembers()} == {(0, "")}
    content = saved.read_bytes()
    keys = [path.read_bytes() for path in (STORE.parent / "keys").glob("*.key")]
    assert len(keys) == 4
    assert [each for each in (*keys, b"insulter", b"camille") if each in content] == []


@pytest.mark.usefixtures("asked")
def test_a_database_that_is_there_is_not_replaced_unasked(run: Run) -> None:
    run("backup", "saved.tar")
    done = run("restore", "saved.tar")
    assert done.code == 1
    assert "there is a database already" in done.err


@pytest.mark.usefixtures("asked")
def test_nothing_is_replaced_while_entraide_runs(run: Run) -> None:
    run("backup", "saved.tar")
    before = STORE.read_bytes()
    with at_work_with(read_settings().keys):
        done = run("restore", "saved.tar", "--force")
    assert done.code == 1
    assert "Entraide is running" in done.err
    assert STORE.read_bytes() == before


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("at", [520, 20_000])
def test_a_damaged_backup_replaces_nothing(run: Run, at: int) -> None:
    run("backup", "saved.tar")
    content = bytearray(Path("saved.tar").read_bytes())
    content[at] ^= 1
    Path("saved.tar").write_bytes(bytes(content))
    before = STORE.read_bytes()
    done = run("restore", "saved.tar", "--force")
    assert done.code == 1
    assert "cannot be restored" in done.err
    assert STORE.read_bytes() == before
    assert list(STORE.parent.glob(".restore-*")) == []


def test_what_is_no_backup_is_refused(run: Run, place: Path) -> None:
    (place / "notes.tar").write_text("notes")
    done = run("restore", "notes.tar")
    assert done.code == 1
    assert "it is no backup of Entraide" in done.err


@pytest.mark.usefixtures("asked")
def test_a_backup_of_a_newer_version_is_refused(run: Run) -> None:
    with closing(sqlite3.connect(STORE)) as database, database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    run("backup", "saved.tar")
    done = run("restore", "saved.tar", "--force")
    assert done.code == 1
    assert "made by a newer Entraide" in done.err


@pytest.mark.usefixtures("asked")
def test_a_backup_without_its_keys_is_refused(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("backup", "saved.tar")
    monkeypatch.setenv("ENTRAIDE_KEY_DIR", "others")
    done = run("restore", "saved.tar", "--force")
    assert done.code == 1
    assert "its keys are missing" in done.err


def test_a_server_is_not_copied_here(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTRAIDE_DATABASE_URL", "postgresql://localhost/entraide")
    done = run("backup", "saved.tar")
    assert done.code == 1
    assert "pg_dump" in done.err
