"""What the deputy's side announces, and what becomes of it."""

from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from domain.calendar import outside_quiet_hours


class AnnouncementKind(StrEnum):
    MEETING = "meeting"
    RECEPTION = "reception"
    REPORT = "report"
    NEWS = "news"


class AnnouncementState(StrEnum):
    DRAFT = "draft"
    PUBLISHED = "published"
    CANCELLED = "cancelled"  # by the deputy's side
    STOPPED = "stopped"  # by a coordinator


# What a deputy may publish in seven days; more would be noise, and people would leave.
PER_WEEK: Final = 5
WEEK: Final = timedelta(days=7)
FARTHEST: Final = timedelta(days=366)

# Several changes of one announcement are told together, this long after the last one.
CHANGES_SETTLE: Final = timedelta(minutes=2)
# What has no stated end is over by then.
USUAL_LENGTH: Final = timedelta(hours=2)
ASK_AFTER: Final = timedelta(hours=1)
# After a longer standstill nobody remembers.
ASK_UNTIL: Final = timedelta(days=3)


class Before(StrEnum):
    """When those who come are reminded."""

    DAY = "day"
    HOUR = "hour"


REMINDERS: Final = {Before.DAY: timedelta(days=1), Before.HOUR: timedelta(hours=1)}
_EVENING: Final = time(21, 30)


def remind_at(start: datetime, before: Before, zone: ZoneInfo) -> datetime:
    """What would fall into the night comes the evening before it: later would be too late."""
    moment = start - REMINDERS[before]
    if outside_quiet_hours(moment, zone) == moment:
        return moment
    local = moment.astimezone(zone)
    evening = datetime.combine(local.date(), _EVENING, zone)
    return evening if evening <= local else evening - timedelta(days=1)
