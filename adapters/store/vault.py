"""The vault: AES-256-GCM under keys that live in files, and pseudonyms that only equal themselves.

::

    pepper.key              pseudonyms that must outlive requests (mentors, blocks, limits …)
    standing.key            seals what outlives requests (mentors, spaces, cases …)
    words-2026-W47.key      wraps the keys of the words of requests made in that week
    identity-2026-W47.key   wraps the keys of the link to whoever made them, and keys the
                            pseudonyms by which they find their requests
    erased                  digests of what was erased, which no backup may bring back

A wrapped key names the file that opens it. Destroying a row's wrapped key destroys what
is sealed with it; destroying a week's file does the same to every backup.

A change of keys makes all of them anew (``standing.2.key`` …, see ``generations``); the
database tells which generation it is sealed with. A pepper never replaces the one before
but blinds its digests once more, so that nobody has to be known for it.
"""

import hmac
import secrets
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from adapters.store.erased import Erased, Noted
from adapters.store.generations import FIRST, base_of, generation_of, named
from adapters.store.key_census import Key, census
from adapters.store.key_files import KeyFiles
from bot.domain.errors import NotFound
from bot.ports.clock import Clock
from bot.ports.vault import WrappedKey

Use = Literal["words", "identity"]
USES: tuple[Use, ...] = ("words", "identity")

_KEY_BYTES = 32
_NONCE_BYTES = 12
_LENGTH_BYTES = 4
_STEP = 256  # sealed sizes grow in steps of this many bytes
_STANDING = "standing"
_PEPPER = "pepper"
_BLOCK = 16  # hexadecimal digits that are blinded by themselves


class BrokenSeal(Exception):
    """The sealed bytes were changed, or belong to another row, field or key."""


class FileVault:
    """Seals with one generation of the keys that live in a folder of their own."""

    def __init__(self, folder: Path, *, clock: Clock, generation: int = FIRST) -> None:
        self._folder, self._files, self._erased = folder, KeyFiles(folder), Erased(folder)
        self._clock = clock
        self._known: dict[str, bytes] = {}
        self._generation = generation

    @property
    def generation(self) -> int:
        """The generation of keys that seals now."""
        return self._generation

    @property
    def newest(self) -> int:
        """The last generation that was begun."""
        standing = (name for name in self._files.names() if base_of(name) == _STANDING)
        return max((generation_of(name) for name in standing), default=FIRST)

    def use(self, generation: int) -> None:
        """Seal with another generation from now on."""
        self._generation = generation

    def at(self, generation: int) -> "FileVault":
        """Return the same folder with another generation."""
        return FileVault(self._folder, clock=self._clock, generation=generation)

    def make(self) -> None:
        """Make the keys of this generation that outlive requests, unless they are there."""
        for base in (_STANDING, _PEPPER):
            self._make(named(base, self._generation))

    def missing(self) -> str | None:
        """Name a key that this generation, or the list of erasures, needs and that is not there."""
        last = max(self._generation, *(generation for generation, _ in self._erased.all()), FIRST)
        peppers = (named(_PEPPER, each) for each in range(FIRST, last + 1))
        there, needed = set(self._files.names()), (named(_STANDING, self._generation), *peppers)
        return next((base_of(name) for name in needed if name not in there), None)

    def new_key(self, use: Use = "words") -> WrappedKey:
        """Return a fresh key, wrapped by the key of the present week for this use."""
        name = named(f"{use}-{_week(self._clock.now().date())}", self._generation)
        return self._wrapped(name, secrets.token_bytes(_KEY_BYTES))

    def rewrapped(self, key: WrappedKey, generation: int) -> WrappedKey:
        """Return a key, wrapped by another generation's key of its week."""
        name = named(base_of(epoch_of(key)), generation)
        return self._wrapped(name, self._unwrapped(key))

    def standing_key(self) -> WrappedKey:
        """Return the key for what outlives requests."""
        name = named(_STANDING, self._generation)
        self._make(name)
        return WrappedKey(f"{name}:".encode())

    def seal(self, key: WrappedKey, content: bytes, binding: str) -> bytes:
        """Encrypt, padded so that sizes tell little; ``binding`` ties it to its place."""
        return _encrypted(self._unwrapped(key), _padded(content), binding)

    def open(self, key: WrappedKey, sealed: bytes, binding: str) -> bytes:
        """Decrypt; raises ``NotFound`` when the key is gone, ``BrokenSeal`` on any change."""
        return _unpadded(_decrypted(self._unwrapped(key), sealed, binding))

    def pseudonym(self, purpose: str, *parts: str) -> str:
        """Return a keyed digest that only equals itself, for one purpose."""
        return self.blinded(_digest(self._make(_PEPPER), purpose, parts), since=FIRST)

    def blinded(self, digest: str, *, since: int) -> str:
        """Return what a pseudonym of an older generation is in this one."""
        for generation in range(since + 1, self._generation + 1):
            digest = _blinded(self._wrapping(named(_PEPPER, generation)), digest)
        return digest

    def passing_pseudonym(self, key: WrappedKey, purpose: str, *parts: str) -> str:
        """Return a digest that nobody can compute any more once the week of ``key`` is gone."""
        return _digest(_for_digests(self._wrapping(epoch_of(key))), purpose, parts)

    def passing_pseudonyms(self, use: Use, purpose: str, *parts: str) -> Sequence[str]:
        """Return the digests under every week that is still there, to look somebody up."""
        weeks = sorted(name for name in self._files.names() if name.startswith(f"{use}-"))
        keys = (self._known.get(name) or self._files.read(name) for name in weeks)
        return [_digest(_for_digests(key), purpose, parts) for key in keys if key]

    def note_erased(self, gone: str) -> None:
        """Remember, outside of the database and its backups, that a request, say, was erased."""
        self._erased.note(*self.noted(gone))

    def erased_of(self, ids: Collection[str]) -> Sequence[str]:
        """Return which of these were erased once, under whichever keys."""
        known = self._erased.all()
        vaults = [self.at(generation) for generation in {generation for generation, _ in known}]
        return [each for each in ids if any(vault.noted(each) in known for vault in vaults)]

    def noted(self, gone: str) -> Noted:
        """Return how an erasure is remembered."""
        return self._generation, self.pseudonym("erased", gone)

    def blind_erased(self) -> None:
        """Note what was erased under this generation's keys alone."""
        if known := self._erased.all():
            self._erased.replace(
                (self._generation, self.blinded(digest, since=generation))
                for generation, digest in known
            )

    def retire(self, in_use: Collection[str]) -> Sequence[str]:
        """Destroy the keys of past weeks that wrap nothing any more, and name them.

        This week and the one before stay: a request may be on its way into the database.
        All generations of a week go together: older ones open the backups of their time.
        """
        today = self._clock.now().date()
        recent = {f"{use}-{_week(day)}" for use in USES for day in (today, today - timedelta(7))}
        needed = recent | {base_of(name) for name in in_use}
        weekly = [name for name in self._files.names() if name.startswith(USES)]
        gone = [name for name in sorted(weekly) if base_of(name) not in needed]
        for name in gone:
            self._known.pop(name, None)
            self._files.destroy(name)
        return gone

    def standing_since(self) -> datetime | None:
        """Return when the newest standing key was made; makes none."""
        name = named(_STANDING, self.newest)
        return self._files.made_at(name) if name in self._files.names() else None

    def lacks(self, key: WrappedKey) -> bool:
        """Say whether the file that opens a key is gone."""
        return self._files.read(epoch_of(key)) is None

    def census(self, in_use: Mapping[str, int]) -> Sequence[Key]:
        """Return what keys there are; ``in_use`` counts what those of a week wrap."""
        return census(self._files, self._generation, in_use)

    def _make(self, name: str) -> bytes:
        if name not in self._known:
            self._known[name] = self._files.read_or_make(name)
        return self._known[name]

    def _wrapping(self, name: str) -> bytes:
        key = self._known.get(name) or self._files.read(name)
        if key is None:
            raise NotFound
        self._known[name] = key
        return key

    def _wrapped(self, name: str, key: bytes) -> WrappedKey:
        return WrappedKey(name.encode() + b":" + _encrypted(self._make(name), key, name))

    def _unwrapped(self, key: WrappedKey) -> bytes:
        name = epoch_of(key)
        wrapping, wrapped = self._wrapping(name), key[len(name) + 1 :]
        return _decrypted(wrapping, wrapped, name) if wrapped else wrapping


