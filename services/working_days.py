"""Days off to come, and the days that coordinators change because an order moved them."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import structlog
from sqlalchemy import func, select

from domain.calendar import WorkCalendar
from domain.days import DayOff
from domain.errors import BadInput, NotAllowed, NotFound
from domain.names import Names
from domain.roles import Actor, Role
from domain.text import clean, has_letters
from models.calendar import CalendarOverride
from services.rules import in_force
from services.unit_of_work import UnitOfWork

log = structlog.get_logger()
AHEAD = timedelta(days=60)  # so far the list of days off looks
EARLIEST = timedelta(days=31)  # an order may come late
YEARS_AHEAD = 2
REASON_LIMIT = 300
SOURCE_LIMIT = 1000
PAGE = 5


@dataclass(frozen=True, slots=True)
class ChangedDay:
    """`reason` holds "" in the languages in which nobody gave it."""

    day: date
    working: bool
    reason: Names
    source: str | None
    entered_at: datetime


@dataclass(frozen=True, slots=True)
class Days:
    """What the calendar's screen shows."""

    coming: tuple[DayOff, ...]  # days off that are not plain weekends
    changed: tuple[ChangedDay, ...]
    page: int
    total: int
    version: str
    may_edit: bool


def may_edit(actor: Actor) -> bool:
    """A day concerns the dates of all assemblies, so those change it who coordinate all."""
    return actor.has(Role.COORDINATOR) and actor.coordinated_assemblies is None


def require_editor(actor: Actor) -> None:
    if not may_edit(actor):
        raise NotAllowed("calendar")


async def days(uow: UnitOfWork, actor: Actor, page: int = 0) -> Days:
    """For everybody: whoever waits for an answer may check the days with it."""
    today = uow.rules.today(uow.now)
    total = await uow.session.scalar(select(func.count()).select_from(CalendarOverride)) or 0
    here = min(max(page, 0), max(0, (total - 1) // PAGE))
    rows = await uow.session.scalars(
        select(CalendarOverride)
        .order_by(CalendarOverride.day.desc())
        .offset(here * PAGE)
        .limit(PAGE)
    )
    return Days(
        _coming(uow.rules.calendar, today),
        tuple(_view(row) for row in rows),
        here,
        total,
        uow.rules.calendar.version,
        may_edit(actor),
    )


def _coming(calendar: WorkCalendar, today: date) -> tuple[DayOff, ...]:
    found = (calendar.why_off(today + timedelta(days=n)) for n in range(AHEAD.days))
    return tuple(off for off in found if off is not None and off.key != "weekend")


async def changed(uow: UnitOfWork, actor: Actor, day: date) -> ChangedDay:
    """Raises NotFound."""
    require_editor(actor)
    return _view(await _row(uow, day))


async def _row(uow: UnitOfWork, day: date) -> CalendarOverride:
    row = await uow.session.get(CalendarOverride, day)
    if row is None:
        raise NotFound("day", day)
    return row


def _view(row: CalendarOverride) -> ChangedDay:
    return ChangedDay(row.day, row.working, row.names, row.source, row.entered_at)


def check_day(uow: UnitOfWork, actor: Actor, day: date, *, working: bool) -> None:
    """Whether this day can be changed so. Raises BadInput: day_too_far, already_off, -_worked."""
    require_editor(actor)
    today = uow.rules.today(uow.now)
    first, last = today - EARLIEST, date(today.year + YEARS_AHEAD, 12, 31)
    if not first <= day <= last:
        raise BadInput("day_too_far", first=first, last=last)
    plain = WorkCalendar(uow.rules.calendar.country)
    if plain.is_working(day) == working:
        raise BadInput("already_worked" if working else "already_off", day=day)


async def change(
    uow: UnitOfWork, actor: Actor, day: date, *, working: bool, reason: Names, source: str | None
) -> ChangedDay:
    """Puts a day into the table; open dates follow with the next tick. Again: the last word counts.

    Raises BadInput for a day or a reason that cannot be.
    """
    check_day(uow, actor, day, working=working)
    given = Names(*(_reason(text) for text in (reason.kk, reason.ru, reason.en)))
    if not (given.kk or given.ru or given.en):
        raise BadInput("empty")
    row = await uow.session.get(CalendarOverride, day)
    if row is None:
        row = CalendarOverride(day=day)
        uow.session.add(row)
    row.working = working
    row.name_kk, row.name_ru, row.name_en = given.kk or None, given.ru or "", given.en or None
    row.source = clean(source)[:SOURCE_LIMIT] if source else None
    row.entered_by, row.entered_at = actor.user_id, uow.now
    await _follow(uow)
    log.info("day_changed", day=str(day), working=working, by=actor.user_id)
    return _view(row)


def _reason(text: str | None) -> str:
    found = " ".join(clean(text or "").split())
    if found and not has_letters(found):
        raise BadInput("no_letters")
    if len(found) > REASON_LIMIT:
        raise BadInput("too_long", limit=REASON_LIMIT)
    return found


async def remove(uow: UnitOfWork, actor: Actor, day: date) -> None:
    """The day is again what the public calendar says. Raises NotFound."""
    require_editor(actor)
    await uow.session.delete(await _row(uow, day))
    await _follow(uow)
    log.info("day_restored", day=str(day), by=actor.user_id)


async def _follow(uow: UnitOfWork) -> None:
    await uow.session.flush()
    uow.rules = await in_force(uow.session, uow.rules)
