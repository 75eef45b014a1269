"""Tells whether somebody works with a key folder: some things must be done while nobody does."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from adapters.store.private import make_folder


class Occupied(Exception):
    """Another process works with these keys."""


@contextmanager
def at_work_with(keys: Path) -> Iterator[None]:
    """Work with the keys, as any number of processes may; raises ``Occupied``."""
    with _locked(keys, fcntl.LOCK_SH):
        yield


@contextmanager
def alone_with(keys: Path) -> Iterator[None]:
    """Be the only one who works with the keys; raises ``Occupied`` when somebody does."""
    with _locked(keys, fcntl.LOCK_EX):
        yield


@contextmanager
def _locked(keys: Path, how: int) -> Iterator[None]:
    """Lock the folder itself: the lock goes with the process, however that ends."""
    make_folder(keys)
    descriptor = os.open(keys, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, how | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Occupied from error
        yield
    finally:
        os.close(descriptor)
