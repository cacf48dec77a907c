"""Hours of a reception, cut into times for one visit each."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from domain.calendar import outside_quiet_hours
from domain.errors import BadInput

LENGTHS: Final = (10, 15, 20, 30, 60)  # minutes
MOST: Final = 40  # at once

TOLD_EVERY: Final = timedelta(minutes=15)

Hours = tuple[datetime, datetime]


def cut(start: datetime, end: datetime, minutes: int) -> list[Hours]:
    """Whole times only; what is left at the end stays free. Raises BadInput."""
    if minutes not in LENGTHS:
        raise BadInput("visit_length")
    length = timedelta(minutes=minutes)
    count = (end - start) // length
    if not 0 < count <= MOST:
        raise BadInput("visits_do_not_fit", limit=MOST)
    return [(start + index * length, start + (index + 1) * length) for index in range(count)]


def without_clashes(wanted: list[Hours], taken: list[Hours]) -> list[Hours]:
    """Those that overlap none that are open already."""
    return [
        (start, end)
        for start, end in wanted
        if not any(start < other_end and other < end for other, other_end in taken)
    ]


def told_at(now: datetime, zone: ZoneInfo) -> datetime:
    """When the deputy's side hears of a change: with all of the quarter, or of the night."""
    hour = now.replace(minute=0, second=0, microsecond=0)
    quarters = (now - hour) // TOLD_EVERY + 1
    return outside_quiet_hours(hour + quarters * TOLD_EVERY, zone)
