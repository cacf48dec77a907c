"""A promise with its status, and each verdict as whoever asks may see it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, bindparam, func, select

from domain.due import RULES, DueDate, RuleId, due
from domain.errors import NotFound
from domain.masks import mask
from domain.promises import OPEN, ChangeState, PromiseScope, PromiseStatus, Subject
from domain.records import ReturnReason
from domain.roles import Actor
from models.programmes import Programme, Promise
from models.records import Evidence
from models.verdicts import StatusChange
from services.directory import Deputy
from services.programmes import PromiseItem, programme
from services.promises import proofs, responses, scope
from services.promises.proofs import Proof
from services.promises.responses import Response
from services.unit_of_work import UnitOfWork

PAGE = 5


@dataclass(frozen=True, slots=True)
class Verdict:
    """A proposed or public status. `reached`: the deputy's side was told before it was public."""

    id: int
    promise_id: int
    status: PromiseStatus
    state: ChangeState
    reason: str
    proofs: tuple[Proof, ...]
    responses: tuple[Response, ...]
    proposed_on: date
    confirmed_on: date | None
    reply_by: DueDate | None
    reached: bool | None
    published_on: date | None
    returned_for: ReturnReason | None


@dataclass(frozen=True, slots=True)
class PromiseView:
    """`verdict` is the public one; without it nothing was rated yet."""

    item: PromiseItem
    deputy: Deputy
    indicator: str | None
    scope: PromiseScope | None
    source: str | None
    verdict: Verdict | None
    rated: int  # public statuses so far
    may_propose: bool
    is_side: bool  # works for this deputy
    pending: int | None  # the change that is on its way, for whoever may see it

    @property
    def id(self) -> int:
        return self.item.id

    @property
    def status(self) -> PromiseStatus:
        return self.verdict.status if self.verdict else PromiseStatus.NOT_RATED


@dataclass(frozen=True, slots=True)
class Change:
    """A verdict with the promise, and what this person may do with it."""

    verdict: Verdict
    promise: PromiseView
    is_proposer: bool
    is_side: bool
    may_review: bool
    conflict: str | None  # why this coordinator may not decide


@dataclass(frozen=True, slots=True)
class History:
    promise: PromiseView
    verdicts: tuple[Verdict, ...]
    page: int
    total: int


async def promise(uow: UnitOfWork, actor: Actor, promise_id: int) -> PromiseView:
    """Raises NotFound."""
    mandate_id = await scope.mandate_of(uow, promise_id)
    known = await programme(uow, mandate_id)
    item = next((one for one in known.promises if one.id == promise_id), None)
    row = await uow.session.get(Promise, promise_id)
    if item is None or row is None:
        raise NotFound("promise", promise_id)
    newest = await uow.session.scalar(
        _published(promise_id).where(StatusChange.state == ChangeState.PUBLIC).limit(1)
    )
    public = await verdicts(uow, [newest] if newest else [])
    return PromiseView(
        item=item,
        deputy=known.deputy,
        indicator=row.indicator,
        scope=PromiseScope(row.scope) if row.scope else None,
        source=row.source or known.source,
        verdict=public[0] if public else None,
        rated=await _count(uow, promise_id),
        may_propose=scope.may_propose(actor, known.deputy.assembly_id),
        is_side=mandate_id in actor.mandates,
        pending=await _pending(uow, actor, promise_id),
    )


def _published(promise_id: int) -> Select[StatusChange]:
    return (
        select(StatusChange)
        .where(StatusChange.promise_id == promise_id, StatusChange.published_at.is_not(None))
        .order_by(StatusChange.published_at.desc(), StatusChange.id.desc())
    )


async def _count(uow: UnitOfWork, promise_id: int) -> int:
    query = select(func.count()).select_from(_published(promise_id).order_by(None).subquery())
    return await uow.session.scalar(query) or 0


async def _pending(uow: UnitOfWork, actor: Actor, promise_id: int) -> int | None:
    query = scope.changes().where(
        StatusChange.promise_id == promise_id, StatusChange.state.in_(OPEN), scope.visible(actor)
    )
    found = (await uow.session.execute(query.limit(1))).first()
    return found[0].id if found else None


_STATUSES = (
    select(StatusChange.promise_id, StatusChange.status)
    .join(Promise, Promise.id == StatusChange.promise_id)
    .join(Programme, Programme.id == Promise.programme_id)
    .where(
        Programme.mandate_id == bindparam("mandate_id"),
        StatusChange.state == ChangeState.PUBLIC,
    )
    .order_by(StatusChange.published_at, StatusChange.id)
)


async def statuses(uow: UnitOfWork, mandate_id: int) -> dict[int, PromiseStatus]:
    """Of the promises of a programme that were rated."""
    rows = await uow.session.execute(_STATUSES, {"mandate_id": mandate_id})
    return {promise_id: PromiseStatus(status) for promise_id, status in rows}


async def history(uow: UnitOfWork, actor: Actor, promise_id: int, page: int) -> History:
    """Every status that was ever public, the newest first."""
    about = await promise(uow, actor, promise_id)
    here = min(max(page, 0), max(0, (about.rated - 1) // PAGE))
    rows = await uow.session.scalars(_published(promise_id).offset(here * PAGE).limit(PAGE))
    return History(about, await verdicts(uow, rows.all()), here, about.rated)


async def change(uow: UnitOfWork, actor: Actor, change_id: int) -> Change:
    """Raises NotFound."""
    row, mandate_id, assembly_id = await scope.change_row(uow, change_id, scope.visible(actor))
    return Change(
        (await verdicts(uow, [row]))[0],
        await promise(uow, actor, row.promise_id),
        is_proposer=row.proposed_by == actor.user_id,
        is_side=mandate_id in actor.mandates,
        may_review=actor.coordinates(assembly_id),
        conflict=conflict(actor, row, mandate_id),
    )


def conflict(actor: Actor, row: StatusChange, mandate_id: int) -> str | None:
    """Two different people look at each verdict, and nobody of the deputy's side is one of them."""
    if row.proposed_by == actor.user_id:
        return "review_own"
    return "review_own_side" if mandate_id in actor.mandates else None


async def verdicts(uow: UnitOfWork, rows: Sequence[StatusChange]) -> tuple[Verdict, ...]:
    ids = [row.id for row in rows]
    evidence = await proofs.behind(uow, Evidence.change_id, ids) if ids else {}
    said = await responses.about(uow, Subject.CHANGE, ids) if ids else {}
    return tuple(
        Verdict(
            id=row.id,
            promise_id=row.promise_id,
            status=PromiseStatus(row.status),
            state=ChangeState(row.state),
            reason=mask(row.reason),
            proofs=evidence.get(row.id, ()),
            responses=said.get(row.id, ()),
            proposed_on=uow.rules.today(row.proposed_at),
            confirmed_on=uow.rules.today(row.reviewed_at) if row.reviewed_at else None,
            reply_by=reply_by(uow, row),
            reached=row.reached_deputy,
            published_on=uow.rules.today(row.published_at) if row.published_at else None,
            returned_for=ReturnReason(row.returned_for) if row.returned_for else None,
        )
        for row in rows
    )


def reply_by(uow: UnitOfWork, row: StatusChange) -> DueDate | None:
    """By the calendar of now: a day off that was added later is not taken from the deputy."""
    if row.reply_due is None or row.reviewed_at is None:
        return None
    calendar = uow.rules.calendar
    start = calendar.next_working(uow.rules.today(row.reviewed_at))
    return due(start, RULES[RuleId.RIGHT_OF_REPLY], calendar)
