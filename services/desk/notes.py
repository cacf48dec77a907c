"""Notes among colleagues. The author of the appeal never sees them; they go with its text."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from domain.errors import BadInput
from domain.roles import Actor
from domain.text import clean, has_letters
from models.workspaces import CaseNote
from services.desk.colleagues import Colleague, colleagues
from services.desk.scope import case_of
from services.unit_of_work import UnitOfWork

TEXT_LIMIT = 1000
PAGE = 5


@dataclass(frozen=True, slots=True)
class Note:
    """`by` is None for somebody who has left the workspace."""

    text: str
    by: Colleague | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Notes:
    appeal_id: int
    number: str
    rows: tuple[Note, ...]
    page: int
    total: int


async def count(uow: UnitOfWork, actor: Actor, appeal_id: int) -> int:
    await case_of(uow, actor, appeal_id)
    query = select(func.count(CaseNote.id)).where(CaseNote.appeal_id == appeal_id)
    return await uow.session.scalar(query) or 0


async def listed(uow: UnitOfWork, actor: Actor, appeal_id: int, page: int = 0) -> Notes:
    """The newest first. Raises NotFound for whoever is not of the workspace."""
    appeal = await case_of(uow, actor, appeal_id)
    total = await count(uow, actor, appeal_id)
    here = max(0, min(page, (total - 1) // PAGE))
    rows = await uow.session.scalars(
        select(CaseNote)
        .where(CaseNote.appeal_id == appeal_id)
        .order_by(CaseNote.id.desc())
        .limit(PAGE)
        .offset(here * PAGE)
    )
    known = {one.user_id: one for one in await colleagues(uow, actor, appeal.mandate_id)}
    notes = tuple(Note(row.text, known.get(row.author_id), row.created_at) for row in rows)
    return Notes(appeal.id, appeal.number or "", notes, here, total)


async def add(uow: UnitOfWork, actor: Actor, appeal_id: int, typed: str) -> None:
    await case_of(uow, actor, appeal_id)
    text = clean(typed)
    if not has_letters(text):
        raise BadInput("no_letters" if text else "empty")
    if len(text) > TEXT_LIMIT:
        raise BadInput("too_long", limit=TEXT_LIMIT)
    uow.session.add(
        CaseNote(appeal_id=appeal_id, author_id=actor.user_id, text=text, created_at=uow.now)
    )
    await uow.session.flush()
