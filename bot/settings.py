"""Settings from the environment, a `.env` file or a folder of secrets; the only reader of them."""

import os
from datetime import timedelta
from pathlib import Path

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.domain.people import Language

PREFIX = "ENTRAIDE_"


class Settings(BaseSettings):
    """Everything that an operator can choose; frozen once read."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX, env_file=".env", extra="ignore", frozen=True, hide_input_in_errors=True
    )

    host_name: str = Field("", description="Who hosts: people read it before they write.")
    operator_is_admin: bool = Field(
        True, description="Whether whoever hosts also administers the server or workspace."
    )
    language: Language = Field("fr", description="Language of the public channels: fr or en.")

    state_dir: Path = Field(Path(".state"), description="Folder of everything that is kept.")
    database_url: str = Field(
        "", description="SQLAlchemy address; empty: SQLite in the state folder."
    )
    key_dir: Path | None = Field(
        None, description="Folder of the keys, outside every backup; empty: in the state folder."
    )
    log_level: str = Field("INFO", description="DEBUG, INFO, WARNING or ERROR.")

    model: str = Field(
        "intfloat/multilingual-e5-small",
        description="Sentence model: a hub name, a folder, `packaged`, or `none`.",
    )

    http_host: str = Field("127.0.0.1", description="Address that the web page listens on.")
    http_port: int = Field(8765, description="Port that the web page listens on.")

    discord_token: SecretStr | None = Field(None, description="Token of the Discord bot.")
    discord_api_base: str = Field(
        "https://discord.com/api/v10", description="Discord's REST address."
    )
    discord_gateway: str = Field(
        "wss://gateway.discord.gg/", description="Discord's gateway address."
    )

    slack_bot_token: SecretStr | None = Field(None, description="Bot token (xoxb-…).")
    slack_app_token: SecretStr | None = Field(None, description="App token for Socket Mode.")
    slack_signing_secret: SecretStr | None = Field(None, description="Signing secret (HTTP mode).")
    slack_client_id: str = Field("", description="OAuth client, to install in many workspaces.")
    slack_client_secret: SecretStr | None = Field(None, description="OAuth client secret.")
    slack_api_base: str = Field("https://slack.com/api/", description="Slack's Web API address.")

    identity_days: int = Field(
        7, ge=1, le=30, description="Days from the end of a request to the loss of its author."
    )
    transcript_days: int = Field(
        30, ge=1, le=90, description="Days from the end of a request to the loss of its words."
    )

    @field_validator("log_level")
    @classmethod
    def _known_level(cls, value: str) -> str:
        level = value.upper()
        if level not in ("DEBUG", "INFO", "WARNING", "ERROR"):
            raise ValueError("is one of DEBUG, INFO, WARNING, ERROR")
        return level

    @property
    def database(self) -> str:
        """Address of the database."""
        return self.database_url or f"sqlite+aiosqlite:///{self.state_dir / 'entraide.db'}"

    @property
    def wanted_model(self) -> str:
        """Name of the sentence model, or nothing when none is wanted."""
        return "" if self.model == "none" else self.model

    @property
    def keys(self) -> Path:
        """Folder of the keys."""
        return self.key_dir or self.state_dir / "keys"

    @property
    def identity_for(self) -> timedelta:
        """How long the link to an author outlives a request."""
        return timedelta(days=self.identity_days)

    @property
    def transcript_for(self) -> timedelta:
        """How long a conversation outlives a request."""
        return timedelta(days=self.transcript_days)


def read_settings() -> Settings:
    """Read the settings; secrets may also be files in the folder ENTRAIDE_SECRETS_DIR."""
    secrets = os.environ.get(f"{PREFIX}SECRETS_DIR")
    return Settings(_secrets_dir=secrets) if secrets else Settings()
