"""When somebody's weekly digest is due: a weekday and an hour of their own, in local time."""

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

FIRST_HOUR: Final = 8
LAST_HOUR: Final = 21  # quiet hours begin at 22:00
DEFAULT_WEEKDAY: Final = 0  # Monday
DEFAULT_HOUR: Final = 9


class Followed(StrEnum):
    """What a subscription is about."""

    DEPUTY = "deputy"
    PROMISE = "promise"
    TOPIC = "topic"  # in a district
    APPEAL = "appeal"


class Hears(StrEnum):
    """When somebody hears of what they follow."""

    AT_ONCE = "1"
    ANNOUNCED = (
        "a"  # announcements at once, since a meeting may be over by the digest; the rest in it
    )
    DIGEST = "0"


def next_digest(after: datetime, weekday: int, hour: int, zone: ZoneInfo) -> datetime:
    """The first moment later than `after` (aware) on this weekday (0 is Monday) at this hour."""
    if not (0 <= weekday < 7 and FIRST_HOUR <= hour <= LAST_HOUR):  # noqa: PLR2004 - days of a week
        message = "a digest has a weekday and an hour by day"
        raise ValueError(message)
    day = after.astimezone(zone).date()
    day += timedelta(days=(weekday - day.weekday()) % 7)
    found = _at(day, hour, zone)
    return found if found > after else _at(day + timedelta(days=7), hour, zone)


def _at(day: date, hour: int, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(hour), zone)
