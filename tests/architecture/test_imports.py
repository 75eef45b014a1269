"""Who may import whom, and the proof that each contract can fail."""

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.architecture.sources import PACKAGES, ROOT

# (file, import to add, contract that must break)
VIOLATIONS = [
    ("bot/domain/people.py", "bot.ui.screen", "layers"),
    ("bot/services/requests/claim.py", "bot.helpdesk", "layers"),
    ("bot/ui/screen.py", "bot.ports.store", "layers"),
    ("bot/simulation/engine.py", "bot.ui.screen", "layers"),
    ("bot/domain/people.py", "structlog", "domain"),
    ("bot/services/requests/claim.py", "bot.services.relay.send", "use-cases"),
    ("bot/services/requests/claim.py", "bot.services.requests.release", "use-cases"),
    ("bot/services/requests/claim.py", "bot.wording", "use-cases-wordless"),
    ("bot/reactions/talking.py", "bot.ui.screen", "use-cases-wordless"),
    ("bot/views/draw.py", "bot.services.requests.claim", "use-cases-door"),
    ("bot/services/requests/claim.py", "sqlalchemy", "core"),
    ("bot/ui/screen.py", "discord", "core"),
    ("bot/reactions/talking.py", "adapters.store", "core"),
    ("bot/views/draw.py", "bot.settings", "core"),
    ("adapters/web/outbound.py", "adapters.store.vault", "adapters-apart"),
    ("adapters/slack/outbound.py", "adapters.discord.render", "adapters-apart"),
    ("adapters/kit/tokens.py", "adapters.discord.render", "adapters-apart"),
    ("adapters/web/inbound.py", "bot.desk.asking", "adapters-door"),
    ("adapters/web/inbound.py", "bot.services.requests.claim", "adapters-door"),
    ("adapters/store/unit_of_work.py", "bot.bootstrap", "adapters-door"),
    ("bot/demo.py", "adapters.clock", "adapters-wired"),
    ("bot/demo.py", "bot.settings", "settings"),
    ("knowledge/search.py", "bot.domain.people", "memory"),
    ("adapters/web/inbound.py", "knowledge.search", "memory-door"),
]
STRANGER = "bot/strange.py"  # a module that no layer names

Contracts = Mapping[str, str]


@pytest.fixture(scope="module")
def contracts() -> Contracts:
    """Return the names of the contracts by their ids."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return {each["id"]: each["name"] for each in settings["tool"]["importlinter"]["contracts"]}


@pytest.fixture(scope="module")
def broken(contracts: Contracts, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Commit every violation at once in a copy; return what is said of each broken contract."""
    copy = tmp_path_factory.mktemp("violations")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, copy / package, ignore=but_python)
    shutil.copy(ROOT / "pyproject.toml", copy)
    for file, module, _ in VIOLATIONS:
        with (copy / file).open("a", encoding="utf-8") as target:
            target.write(f"\nimport {module}\n")
    (copy / STRANGER).touch()
    done = lint(copy)
    assert done.returncode == 1, done.stdout
    heading = re.compile(f"^({'|'.join(map(re.escape, contracts.values()))})\n-+$", re.MULTILINE)
    parts = heading.split(done.stdout.partition("Broken contracts")[2])
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def but_python(_folder: str, names: list[str]) -> set[str]:
    return {name for name in names if "." in name and not name.endswith(".py")}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def test_contracts_hold() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(("file", "module", "contract"), VIOLATIONS)
def test_deliberate_violation_is_caught(
    file: str, module: str, contract: str, contracts: Contracts, broken: Mapping[str, str]
) -> None:
    importer = file.removesuffix(".py").replace("/", ".")
    said = broken.get(contracts[contract], "nothing")
    assert re.search(rf"{re.escape(importer)} -> {re.escape(module)}\b", said), said


def test_module_in_no_layer_is_caught(contracts: Contracts, broken: Mapping[str, str]) -> None:
    assert STRANGER.removesuffix(".py").replace("/", ".") in broken[contracts["layers"]]


def test_every_contract_is_shown_to_fail(contracts: Contracts) -> None:
    assert {contract for _, _, contract in VIOLATIONS} == set(contracts)
