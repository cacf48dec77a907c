"""Letters of a person's own, and those they joined."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import and_, func, or_, select

from domain.appeals import OPEN, State
from domain.roles import Actor
from models.appeals import Appeal
from models.news import Subscription
from services.digests.week import MOST, Window, within
from services.unit_of_work import UnitOfWork

WAITS_FOR_AUTHOR: Final = (State.CLARIFICATION, State.ANSWERED)


@dataclass(frozen=True, slots=True)
class OwnLetter:
    id: int
    number: str
    state: State
    waits: bool  # for the author


@dataclass(frozen=True, slots=True)
class Letters:
    """What moved in the window or waits for the author; `open`: all that are not closed."""

    rows: tuple[OwnLetter, ...]
    open: int


async def own(uow: UnitOfWork, actor: Actor, window: Window) -> Letters:
    mine = and_(Appeal.author_id == actor.user_id, Appeal.number.is_not(None))
    waits = Appeal.state.in_(WAITS_FOR_AUTHOR)
    rows = await uow.session.execute(
        select(Appeal.id, Appeal.number, Appeal.state)
        .where(mine, or_(waits, within(Appeal.state_since, window)))
        .order_by(waits.desc(), Appeal.state_since.desc(), Appeal.id.desc())
        .limit(MOST)
    )
    counted = select(func.count(Appeal.id)).where(mine, Appeal.state.in_(OPEN))
    return Letters(_own(rows), await uow.session.scalar(counted) or 0)


async def joined(
    uow: UnitOfWork, followed: list[Subscription], window: Window
) -> tuple[OwnLetter, ...]:
    ids = [one.appeal_id for one in followed if one.appeal_id]
    if not ids:
        return ()
    rows = await uow.session.execute(
        select(Appeal.id, Appeal.number, Appeal.state)
        .where(Appeal.id.in_(ids), within(Appeal.state_since, window))
        .order_by(Appeal.state_since.desc(), Appeal.id.desc())
        .limit(MOST)
    )
    return tuple(replace(one, waits=False) for one in _own(rows))


def _own(rows: Iterable[Any]) -> tuple[OwnLetter, ...]:
    return tuple(
        OwnLetter(ident, number, State(state), state in WAITS_FOR_AUTHOR)
        for ident, number, state in rows
    )
