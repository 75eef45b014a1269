"""The vault: AES-256-GCM under keys that live in files, and pseudonyms that only equal themselves.

::

    pepper.key              pseudonyms that must outlive requests (mentors, blocks, limits …)
    standing.key            seals what outlives requests (mentors, spaces, cases …)
    words-2026-W47.key      wraps the keys of the words of requests made in that week
    identity-2026-W47.key   wraps the keys of the link to whoever made them, and keys the
                            pseudonyms by which they find their requests
    erased                  digests of erased requests, which no backup may bring back

A wrapped key names the file that opens it. Destroying a row's wrapped key destroys what
is sealed with it; destroying a week's file does the same to every backup.
"""

import hmac
import secrets
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Literal

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from adapters.store.erased import Erased
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


class BrokenSeal(Exception):
    """The sealed bytes were changed, or belong to another row, field or key."""


class FileVault:
    """Seals with keys that live in a folder of their own."""

    def __init__(self, folder: Path, *, clock: Clock) -> None:
        self._files, self._erased = KeyFiles(folder), Erased(folder)
        self._clock = clock
        self._known: dict[str, bytes] = {}

    def new_key(self, use: Use = "words") -> WrappedKey:
        """Return a fresh key, wrapped by the key of the present week for this use."""
        name = f"{use}-{_week(self._clock.now().date())}"
        wrapping, fresh = self._make(name), secrets.token_bytes(_KEY_BYTES)
        return WrappedKey(name.encode() + b":" + _encrypted(wrapping, fresh, name))

    def standing_key(self) -> WrappedKey:
        """Return the key for what outlives requests."""
        self._make(_STANDING)
        return WrappedKey(f"{_STANDING}:".encode())

    def seal(self, key: WrappedKey, content: bytes, binding: str) -> bytes:
        """Encrypt, padded so that sizes tell little; ``binding`` ties it to its place."""
        return _encrypted(self._unwrapped(key), _padded(content), binding)

    def open(self, key: WrappedKey, sealed: bytes, binding: str) -> bytes:
        """Decrypt; raises ``NotFound`` when the key is gone, ``BrokenSeal`` on any change."""
        return _unpadded(_decrypted(self._unwrapped(key), sealed, binding))

    def pseudonym(self, purpose: str, *parts: str) -> str:
        """Return a keyed digest that only equals itself, for one purpose."""
        return _digest(self._make(_PEPPER), purpose, parts)

    def passing_pseudonym(self, key: WrappedKey, purpose: str, *parts: str) -> str:
        """Return a digest that nobody can compute any more once the week of ``key`` is gone."""
        return _digest(_for_digests(self._wrapping(epoch_of(key))), purpose, parts)

    def passing_pseudonyms(self, use: Use, purpose: str, *parts: str) -> Sequence[str]:
        """Return the digests under every week that is still there, to look somebody up."""
        weeks = sorted(name for name in self._files.names() if name.startswith(f"{use}-"))
        keys = (self._known.get(name) or self._files.read(name) for name in weeks)
        return [_digest(_for_digests(key), purpose, parts) for key in keys if key]

    def note_erased(self, request: str) -> None:
        """Remember, outside of the database and its backups, that a request was erased."""
        self._erased.note(self.pseudonym("erased", request))

    def erased_of(self, requests: Collection[str]) -> Sequence[str]:
        """Return which of these were erased once."""
        known = self._erased.all()
        return [each for each in requests if known and self.pseudonym("erased", each) in known]

    def retire(self, in_use: Collection[str]) -> Sequence[str]:
        """Destroy the keys of past weeks that wrap nothing any more, and name them.

        This week and the one before stay: a request may be on its way into the database.
        """
        today = self._clock.now().date()
        recent = {f"{use}-{_week(day)}" for use in USES for day in (today, today - timedelta(7))}
        weekly = [name for name in self._files.names() if name.startswith(USES)]
        gone = [name for name in sorted(weekly) if name not in recent and name not in in_use]
        for name in gone:
            self._known.pop(name, None)
            self._files.destroy(name)
        return gone

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
