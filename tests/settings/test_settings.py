"""Settings from the environment, a file and a folder of secrets, and what is said of bad ones."""

import os
import stat
from pathlib import Path
from textwrap import dedent

import pytest
from pydantic import SecretStr, ValidationError

from bot.settings import InvalidSettings, Settings, read_settings

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def empty_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Move to a folder without `.env`, with nothing of ours in the environment."""
    for name in list(os.environ):
        if name.startswith("ENTRAIDE_"):
            monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_defaults_keep_everything_in_one_folder() -> None:
    settings = read_settings()
    assert settings.database == "sqlite+aiosqlite:///.state/entraide.db"
    assert settings.keys == Path(".state/keys")
    assert settings.http_host == "127.0.0.1"


def test_environment_wins_over_the_file(empty_place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (empty_place / ".env").write_text("ENTRAIDE_HOST_NAME=fichier\nENTRAIDE_HTTP_PORT=9000\n")
    monkeypatch.setenv("ENTRAIDE_HOST_NAME", "environnement")
    settings = read_settings()
    assert (settings.host_name, settings.http_port) == ("environnement", 9000)


def test_secret_comes_from_a_file_and_is_never_shown(
    empty_place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    secrets = empty_place / "secrets"
    secrets.mkdir(mode=stat.S_IRWXU)
    (secrets / "entraide_discord_token").write_text("sesame")
    monkeypatch.setenv("ENTRAIDE_SECRETS_DIR", str(secrets))
    settings = read_settings()
    assert settings.discord_token == SecretStr("sesame")
    assert "sesame" not in repr(settings)


def test_missing_folder_of_secrets_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTRAIDE_SECRETS_DIR", "nowhere")
    with pytest.raises(InvalidSettings, match="ENTRAIDE_SECRETS_DIR: there is no such folder"):
        read_settings()


@pytest.mark.parametrize(
    ("written", "used"),
    [
        ("", "sqlite+aiosqlite:///.state/entraide.db"),
        ("sqlite:///a.db", "sqlite+aiosqlite:///a.db"),
        ("postgres://u:p@h/n", "postgresql+asyncpg://u:p@h/n"),
        ("postgresql+asyncpg://h/n", "postgresql+asyncpg://h/n"),
        ("postgres://h/n?sslmode=require", "postgresql+asyncpg://h/n?ssl=require"),
        ("postgres://h/n?a=b&sslmode=disable", "postgresql+asyncpg://h/n?a=b&ssl=disable"),
    ],
)
def test_database_is_written_as_hosts_write_it(
    written: str, used: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENTRAIDE_DATABASE_URL", written)
    assert read_settings().database == used


def test_password_of_the_database_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTRAIDE_DATABASE_URL", "postgresql://entraide:sesame@localhost/x")
    assert "sesame" not in repr(read_settings())


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("HTTP_PORT", "secretvalue", "valid integer"),
        ("HTTP_PORT", "70000", "less than or equal to 65535"),
        ("LOG_LEVEL", "secretvalue", "write one of DEBUG, INFO, WARNING, ERROR"),
        ("DATABASE_URL", "secretvalue", "write sqlite:///path or postgresql://"),
        ("HEALTH_PORT", "-1", "greater than or equal to 0"),
        ("LANGUAGE", "secretvalue", "'fr' or 'en'"),
    ],
)
def test_bad_setting_is_named_and_its_value_is_not(
    name: str, value: str, advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"ENTRAIDE_{name}", value)
    with pytest.raises(InvalidSettings) as told:
        read_settings()
    assert f"ENTRAIDE_{name}: " in str(told.value)
    assert advice in str(told.value)
    assert "secretvalue" not in str(told.value)


def test_every_bad_setting_is_told_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTRAIDE_HTTP_PORT", "x")
    monkeypatch.setenv("ENTRAIDE_LOG_LEVEL", "x")
    with pytest.raises(InvalidSettings) as told:
        read_settings()
    assert len(str(told.value).splitlines()) == 2


def test_settings_do_not_change_once_read() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        setattr(read_settings(), "http_port", 1)  # noqa: B010


def test_example_explains_every_setting() -> None:
    head = """\
        # Every setting of Entraide. Copy to .env and change what you need; the rest can stay.
        # A secret may also be a file named as its setting, in lower case, in the folder
        # that ENTRAIDE_SECRETS_DIR names (entraide_discord_token, …).
        """
    blocks = [
        f"# {field.description}\n#ENTRAIDE_{name.upper()}={written(field.default)}"
        for name, field in Settings.model_fields.items()
    ]
    expected = "\n\n".join([dedent(head).rstrip(), *blocks]) + "\n"
    assert (ROOT / ".env.example").read_text("utf-8") == expected


def written(default: object) -> str:
    if isinstance(default, bool):
        return str(default).lower()
    return "" if default is None else str(default)


def test_example_changes_nothing_when_copied(empty_place: Path) -> None:
    example = (ROOT / ".env.example").read_text("utf-8")
    uncommented = example.replace("#ENTRAIDE_", "ENTRAIDE_")
    before = read_settings()
    (empty_place / ".env").write_text(uncommented, "utf-8")
    assert read_settings() == before
