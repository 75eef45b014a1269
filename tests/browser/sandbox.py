"""A sandbox that a test can start, kill and start again on the same address."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]


class Sandbox:
    """The server process; its socket listens before it starts, so nobody has to wait."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._port = 0
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    def start(self) -> None:
        """Start on a port that the machine chose, the same one again after a kill."""
        with socket.socket() as listening, (self._folder / "log").open("ab") as log:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(("127.0.0.1", self._port))
            listening.listen(64)
            self._port = listening.getsockname()[1]
            number = listening.fileno()
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.browser.server", str(number), str(self._folder)],
                cwd=ROOT,
                env={**os.environ, "HF_HUB_OFFLINE": "1"},
                pass_fds=[number],
                stderr=log,
            )

    def kill(self) -> None:
        """End it as a power cut would."""
        self._end(signal.SIGKILL)

    def stop(self) -> None:
        """Ask it to end."""
        self._end(signal.SIGTERM)

    def _end(self, how: signal.Signals) -> None:
        if self._process is None:
            return
        with contextlib.suppress(ProcessLookupError):
            self._process.send_signal(how)
        self._process.wait()
        self._process = None


@contextmanager
def sandbox(folder: Path) -> Iterator[Sandbox]:
    """A running sandbox with its own files, which stops at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    running = Sandbox(folder)
    running.start()
    try:
        yield running
    finally:
        running.stop()
