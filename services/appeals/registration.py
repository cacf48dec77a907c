"""From a draft to a registered appeal: number, dates, receipt, delivery; all in one transaction."""

from functools import cache
from typing import cast

from sqlalchemy import Table, bindparam, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import ReturningInsert

from domain.appeals import Kind, State
from domain.calendar import registration_day
from domain.errors import BadInput, NotFound
from domain.life_cycle import Action
from domain.numbers import AppealNumber
from domain.roles import Actor, Role
from models.appeals import Appeal, NumberCounter
from services import directory, outbox, people
from services.appeals import delivery, drafts
from services.appeals.events import move, text_digest
from services.unit_of_work import UnitOfWork

CONSENT_VERSION = "2026-11"


_OWN = (
    select(Appeal)
    .where(Appeal.id == bindparam("id"), Appeal.author_id == bindparam("author_id"))
    .with_for_update()
)


async def send(uow: UnitOfWork, actor: Actor, draft_id: int) -> str:
    """Registers the draft with the author's consent; the number.

    Pressing twice, or on two devices, registers once: the second call gives the same number.
    Raises NotFound for what is not this person's, BadInput for a draft with nothing in it.
    """
    appeal = await uow.session.scalar(_OWN, {"id": draft_id, "author_id": actor.user_id})
    if appeal is None:
        raise NotFound("draft", draft_id)
    if appeal.number is not None:
        return appeal.number
    draft = await drafts.load(uow, actor, draft_id)
    if not draft.can_be_sent:
        raise BadInput("empty")
    if not draft.deputy.takes_appeals:
        raise BadInput("takes_no_appeals")
    await people.consent(uow, actor, CONSENT_VERSION)
    await _register(uow, actor, appeal, draft.deputy.assembly_code)
    await delivery.deliver(uow, appeal)
    await outbox.queue(
        uow,
        "receipt",
        actor.user_id,
        f"receipt:{appeal.id}",
        priority=outbox.Priority.RECEIPT,
        appeal_id=appeal.id,
    )
    return str(appeal.number)


async def _register(uow: UnitOfWork, actor: Actor, appeal: Appeal, code: str) -> None:
    rules = uow.rules
    day = registration_day(uow.now, rules.zone, rules.hours, rules.calendar)
    # The number comes late: the counter's row stays locked until the commit.
    appeal.serial = await _next_serial(uow, appeal.assembly_id, day.year)
    appeal.year = day.year
    appeal.received_at = uow.now
    appeal.registered_on = day
    appeal.expires_at = None
    appeal.language = actor.language
    appeal.number = str(AppealNumber(code, day.year, appeal.serial))
    await move(
        uow,
        appeal,
        Action.SEND,
        actor,
        Role.VOTER,
        number=appeal.number,
        text=text_digest(appeal, appeal.text),
    )


async def _next_serial(uow: UnitOfWork, assembly_id: int, year: int) -> int:
    """A counter row in the same transaction: a rollback gives the number back, so no gaps."""
    key = {"assembly_id": assembly_id, "year": year}
    statement = _next_value(uow.session.get_bind().dialect.name)
    return int(await uow.session.scalar(statement, key | {"value": 1}) or 0)


@cache
def _next_value(dialect: str) -> ReturningInsert[int]:
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    table = cast("Table", NumberCounter.__table__)
    statement: sqlite.Insert | postgresql.Insert = insert(table)
    return statement.on_conflict_do_update(
        index_elements=["assembly_id", "year"], set_={"value": table.c.value + 1}
    ).returning(table.c.value)


async def programme_request(
    uow: UnitOfWork, actor: Actor, mandate_id: int
) -> tuple[int, str] | None:
    """This person's request for this deputy's programme: id and number, if there is one."""
    await directory.deputy(uow, mandate_id)
    row = await uow.session.execute(
        select(Appeal.id, Appeal.number)
        .where(
            Appeal.author_id == actor.user_id,
            Appeal.mandate_id == mandate_id,
            Appeal.kind == Kind.PROGRAMME,
            Appeal.state.not_in([State.DRAFT, State.WITHDRAWN]),
        )
        .limit(1)
    )
    found = row.first()
    return (found[0], str(found[1])) if found else None
