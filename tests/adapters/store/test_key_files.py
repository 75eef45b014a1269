"""The key folder: private, whole or absent, the same for all processes."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from adapters.store.key_files import KEY_BYTES, KeyFiles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "some" / "keys"


@pytest.fixture
def files(folder: Path) -> KeyFiles:
    return KeyFiles(folder)


def test_only_the_owner_can_read(files: KeyFiles, folder: Path) -> None:
    files.read_or_make("standing")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "standing.key").stat().st_mode) == 0o600


def test_a_key_is_random_and_stays(files: KeyFiles, folder: Path) -> None:
    first, second = files.read_or_make("one"), files.read_or_make("two")
    assert len(first) == len(second) == KEY_BYTES
    assert first != second
    assert KeyFiles(folder).read_or_make("one") == first
    assert sorted(files.names()) == ["one", "two"]


def test_a_key_that_is_not_there_is_none(files: KeyFiles) -> None:
    assert files.read("one") is None


def test_processes_that_make_a_key_at_once_get_the_same(folder: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        keys = list(pool.map(lambda _: KeyFiles(folder).read_or_make("one"), range(64)))
    assert set(keys) == {(folder / "one.key").read_bytes()}
    assert [path.name for path in folder.iterdir()] == ["one.key"]


def test_a_destroyed_key_is_overwritten_and_gone(files: KeyFiles, folder: Path) -> None:
    key = files.read_or_make("one")
    (folder / "linked").hardlink_to(folder / "one.key")
    files.destroy("one")
    files.destroy("one")
    assert files.read("one") is None
    assert list(files.names()) == []
    assert (folder / "linked").read_bytes() != key
