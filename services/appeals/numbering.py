"""Registration numbers: without gaps, taken in the transaction of the appeal."""

from datetime import date
from functools import cache
from typing import cast

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import ReturningInsert

from domain.numbers import AppealNumber
from models.appeals import Appeal, NumberCounter
from services.appeals import receipts
from services.unit_of_work import UnitOfWork


async def give(uow: UnitOfWork, appeal: Appeal, code: str, day: date) -> str:
    """The next number; the counter's row stays locked until the commit."""
    appeal.serial = await _next_serial(uow, appeal.assembly_id, day.year)
    appeal.year = day.year
    appeal.number = str(AppealNumber(code, day.year, appeal.serial))
    receipts.give_words(appeal)
    return appeal.number


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
