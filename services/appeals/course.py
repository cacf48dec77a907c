"""What was done with an appeal on its way: questions, more time, redirection, who joined."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, func, select

from domain.appeals import State
from domain.due import RULES, RuleId, due
from domain.names import Names
from models.appeals import Appeal, Attachment
from models.casework import Clarification, Extension, Redirection, Supporter
from services import bodies, directory
from services.appeals.files import StoredFile
from services.directory import Deputy
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the author; what is still being written as a reply is not shown."""

    id: int
    question: str
    asked_at: datetime
    reply: str | None
    replied_at: datetime | None
    files: tuple[StoredFile, ...]


@dataclass(frozen=True, slots=True)
class Extended:
    reason: str
    was_due: date
    until: date
    decided_at: datetime


@dataclass(frozen=True, slots=True)
class Redirected:
    """`child` is its number where it went on as a case of another deputy in the bot."""

    body: Names
    reference: str | None
    files: tuple[StoredFile, ...]
    redirected_at: datetime
    child_id: int | None
    child: str | None
    deputy: Deputy | None


@dataclass(frozen=True, slots=True)
class Course:
    asked: tuple[Asked, ...]
    extended: tuple[Extended, ...]
    redirected: Redirected | None
    redirect_by: date | None  # the last day on which the deputy's side may redirect it
    supporters: int
    came_from: str | None  # the number of the case it was redirected from
    merged_into: str | None


async def course_of(uow: UnitOfWork, appeal: Appeal) -> Course:
    parent = await _number(uow, appeal.parent_id)
    merged = appeal.state == State.MERGED
    return Course(
        asked=await _asked(uow, appeal.id),
        extended=await extended(uow, appeal.id),
        redirected=await _redirected(uow, appeal.id),
        redirect_by=redirect_by(uow, appeal),
        supporters=await supporters(uow, appeal.id),
        came_from=None if merged else parent,
        merged_into=parent if merged else None,
    )


def redirect_by(uow: UnitOfWork, appeal: Appeal) -> date | None:
    """Counted from the day on which the deputy's side received it, not from a reopening."""
    if appeal.clock_started_on is None or appeal.clock_rule != RuleId.ANSWER:
        return None
    return due(appeal.clock_started_on, RULES[RuleId.REDIRECT], uow.rules.calendar).due


async def supporters(uow: UnitOfWork, appeal_id: int) -> int:
    counted = select(func.count()).where(Supporter.appeal_id == appeal_id)
    return await uow.session.scalar(counted) or 0


async def _asked(uow: UnitOfWork, appeal_id: int) -> tuple[Asked, ...]:
    rows = await uow.session.scalars(
        select(Clarification).where(Clarification.appeal_id == appeal_id).order_by(Clarification.id)
    )
    return tuple([await _question(uow, row) for row in rows.all()])


async def _question(uow: UnitOfWork, row: Clarification) -> Asked:
    replied = row.replied_at is not None
    return Asked(
        row.id,
        row.question,
        row.asked_at,
        row.reply if replied else None,
        row.replied_at,
        await files(uow, Attachment.clarification_id == row.id) if replied else (),
    )


async def extended(uow: UnitOfWork, appeal_id: int) -> tuple[Extended, ...]:
    rows = await uow.session.scalars(
        select(Extension).where(Extension.appeal_id == appeal_id).order_by(Extension.id)
    )
    return tuple(Extended(row.reason, row.was_due, row.until, row.decided_at) for row in rows)


async def _redirected(uow: UnitOfWork, appeal_id: int) -> Redirected | None:
    row = await uow.session.scalar(
        select(Redirection)
        .where(Redirection.appeal_id == appeal_id)
        .order_by(Redirection.id.desc())
        .limit(1)
    )
    if row is None:
        return None
    child = await uow.session.get(Appeal, row.child_id) if row.child_id else None
    return Redirected(
        bodies.named(row.body),
        row.reference,
        await files(uow, Attachment.redirection_id == row.id),
        row.redirected_at,
        row.child_id,
        child.number if child else None,
        await directory.deputy(uow, child.mandate_id) if child else None,
    )


async def files(uow: UnitOfWork, which: ColumnElement[bool]) -> tuple[StoredFile, ...]:
    rows = await uow.session.scalars(select(Attachment).where(which).order_by(Attachment.id))
    return tuple(
        StoredFile(row.kind, row.file_id, row.file_unique_id, row.file_name) for row in rows
    )


async def _number(uow: UnitOfWork, appeal_id: int | None) -> str | None:
    if appeal_id is None:
        return None
    return await uow.session.scalar(select(Appeal.number).where(Appeal.id == appeal_id))
