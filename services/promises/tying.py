"""A letter is tied to promises of its deputy: by its author, the deputy's side, a coordinator.

Others learn only how many there are, from five on, and what authors made public anyway.
"""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import Select, func, or_, select

from domain.appeals import COUNTS_FOR_PROMISES
from domain.errors import NotAllowed, NotFound
from domain.names import Names
from domain.roles import Actor, Role
from models.appeals import Appeal, AppealEvent
from models.programmes import Programme, Promise
from models.records import PromiseTouch
from services.appeals import scopes
from services.appeals.events import record
from services.directory import Deputy, deputy
from services.ids import known_id
from services.unit_of_work import UnitOfWork

PAGE: Final = 5
TIED: Final = "tied"
UNTIED: Final = "untied"


@dataclass(frozen=True, slots=True)
class Option:
    promise_id: int
    text: Names
    tied: bool


@dataclass(frozen=True, slots=True)
class Options:
    """The promises of the deputy to whom a letter went, a page of them."""

    appeal_id: int
    number: str
    deputy: Deputy
    rows: tuple[Option, ...]
    page: int
    total: int
    role: Role  # in which this person looks at the letter


async def options(uow: UnitOfWork, actor: Actor, appeal_id: int, page: int = 0) -> Options:
    """Raises NotFound for letters of others, and where nothing can be tied."""
    appeal, role = await _letter(uow, actor, appeal_id)
    theirs = _promises(appeal.mandate_id)
    total = await uow.session.scalar(select(func.count()).select_from(theirs.subquery())) or 0
    if not total:
        raise NotFound("promise")
    here = max(0, min(page, (total - 1) // PAGE))
    rows = await uow.session.scalars(
        theirs.order_by(Promise.position).offset(here * PAGE).limit(PAGE)
    )
    tied = set(
        await uow.session.scalars(
            select(PromiseTouch.promise_id).where(PromiseTouch.appeal_id == appeal.id)
        )
    )
    return Options(
        appeal.id,
        str(appeal.number),
        await deputy(uow, appeal.mandate_id),
        tuple(Option(row.id, row.texts, row.id in tied) for row in rows),
        here,
        total,
        role,
    )


async def tie(uow: UnitOfWork, actor: Actor, appeal_id: int, promise_id: int) -> None:
    """The second time unties. Raises NotFound; NotAllowed where the author has tied it."""
    appeal, role = await _letter(uow, actor, appeal_id, to_change=True)
    which = _promises(appeal.mandate_id).where(Promise.id == known_id("promise", promise_id))
    if await uow.session.scalar(which) is None:
        raise NotFound("promise", promise_id)
    known = await uow.session.scalar(
        select(PromiseTouch).where(
            PromiseTouch.promise_id == promise_id, PromiseTouch.appeal_id == appeal.id
        )
    )
    if known is None:
        uow.session.add(PromiseTouch(promise_id=promise_id, appeal_id=appeal.id))
    else:
        if role is not Role.VOTER and await _by_author(uow, appeal.id, promise_id):
            raise NotAllowed("promise", "tied_by_author")
        await uow.session.delete(known)
    step = TIED if known is None else UNTIED
    await record(uow, appeal, step, actor, role, promise=promise_id)
    await uow.session.flush()


def _promises(mandate_id: int) -> Select[Promise]:
    return (
        select(Promise)
        .join(Programme, Programme.id == Promise.programme_id)
        .where(Programme.mandate_id == mandate_id)
    )


async def _letter(
    uow: UnitOfWork, actor: Actor, appeal_id: int, *, to_change: bool = False
) -> tuple[Appeal, Role]:
    own_or_work = or_(scopes.authored(actor), scopes.either(actor))
    query = select(Appeal).where(Appeal.id == known_id("appeal", appeal_id), own_or_work)
    row = await uow.session.scalar(query.with_for_update() if to_change else query)
    if row is None or row.state not in COUNTS_FOR_PROMISES:
        raise NotFound("appeal", appeal_id)
    if row.author_id == actor.user_id:
        return row, Role.VOTER
    return row, actor.role_for(row.mandate_id) or Role.COORDINATOR


async def _by_author(uow: UnitOfWork, appeal_id: int, promise_id: int) -> bool:
    """Whether the last who tied it was the author."""
    rows = await uow.session.execute(
        select(AppealEvent.actor_role, AppealEvent.data)
        .where(AppealEvent.appeal_id == appeal_id, AppealEvent.action == TIED)
        .order_by(AppealEvent.position.desc())
    )
    last = next((role for role, data in rows if data["promise"] == promise_id), None)
    return last == Role.VOTER
