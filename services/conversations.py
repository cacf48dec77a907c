"""Where a person is in a conversation; the rows behind aiogram's conversation state.

Read once and written once for each update: changes wait in the unit of work until `save`. Only
the columns that changed are written, since the sender may write another one at the same time.
"""

from dataclasses import dataclass, field
from functools import cache
from typing import Any, cast

from sqlalchemy import Table, bindparam, delete, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.dml import Insert

from models.conversations import Conversation
from services.unit_of_work import UnitOfWork

TABLE = cast("Table", Conversation.__table__)
ROW = (TABLE.c.state, TABLE.c.data, TABLE.c.menu)
_READ = select(*ROW).where(TABLE.c.key == bindparam("key"))


@dataclass(slots=True)
class Talk:
    """A conversation as this update sees it."""

    key: str
    state: str | None = None
    data: dict[str, Any] = field(default_factory=dict)
    menu: dict[str, str] = field(default_factory=dict)  # typed label -> callback data
    changed: set[str] = field(default_factory=set)

    def put(self, column: str, value: object) -> None:
        if getattr(self, column) != value:
            setattr(self, column, value)
            self.changed.add(column)


async def find(uow: UnitOfWork, key: str) -> Talk:
    """An empty one where nothing is known."""
    found: Talk | None = uow.memory.get((Talk, key))
    if found is None:
        row = (await uow.session.execute(_READ, {"key": key})).first()
        found = known(uow, key, *(row or ()))
    return found


def known(
    uow: UnitOfWork,
    key: str,
    state: str | None = None,
    data: dict[str, Any] | None = None,
    menu: dict[str, str] | None = None,
) -> Talk:
    """For whoever has read the row along with something else."""
    found = uow.memory[Talk, key] = Talk(key, state, data or {}, menu or {})
    return found


async def save(uow: UnitOfWork) -> None:
    """Writes what has changed."""
    for talk in _talks(uow):
        if talk.changed:
            statement = _upsert(uow.session.get_bind().dialect.name, frozenset(talk.changed))
            row = {"state": talk.state, "data": talk.data, "menu": talk.menu}
            await uow.session.execute(statement, {"key": talk.key, "updated_at": uow.now, **row})
            talk.changed.clear()


async def offer(uow: UnitOfWork, key: str, menu: dict[str, str]) -> None:
    """Lets a notice's buttons be typed, unless the person is amid something else."""
    statement = _upsert(uow.session.get_bind().dialect.name, frozenset({"menu"}), idle=True)
    row = {"state": None, "data": {}, "menu": menu, "updated_at": uow.now}
    await uow.session.execute(statement, {"key": key, **row})


async def remove(uow: UnitOfWork, telegram_id: int) -> None:
    """All conversations of a person, also the one at work."""
    await uow.session.execute(
        delete(Conversation).where(
            or_(
                Conversation.key == f"{telegram_id}:{telegram_id}",
                Conversation.key.endswith(f":{telegram_id}"),
            )
        )
    )
    for talk in _talks(uow):
        known(uow, talk.key)


def _talks(uow: UnitOfWork) -> list[Talk]:
    return [one for one in uow.memory.values() if isinstance(one, Talk)]


@cache
def _upsert(dialect: str, changed: frozenset[str], *, idle: bool = False) -> Insert:
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    statement: sqlite.Insert | postgresql.Insert = insert(TABLE)
    new = statement.excluded
    return statement.on_conflict_do_update(
        index_elements=[TABLE.c.key],
        set_={name: new[name] for name in sorted({*changed, "updated_at"})},
        where=TABLE.c.state.is_(None) if idle else None,
    )
