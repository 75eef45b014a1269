"""The vault: opens only what belongs together, and nothing once a key is gone."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.store.vault import BrokenSeal, FileVault, epoch_of
from bot.domain.errors import NotFound
from bot.ports.vault import WrappedKey
from tests.fakes.clock import FakeClock

WEEK = 7  # days


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()  # Monday of 2026-W10


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "keys"


@pytest.fixture
def vault(folder: Path, clock: FakeClock) -> FileVault:
    return FileVault(folder, clock=clock)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


# --- sealing -------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b"texte", bytes(252), bytes(253), bytes(10_000)])
def test_what_is_sealed_can_be_opened(vault: FileVault, content: bytes) -> None:
    for key in (vault.new_key(), vault.new_key("identity"), vault.standing_key()):
        assert vault.open(key, vault.seal(key, content, "row"), "row") == content


def test_another_process_opens_it_too(folder: Path, clock: FakeClock, vault: FileVault) -> None:
    key = vault.new_key()
    sealed = vault.seal(key, b"texte", "row")
    assert FileVault(folder, clock=clock).open(key, sealed, "row") == b"texte"


def test_sizes_tell_little(vault: FileVault) -> None:
    key = vault.new_key()
    sizes = {length: len(vault.seal(key, bytes(length), "row")) for length in (0, 9, 252, 253)}
    overhead = 12 + 16
    assert sizes == {0: 256 + overhead, 9: 256 + overhead, 252: 256 + overhead, 253: 512 + overhead}


def test_the_same_words_never_look_the_same(vault: FileVault) -> None:
    key = vault.new_key()
    assert vault.seal(key, b"texte", "row") != vault.seal(key, b"texte", "row")


def test_a_seal_is_bound_to_its_place_and_key(vault: FileVault) -> None:
    key, other = vault.new_key(), vault.new_key()
    sealed = vault.seal(key, b"texte", "requests:1:words")
    for wrong_key, wrong_place in ((key, "requests:2:words"), (other, "requests:1:words")):
        with pytest.raises(BrokenSeal):
            vault.open(wrong_key, sealed, wrong_place)


@given(position=st.integers(0, 283), bit=st.integers(0, 7))
def test_any_changed_bit_breaks_the_seal(
    tmp_path_factory: pytest.TempPathFactory, position: int, bit: int
) -> None:
    vault = FileVault(tmp_path_factory.getbasetemp() / "bits", clock=FakeClock())
    key = vault.standing_key()
    sealed = bytearray(vault.seal(key, b"texte", "row"))
    sealed[position] ^= 1 << bit
    with pytest.raises(BrokenSeal):
        vault.open(key, bytes(sealed), "row")


def test_a_cut_seal_is_broken(vault: FileVault) -> None:
    key = vault.new_key()
    for length in (0, 5, 12, 100):
        with pytest.raises(BrokenSeal):
            vault.open(key, vault.seal(key, b"texte", "row")[:length], "row")


def test_a_wrapped_key_opens_for_its_own_week_only(vault: FileVault, clock: FakeClock) -> None:
    first = vault.new_key()
    clock.advance(days=WEEK)
    second = vault.new_key()
    forged = WrappedKey(epoch_of(second).encode() + first[len(epoch_of(first)) :])
    with pytest.raises(BrokenSeal):
        vault.seal(forged, b"texte", "row")


# --- weeks ---------------------------------------------------------------------------


def test_keys_are_named_for_their_use_and_week(vault: FileVault, clock: FakeClock) -> None:
    assert epoch_of(vault.new_key()) == "words-2026-W10"
    clock.advance(days=WEEK)
    assert epoch_of(vault.new_key("identity")) == "identity-2026-W11"
    assert epoch_of(vault.standing_key()) == "standing"


def test_years_are_those_of_the_weeks(folder: Path, clock: FakeClock) -> None:
    clock.advance(days=(43 * WEEK) + 6)  # Sunday, 3 January 2027, still in 2026's last week
    assert clock.now().date().isoformat() == "2027-01-03"
    assert epoch_of(FileVault(folder, clock=clock).new_key()) == "words-2026-W53"


def test_weeks_that_seal_nothing_are_destroyed_two_weeks_later(
    vault: FileVault, clock: FakeClock, folder: Path
) -> None:
    gone, kept = vault.new_key("identity"), vault.new_key("words")
    sealed = vault.seal(gone, b"lea", "row")
    clock.advance(days=WEEK)
    assert vault.retire({"words-2026-W10"}) == []
    clock.advance(days=WEEK)
    assert vault.retire({"words-2026-W10"}) == ["identity-2026-W10"]
    with pytest.raises(NotFound):
        vault.open(gone, sealed, "row")
    assert vault.open(kept, vault.seal(kept, b"texte", "row"), "row") == b"texte"
    assert files(folder) == ["words-2026-W10.key"]


def test_what_lives_long_is_never_retired(vault: FileVault, clock: FakeClock, folder: Path) -> None:
    vault.standing_key()
    vault.pseudonym("block", "lea")
    clock.advance(days=400)
    assert vault.retire(()) == []
    assert files(folder) == ["pepper.key", "standing.key"]


def test_a_key_that_another_process_destroyed_is_gone_at_the_next_start(
    vault: FileVault, clock: FakeClock, folder: Path
) -> None:
    key = vault.new_key()
    clock.advance(days=2 * WEEK)
    FileVault(folder, clock=clock).retire(())
    with pytest.raises(NotFound):
        FileVault(folder, clock=clock).seal(key, b"texte", "row")


# --- pseudonyms ----------------------------------------------------------------------


def test_a_pseudonym_equals_itself_only(vault: FileVault, folder: Path, clock: FakeClock) -> None:
    parts = [
        ("block", "here", "lea"),
        ("limit", "here", "lea"),
        ("block", "here", "max"),
        ("block", "herel", "ea"),
        ("block", "here", "le", "a"),
        ("block", "here", "lea", ""),
    ]
    digests = [vault.pseudonym(*each) for each in parts]
    assert len(set(digests)) == len(parts)
    assert [FileVault(folder, clock=clock).pseudonym(*each) for each in parts] == digests


def test_another_installation_has_other_pseudonyms(
    vault: FileVault, tmp_path: Path, clock: FakeClock
) -> None:
    other = FileVault(tmp_path / "others", clock=clock)
    assert other.pseudonym("block", "lea") != vault.pseudonym("block", "lea")


def test_a_passing_pseudonym_is_found_while_its_week_is_there(
    vault: FileVault, clock: FakeClock
) -> None:
    first = vault.passing_pseudonym(vault.new_key("identity"), "requester", "lea")
    clock.advance(days=2 * WEEK)
    second = vault.passing_pseudonym(vault.new_key("identity"), "requester", "lea")
    vault.new_key("words")
    assert list(vault.passing_pseudonyms("identity", "requester", "lea")) == [first, second]
    assert first not in vault.passing_pseudonyms("identity", "requester", "max")
    vault.retire(())
    assert list(vault.passing_pseudonyms("identity", "requester", "lea")) == [second]
