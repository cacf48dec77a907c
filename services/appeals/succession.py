"""When a mandate has ended: its open cases go on to the successor, if their authors want it."""

from datetime import date

from sqlalchemy import ColumnElement, String, cast, exists, func, literal, or_, select
from sqlalchemy.orm import aliased

from domain.appeals import IN_INBOX, State
from domain.calendar import outside_quiet_hours
from domain.errors import TransitionRefused
from domain.life_cycle import Action
from domain.roles import Actor, Role
from models.appeals import Appeal
from models.assemblies import Convocation, District
from models.deputies import Mandate
from models.messaging import OutboxMessage
from services import outbox, people
from services.appeals import dates, delivery
from services.appeals.events import move
from services.appeals.scopes import of_author
from services.directory_cache import kept
from services.unit_of_work import UnitOfWork

# Cases that still wait for a deputy; what was answered or passed on needs no successor.
WAITING = IN_INBOX | {State.UNDELIVERABLE}
AT_ONCE = 100


async def offer(uow: UnitOfWork) -> bool:
    """Asks each author once, as soon as the successor's side works in this bot."""
    more = False
    for ended, successor in (await successors(uow)).items():
        rows = await uow.session.execute(
            select(Appeal.id, Appeal.author_id)
            .where(
                Appeal.mandate_id == ended,
                Appeal.state.in_(WAITING),
                Appeal.number.is_not(None),
                ~exists().where(OutboxMessage.key == _key(successor)),
            )
            .limit(AT_ONCE)
        )
        found = rows.all()
        if not found or not await people.workspace_members(uow, successor):
            continue
        more = more or len(found) == AT_ONCE
        for appeal_id, author_id in found:
            await outbox.queue(
                uow,
                "successor_asked",
                author_id,
                f"successor:{appeal_id}:{successor}",
                due_at=outside_quiet_hours(uow.now, uow.rules.zone),
                appeal_id=appeal_id,
                mandate_id=successor,
            )
    return more


def _key(successor: int) -> ColumnElement[str]:
    return literal("successor:") + cast(Appeal.id, String) + literal(f":{successor}")


async def successors(uow: UnitOfWork) -> dict[int, int]:
    """Mandates that ended -> who sits for the same district now; read once for each day."""
    today = uow.rules.today(uow.now)

    async def read() -> dict[int, int]:
        return await _successors(uow, today)

    return await kept(uow, ("successors", today), read)


async def _successors(uow: UnitOfWork, today: date) -> dict[int, int]:
    """Of the same seat in the same convocation, or of the same district in a later one."""
    old, new = aliased(Mandate), aliased(Mandate)
    was, now = aliased(Convocation), aliased(Convocation)
    there, here = aliased(District), aliased(District)
    ended = func.coalesce(old.ends_on, was.ends_on)
    begins = func.coalesce(new.starts_on, now.starts_on)
    ends = func.coalesce(new.ends_on, now.ends_on)
    same_seat = (new.district_id == old.district_id) & (new.starts_on > ended)
    later = (now.number > was.number) & (here.number == there.number)
    rows = await uow.session.execute(
        select(old.id, new.id)
        .join(was, was.id == old.convocation_id)
        .join(there, there.id == old.district_id)
        .join(now, now.assembly_id == was.assembly_id)
        .join(new, new.convocation_id == now.id)
        .join(here, here.id == new.district_id)
        .where(
            ended < today,
            new.id != old.id,
            or_(begins.is_(None), begins <= today),
            or_(ends.is_(None), ends >= today),
            now.takes_appeals.is_(True),
            or_(same_seat, later),
        )
        .order_by(now.number, new.starts_on, new.id)
    )
    return {before: after for before, after in rows}  # noqa: C416 - the last one counts


async def succeed(uow: UnitOfWork, actor: Actor, appeal_id: int, mandate_id: int) -> None:
    """The author agrees: the successor's side has it, and its clocks begin anew.

    A second time changes nothing. Raises TransitionRefused when it does not wait any longer.
    """
    appeal = await of_author(uow, actor, appeal_id)
    if appeal.mandate_id == mandate_id:
        return
    members = await people.workspace_members(uow, mandate_id)
    wanted = (await successors(uow)).get(appeal.mandate_id) == mandate_id and members
    if not wanted or appeal.state not in WAITING:
        raise TransitionRefused(appeal.state, Action.SUCCEED, "succeed_gone")
    was = appeal.mandate_id
    await move(uow, appeal, Action.SUCCEED, actor, Role.SYSTEM, was=was, mandate=mandate_id)
    appeal.mandate_id = mandate_id
    appeal.assignee_id = appeal.handover_due = appeal.reply_due = None
    await dates.drop_requests(uow, appeal)
    await dates.start_clocks(uow, appeal, dates.today_working(uow))
    for user_id in members:
        key = f"{delivery.NOTICE}:{appeal.id}:{user_id}:{mandate_id}"
        await outbox.queue(uow, delivery.NOTICE, user_id, key, appeal_id=appeal.id)
