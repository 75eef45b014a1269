"""Settings from the environment, a `.env` file or a folder of secrets; the only reader of them."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.domain.people import Language

PREFIX = "ENTRAIDE_"
_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
# What hosts and habits write, as the driver that we use.
_DRIVERS = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}
_LIBPQ_SSL, _ASYNCPG_SSL = re.compile(r"([?&])sslmode="), r"\1ssl="


class InvalidSettings(ValueError):
    """What is set cannot be used; one line a setting, never with its value."""


class Settings(BaseSettings):
    """Everything that an operator can choose; frozen once read."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_ignore_empty=True,  # a line of .env.example without its mark changes nothing
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    host_name: str = Field("", description="Who hosts: people read it before they write.")
    operator_is_admin: bool = Field(
        True, description="Whether whoever hosts also administers the server or workspace."
    )
    language: Language = Field("fr", description="Language of the public channels: fr or en.")

    state_dir: Path = Field(Path(".state"), description="Folder of everything that is kept.")
    database_url: str = Field(
        "",
        repr=False,  # it may hold a password
        description="sqlite:///… or postgresql://…; empty: SQLite in the state folder.",
    )
    key_dir: Path | None = Field(
        None,
        description="Folder of the keys: put it outside every backup. Empty: in the state folder.",
    )
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR.")

    model: str = Field(
        "intfloat/multilingual-e5-small",
        description="Sentence model: a hub name, a folder, `packaged`, or `none`.",
    )

    http_host: str = Field(
        "127.0.0.1",
        description="Address of the page, which has no accounts, and of Slack's HTTP mode.",
    )
    http_port: int = Field(8765, ge=1, le=65535, description="Port of the page.")

    health_port: int = Field(
        0, ge=0, le=65535, description="Port of /healthz and /readyz for `entraide run`; 0: none."
    )
    health_host: str = Field("127.0.0.1", description="Address of that port.")
    metrics: bool = Field(
        False, description="Whether /metrics is on that port: totals, in fives, without names."
    )

    discord_token: SecretStr | None = Field(
        None, description="Token of the Discord bot; docs/discord.md says how to get one."
    )
    discord_api_base: str = Field(
        "https://discord.com/api/v10",
        description="Discord's REST address; another one is for tests.",
    )
    discord_gateway: str = Field(
        "wss://gateway.discord.gg/", description="Discord's gateway; another one is for tests."
    )

    slack_bot_token: SecretStr | None = Field(
        None, description="Bot token (xoxb-…); docs/slack.md says how to get one."
    )
    slack_app_token: SecretStr | None = Field(
        None, description="App token (xapp-…), for Socket Mode: one workspace, no public address."
    )
    slack_signing_secret: SecretStr | None = Field(
        None, description="Signing secret, for HTTP mode."
    )
    slack_client_id: str = Field(
        "", description="OAuth client, to install in many workspaces (HTTP mode)."
    )
    slack_client_secret: SecretStr | None = Field(None, description="OAuth client secret.")
    public_url: str = Field(
        "", description="Public address (https://…) of this process, for Slack over HTTP."
    )
    slack_api_base: str = Field(
        "https://slack.com/api/", description="Slack's Web API; another one is for tests."
    )

    @field_validator("log_level")
    @classmethod
    def _known_level(cls, value: str) -> str:
        level = value.upper()
        if level not in _LEVELS:
            raise ValueError(f"write one of {', '.join(_LEVELS)}")
        return level

    @field_validator("database_url")
    @classmethod
    def _known_driver(cls, value: str) -> str:
        scheme, mark, rest = value.partition("://")
        if value and not (mark and scheme in _DRIVERS):
            raise ValueError("write sqlite:///path or postgresql://user:password@host/name")
        return f"{_DRIVERS[scheme]}://{_LIBPQ_SSL.sub(_ASYNCPG_SSL, rest)}" if value else value

    @property
    def database(self) -> str:
        """Address of the database."""
        return self.database_url or f"sqlite+aiosqlite:///{self.state_dir / 'entraide.db'}"

    @property
    def database_file(self) -> Path | None:
        """File of an SQLite database; None for a server."""
        scheme, _, path = self.database.partition(":///")
        return Path(path) if scheme == _DRIVERS["sqlite"] else None

    @property
    def wanted_model(self) -> str:
        """Name of the sentence model, or nothing when none is wanted."""
        return "" if self.model == "none" else self.model

    @property
    def keys(self) -> Path:
        """Folder of the keys."""
        return self.key_dir or self.state_dir / "keys"


def read_settings() -> Settings:
    """Read the settings; raise ``InvalidSettings`` when one of them cannot be used.

    Secrets may also be files, named as their settings, in the folder ENTRAIDE_SECRETS_DIR.
    """
    secrets = os.environ.get(f"{PREFIX}SECRETS_DIR")
    if secrets and not Path(secrets).is_dir():
        raise InvalidSettings(f"{PREFIX}SECRETS_DIR: there is no such folder")
    try:
        return Settings(_secrets_dir=secrets) if secrets else Settings()
    except ValidationError as invalid:
        raise InvalidSettings("\n".join(_complaints(invalid))) from None


def _complaints(invalid: ValidationError) -> Iterator[str]:
    for error in invalid.errors(include_url=False, include_input=False):
        name = "_".join(map(str, error["loc"]))
        yield f"{PREFIX}{name}: {error['msg']}".replace(name, name.upper(), 1)
