"""The country's rules as one value that is handed to every use case."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from domain.calendar import WorkCalendar, WorkingHours


@dataclass(frozen=True, slots=True)
class Rules:
    """Calendar, time zone and working hours."""

    zone: ZoneInfo
    calendar: WorkCalendar
    hours: WorkingHours

    def today(self, now: datetime) -> date:
        """The local date at this moment."""
        return now.astimezone(self.zone).date()
