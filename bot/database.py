"""The database with the rules in force: what commands need that do not talk to Telegram."""

from pathlib import Path

from bot.clock import Clock
from bot.fatal import StartRefused
from bot.settings import Settings
from domain.calendar import WorkCalendar, WorkingHours, check_time_zone
from domain.election import ElectionPeriod
from domain.errors import TimeZoneWrong
from models.engine import create_engine
from services import elections
from services.rules import Rules
from services.unit_of_work import Database


def create_database(settings: Settings, clock: Clock) -> Database:
    """The database with the rules in force. Refuses a machine whose time-zone data are too old."""
    try:
        check_time_zone()
    except TimeZoneWrong as wrong:
        message = (
            f"The time-zone data of this machine are too old: {wrong.zone} is not at UTC+5. "
            "Run `make run` to install the package tzdata, and unset PYTHONTZPATH."
        )
        raise StartRefused(message) from None
    rules = Rules(
        settings.zone,
        WorkCalendar(),
        WorkingHours(),
        settings.limits,
        settings.holds,
        _elections(settings),
    )
    engine = create_engine(settings.database_url.get_secret_value())
    return Database(engine, rules, clock, settings.admin_ids)


def _elections(settings: Settings) -> tuple[ElectionPeriod, ...]:
    path = Path(settings.data_path) / elections.FILE
    try:
        return elections.periods_of(path)
    except ValueError as error:
        message = f"{path}: {error}"
        raise StartRefused(message) from None