def epoch_of(key: WrappedKey) -> str:
    """Return the name of the file that opens a wrapped key."""
    return key.partition(b":")[0].decode()


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"


def _for_digests(key: bytes) -> bytes:
    """A key that wraps keys is never used for anything else: digests get one of their own."""
    return hmac.digest(key, b"entraide pseudonyms", "sha256")


def _digest(key: bytes, purpose: str, parts: Sequence[str]) -> str:
    """Digest with lengths, so that ("ab", "c") and ("a", "bc") differ."""
    message = b"".join(
        len(data).to_bytes(_LENGTH_BYTES, "big") + data
        for data in (part.encode() for part in (purpose, *parts))
    )
    return hmac.digest(key, message, "sha256").hex()


def _blinded(key: bytes, digest: str) -> str:
    """Blind each block by itself: digests may be stored shortened, or joined, at blocks."""
    blocks = (digest[start : start + _BLOCK] for start in range(0, len(digest), _BLOCK))
    return "".join(hmac.digest(key, each.encode(), "sha256").hex()[:_BLOCK] for each in blocks)


def _encrypted(key: bytes, content: bytes, binding: str) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + AESGCM(key).encrypt(nonce, content, binding.encode())


def _decrypted(key: bytes, sealed: bytes, binding: str) -> bytes:
    nonce, content = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
    try:
        return AESGCM(key).decrypt(nonce, content, binding.encode())
    except (InvalidTag, ValueError) as error:
        raise BrokenSeal(binding.partition(":")[0]) from error


def _padded(content: bytes) -> bytes:
    framed = len(content).to_bytes(_LENGTH_BYTES, "big") + content
    return framed + bytes(-len(framed) % _STEP)


def _unpadded(framed: bytes) -> bytes:
    length = int.from_bytes(framed[:_LENGTH_BYTES], "big")
    return framed[_LENGTH_BYTES : _LENGTH_BYTES + length]
