"""The country's rules as one value that is handed to every use case."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from domain.calendar import WorkCalendar, WorkingHours, within_hours
from domain.days import Override, Reason
from domain.election import ElectionPeriod
from domain.holding import HOLD_RULES, HoldRule
from domain.limits import LIMITS, Limits
from models.calendar import CalendarOverride


@dataclass(frozen=True, slots=True)
class Rules:
    """Calendar, time zone and working hours; how much one may send, what is looked at first."""

    zone: ZoneInfo
    calendar: WorkCalendar
    hours: WorkingHours
    limits: Limits = LIMITS
    holds: tuple[HoldRule, ...] = HOLD_RULES
    elections: tuple[ElectionPeriod, ...] = ()

    def today(self, now: datetime) -> date:
        """The local date at this moment."""
        return now.astimezone(self.zone).date()

    def working_hours_at(self, moment: datetime) -> bool:
        """Whether the deputy's side and coordinators may be reminded at this moment."""
        return within_hours(moment, self.zone, self.hours, self.calendar)


_CHANGED_DAYS = select(
    CalendarOverride.day,
    CalendarOverride.working,
    CalendarOverride.name_kk,
    CalendarOverride.name_ru,
    CalendarOverride.name_en,
).order_by(CalendarOverride.day)


async def in_force(session: AsyncSession, known: Rules) -> Rules:
    """The rules with the changed days that the database holds now; `known` where they are equal.

    A calendar keeps the years it has worked out, so an equal one must stay the same object.
    """
    rows = await session.execute(_CHANGED_DAYS)
    overrides = tuple(
        Override(day, working, Reason(kk or "", ru, en or "")) for day, working, kk, ru, en in rows
    )
    if overrides == known.calendar.overrides:
        return known
    return replace(known, calendar=WorkCalendar(known.calendar.country, overrides))
