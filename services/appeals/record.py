"""What stands in the record of a case: its steps, its answers, what was added to the letter."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from domain.appeals import Outcome, State
from domain.life_cycle import Action
from domain.roles import Role
from models import casework
from models.appeals import Answer, AppealEvent
from services.appeals.files import StoredFile
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Event:
    action: str
    state: State
    role: Role
    at: datetime
    data: dict[str, Any]


@dataclass(frozen=True, slots=True)
class AnswerView:
    text: str
    files: tuple[StoredFile, ...]
    outcome: Outcome | None
    came_by: str
    sent_at: datetime
    interim: bool = False  # a word on the way: not the answer


@dataclass(frozen=True, slots=True)
class Addition:
    """Words added after the letter; `reason` is of the fixed list of its action."""

    action: Action
    reason: str | None
    text: str
    at: datetime


async def answers(
    uow: UnitOfWork, appeal_id: int, files: dict[int | None, tuple[StoredFile, ...]]
) -> tuple[AnswerView, ...]:
    rows = await uow.session.scalars(
        select(Answer)
        .where(Answer.appeal_id == appeal_id, Answer.sent_at.is_not(None))
        .order_by(Answer.sent_at, Answer.id)
    )
    return tuple(
        AnswerView(
            row.text,
            files.get(row.id, ()),
            Outcome(row.outcome) if row.outcome else None,
            row.came_by,
            row.sent_at or row.created_at,
            row.interim,
        )
        for row in rows
    )


async def events(uow: UnitOfWork, appeal_id: int) -> tuple[Event, ...]:
    rows = await uow.session.scalars(
        select(AppealEvent).where(AppealEvent.appeal_id == appeal_id).order_by(AppealEvent.position)
    )
    return tuple(
        Event(row.action, State(row.state), Role(row.actor_role), row.at, row.data) for row in rows
    )


async def additions(uow: UnitOfWork, appeal_id: int) -> tuple[Addition, ...]:
    rows = await uow.session.scalars(
        select(casework.Addition)
        .where(casework.Addition.appeal_id == appeal_id)
        .order_by(casework.Addition.id)
    )
    return tuple(Addition(Action(row.action), row.reason, row.text, row.added_at) for row in rows)
