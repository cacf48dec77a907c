"""Settings from the environment (and `.env`), checked at start."""

from datetime import timedelta
from functools import cached_property
from typing import Annotated
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from bot.fatal import StartRefused
from domain.holding import HoldRule, hold_rules
from domain.limits import Limits

MAX_SECRET = 256


class Settings(BaseSettings):
    """Every name and default is explained in `.env.example`."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True)

    bot_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    database_url: SecretStr = SecretStr("sqlite:///var/deputat.db")
    admin_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    time_zone: str = "Asia/Almaty"
    log_level: str = "INFO"
    send_rate: float = Field(default=29.4, ge=0)
    webhook_url: str | None = None
    webhook_secret: SecretStr | None = None
    webhook_port: int = Field(default=8080, ge=0, le=65535)
    letters_apart: int = Field(default=60, ge=0)
    letters_a_day: int = Field(default=5, ge=0)
    letters_open: int = Field(default=3, ge=0)
    alike_an_hour: int = Field(default=10, ge=0)
    letters_an_hour: int = Field(default=60, ge=0)
    data_path: str = "data"
    reports_path: str = "var/reports"
    archive_path: str = "var/archive"
    operator: str = ""

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _ids(cls, value: object) -> object:
        if isinstance(value, str):
            return frozenset(int(part) for part in value.replace(" ", "").split(",") if part)
        return value

    @field_validator("bot_token", "webhook_url", "webhook_secret", mode="before")
    @classmethod
    def _empty_is_none(cls, value: object) -> object:
        return value or None

    @field_validator("time_zone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, ValueError) as error:
            message = "is not a time zone; an example: Asia/Almaty"
            raise ValueError(message) from error
        return value

    @field_validator("log_level")
    @classmethod
    def _known_level(cls, value: str) -> str:
        if value.upper() not in {"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"}:
            message = "must be one of DEBUG, INFO, WARNING, ERROR, CRITICAL"
            raise ValueError(message)
        return value.upper()

    @property
    def limits(self) -> Limits:
        return Limits(timedelta(seconds=self.letters_apart), self.letters_a_day, self.letters_open)

    @property
    def holds(self) -> tuple[HoldRule, ...]:
        return hold_rules(self.alike_an_hour, self.letters_an_hour)

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def token(self) -> str:
        if self.bot_token is None:
            message = "BOT_TOKEN is not set. Get one from @BotFather, or run `make run` without it."
            raise StartRefused(message)
        return self.bot_token.get_secret_value()

    @property
    def secret(self) -> str:
        """The webhook's secret; without one anybody could forge updates."""
        value = self.webhook_secret.get_secret_value() if self.webhook_secret else ""
        if not value or len(value) > MAX_SECRET:
            message = "WEBHOOK_SECRET (1 to 256 characters) is required with WEBHOOK_URL."
            raise StartRefused(message)
        return value


def load() -> Settings:
    """Raises StartRefused with one line for each setting that is wrong; values are not repeated."""
    try:
        return Settings()
    except ValidationError as error:
        faults = [
            f"{'.'.join(str(part) for part in fault['loc']).upper()}: {fault['msg']}"
            for fault in error.errors(include_input=False)
        ]
        raise StartRefused("\n".join(faults)) from None
