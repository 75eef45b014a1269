"""Who may import whom, and the proof that the contracts can fail."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

# (file, line to add, contract that must break)
VIOLATIONS = [
    ("bot/domain/people.py", "import bot.ui.screen", "layered"),
    ("bot/domain/people.py", "import structlog", "domain knows nothing"),
    ("bot/services/requests/claim.py", "import bot.helpdesk", "layered"),
    ("bot/services/requests/claim.py", "import bot.services.relay.send", "use case never calls"),
    ("bot/services/requests/claim.py", "import sqlalchemy", "core knows no"),
    ("bot/ui/screen.py", "import discord", "core knows no"),
    ("bot/reactions/talking.py", "import adapters.store", "core knows no"),
    ("bot/views/draw.py", "import bot.settings", "core knows no"),
    ("adapters/web/outbound.py", "import adapters.store", "Adapters never import"),
    ("adapters/web/inbound.py", "import bot.desk.asking", "enter by the door"),
    ("adapters/web/inbound.py", "import knowledge.search", "Only its adapters"),
    ("adapters/store/unit_of_work.py", "import bot.bootstrap", "enter by the door"),
    ("knowledge/search.py", "import bot.domain.people", "library of its own"),
]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_contracts_hold() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("file", "line", "contract"), VIOLATIONS, ids=[f"{f}: {x}" for f, x, _ in VIOLATIONS]
)
def test_deliberate_violation_is_caught(
    file: str, line: str, contract: str, tmp_path: Path
) -> None:
    for package in ("bot", "adapters", "knowledge"):
        shutil.copytree(
            ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("*.md", "__pycache__")
        )
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    with (tmp_path / file).open("a", encoding="utf-8") as target:
        target.write(f"\n{line}\n")
    done = lint(tmp_path)
    broken = [row for row in done.stdout.splitlines() if row.rstrip().endswith("BROKEN")]
    assert done.returncode == 1
    assert any(contract in row for row in broken), done.stdout
