"""Many people and appeals, written straight into the tables."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice
from typing import Any

from sqlalchemy import func, insert, select

from domain.appeals import State
from models.appeals import Appeal, NumberCounter
from models.assemblies import Convocation
from models.deputies import Mandate
from models.users import User
from services.unit_of_work import Database, UnitOfWork

FIRST_PERSON = 100_001
EACH = 10  # appeals of one author
OPEN = 300  # appeals that wait for an answer, in all: deputies answer, so it does not grow
CHUNK = 5_000


async def fill(database: Database, appeals: int) -> None:
    """So many appeals in all; their authors' Telegram ids start at FIRST_PERSON."""
    people = max(1, appeals // EACH)
    async with database.write() as uow:
        await _insert(uow, User, map(_user(uow), range(people)))
        first = await uow.session.scalar(
            select(User.id).where(User.telegram_id == FIRST_PERSON).limit(1)
        )
        rows = await uow.session.execute(
            select(Mandate.id, Convocation.assembly_id)
            .join(Convocation)
            .where(Convocation.takes_appeals)
            .order_by(Mandate.id)
        )
        mandates = [(mandate, assembly) for mandate, assembly in rows]
        last = await uow.session.scalar(select(func.max(Appeal.serial))) or 0
        make = _appeal(uow, mandates, first or 1, appeals)
        await _insert(uow, Appeal, (make(number) for number in range(last, appeals)))
        year = uow.rules.today(uow.now).year
        await uow.session.execute(
            insert(NumberCounter).values(assembly_id=mandates[0][1], year=year, value=appeals)
        )


async def _insert(uow: UnitOfWork, table: type, rows: Iterator[dict[str, Any]]) -> None:
    while chunk := list(islice(rows, CHUNK)):
        await uow.session.execute(insert(table), chunk)


def _user(uow: UnitOfWork) -> Any:
    def row(number: int) -> dict[str, Any]:
        return {
            "telegram_id": FIRST_PERSON + number,
            "language": ("kk", "ru", "en")[number % 3],
            "language_chosen": False,
            "created_at": uow.now,
        }

    return row


def _appeal(uow: UnitOfWork, mandates: list[tuple[int, int]], author: int, count: int) -> Any:
    today = uow.rules.today(uow.now)
    every = max(1, count // OPEN)

    def row(number: int) -> dict[str, Any]:
        waits = number % every == 0
        mandate_id, assembly_id = mandates[number // every % len(mandates)]
        day = today - timedelta(days=number % 20)
        return {
            "author_id": author + number // EACH,
            "mandate_id": mandate_id,
            "assembly_id": assembly_id,
            "state": State.DELIVERED if waits else State.CONFIRMED,
            "kind": "help",
            "topic": "roads",
            "language": "ru",
            "visibility": "private",
            "text": f"The road is broken, number {number}. " * 5,
            "created_at": uow.now,
            "year": today.year,
            "serial": number + 1,
            "number": f"BENCH-{number + 1}",
            "received_at": uow.now,
            "registered_on": day,
            "clock_started_on": day,
            "ack_due": day + timedelta(days=5),
            "answer_due": day + timedelta(days=21),
            "calendar_version": uow.rules.calendar.version,
            "salt": "0" * 32,
        }

    return row
