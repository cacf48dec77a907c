"""When somebody gets the weekly digest: made at the first follow, district or role."""

from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import Insert

from domain.digests import DEFAULT_HOUR, DEFAULT_WEEKDAY, next_digest
from domain.errors import BadInput
from domain.roles import Actor
from models.news import DigestPlan
from models.users import User
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Plan:
    """`next_at` is empty while it is switched off."""

    weekday: int
    hour: int
    quiet_when_empty: bool
    next_at: datetime | None


async def ensure(uow: UnitOfWork, *user_ids: int) -> None:
    """These people have something to get now. A second time changes nothing.

    The first digest begins with the day on which it was asked for, so that those of one day share
    what is computed for them.
    """
    midnight = datetime.combine(uow.rules.today(uow.now), time(), uow.rules.zone)
    values = {
        "weekday": DEFAULT_WEEKDAY,
        "hour": DEFAULT_HOUR,
        "quiet_when_empty": False,
        "cursor": midnight,
        "next_at": next_digest(uow.now, DEFAULT_WEEKDAY, DEFAULT_HOUR, uow.rules.zone),
    }
    dialect = uow.session.get_bind().dialect.name
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    statement: Insert = insert(DigestPlan).on_conflict_do_nothing()
    await uow.session.execute(statement, [{"user_id": one, **values} for one in user_ids])


async def of_administrators(uow: UnitOfWork) -> None:
    """Part of the due work: the settings make coordinators of people without any act of theirs."""
    if not uow.admin_ids:
        return
    found = await uow.session.scalars(
        select(User.id)
        .outerjoin(DigestPlan, DigestPlan.user_id == User.id)
        .where(User.telegram_id.in_(uow.admin_ids), DigestPlan.user_id.is_(None))
    )
    if missing := found.all():
        await ensure(uow, *missing)


async def plan_of(uow: UnitOfWork, actor: Actor) -> Plan | None:
    row = await uow.session.get(DigestPlan, actor.user_id, populate_existing=True)
    return Plan(row.weekday, row.hour, row.quiet_when_empty, row.next_at) if row else None


async def choose(
    uow: UnitOfWork, actor: Actor, *, weekday: int | None = None, hour: int | None = None
) -> Plan:
    """Another day or hour; what was switched off is on again. Raises BadInput."""
    row = await _row(uow, actor)
    day = row.weekday if weekday is None else weekday
    at = row.hour if hour is None else hour
    try:
        row.next_at = next_digest(uow.now, day, at, uow.rules.zone)
    except ValueError:
        raise BadInput("digest_time") from None
    row.weekday, row.hour = day, at
    return await _saved(uow, row)


async def say_when_empty(uow: UnitOfWork, actor: Actor, *, quiet: bool) -> Plan:
    """Whether a week without news is told of or not."""
    row = await _row(uow, actor)
    row.quiet_when_empty = quiet
    return await _saved(uow, row)


async def switch_off(uow: UnitOfWork, actor: Actor) -> Plan:
    row = await _row(uow, actor)
    row.next_at = None
    return await _saved(uow, row)


async def switch_on(uow: UnitOfWork, actor: Actor) -> Plan:
    """From now on: the time it was off is not made up for."""
    row = await _row(uow, actor)
    if row.next_at is None:
        row.cursor = max(row.cursor, uow.now)
        row.next_at = next_digest(uow.now, row.weekday, row.hour, uow.rules.zone)
    return await _saved(uow, row)


async def _row(uow: UnitOfWork, actor: Actor) -> DigestPlan:
    await ensure(uow, actor.user_id)
    return await uow.session.get_one(
        DigestPlan, actor.user_id, populate_existing=True, with_for_update=True
    )


async def _saved(uow: UnitOfWork, row: DigestPlan) -> Plan:
    await uow.session.flush()
    return Plan(row.weekday, row.hour, row.quiet_when_empty, row.next_at)
