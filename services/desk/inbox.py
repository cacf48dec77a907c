"""The open appeals of a workspace: all of them, or those that somebody asks for."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, func, select, true

from domain.appeals import IN_INBOX, State
from domain.roles import Actor
from models.appeals import Appeal
from services.appeals.reading import Page, page_of
from services.appeals.scopes import in_workspace
from services.unit_of_work import UnitOfWork


class Only(StrEnum):
    ALL = "all"
    NEW = "new"
    TODAY = "today"
    LATE = "late"
    MINE = "mine"
    WAITING = "waiting"  # for what its author replies


@dataclass(frozen=True, slots=True)
class Inbox(Page):
    """A deputy's open appeals by due date; `figures`: how many there are of each kind."""

    only: Only
    figures: dict[Only, int]


def _conditions(actor: Actor, today: date) -> dict[Only, ColumnElement[bool]]:
    return {
        Only.ALL: true(),
        Only.NEW: Appeal.state.in_([State.REGISTERED, State.DELIVERED]),
        Only.TODAY: Appeal.answer_due == today,
        Only.LATE: Appeal.answer_due < today,
        Only.MINE: Appeal.assignee_id == actor.user_id,
        Only.WAITING: Appeal.state == State.CLARIFICATION,
    }


async def inbox(uow: UnitOfWork, actor: Actor, page: int = 0, only: Only = Only.ALL) -> Inbox:
    """The most urgent first; whose clock stands comes last."""
    conditions = _conditions(actor, uow.rules.today(uow.now))
    scope = and_(in_workspace(actor), Appeal.state.in_(IN_INBOX))
    counts = [func.count().filter(one) for one in conditions.values()]
    found = (await uow.session.execute(select(*counts).select_from(Appeal).where(scope))).one()
    figures = dict(zip(conditions, found, strict=True))
    order = (Appeal.answer_due.is_(None), Appeal.answer_due, Appeal.id)
    listed = await page_of(uow, and_(scope, conditions[only]), page, *order)
    return Inbox(listed.rows, listed.page, listed.total, only, figures)
