"""Appeals as people see them. Each query carries the viewer's scope: the rest is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, select

from domain.appeals import (
    AWAITING_ANSWER,
    COUNTS_FOR_PROMISES,
    Closing,
    Kind,
    Outcome,
    State,
    Topic,
    Visibility,
)
from domain.clock import AnswerDue
from domain.due import DueDate, days_left
from domain.errors import NotFound
from domain.life_cycle import Action
from domain.names import Names
from domain.roles import Actor, Role
from models.appeals import Appeal
from services import directory, people
from services.appeals import conditions, record, scopes
from services.appeals.course import Course, course_of
from services.appeals.dates import dates_of
from services.appeals.e_otinish import StateClock, state_clock
from services.appeals.files import StoredFile, files_of
from services.appeals.home import Home, home_of
from services.appeals.record import Addition, AnswerView, Event
from services.directory import Deputy
from services.programmes import programme
from services.unit_of_work import UnitOfWork

__all__ = ["PAGE", "Addition", "AnswerView", "Case", "Event", "Page", "Row"]

PAGE = 5


@dataclass(frozen=True, slots=True)
class Case:
    """One registered appeal with everything its viewer may see."""

    id: int
    number: str
    state: State
    kind: Kind
    topic: Topic | None
    text: str
    files: tuple[StoredFile, ...]
    sender_name: str | None
    sender_place: str | None
    home: Home | None
    deputy: Deputy
    received_at: datetime
    registered_on: date
    acknowledge: DueDate | None
    answer_by: AnswerDue | None
    handover: DueDate | None
    reply_by: DueDate | None
    days_left: int | None  # working days to the answer; negative when late; None when not counted
    outcome: Outcome | None
    answers: tuple[AnswerView, ...]
    events: tuple[Event, ...]
    course: Course  # questions, more time, redirection, supporters
    additions: tuple[Addition, ...]
    since: datetime  # when it came into its state
    closed_as: Closing | None
    able: frozenset[Action]  # what its viewer can do with it now
    visibility: Visibility
    e_otinish: StateClock | None
    is_author: bool
    has_workspace: bool  # somebody of the deputy's side is here now
    has_promises: bool  # it can be tied to promises of the deputy


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list."""

    id: int
    number: str
    state: State
    kind: Kind
    topic: Topic | None
    deputy_name: Names
    district: int | None
    place: str | None
    registered_on: date
    answer_due: date | None
    days_left: int | None


@dataclass(frozen=True, slots=True)
class Page:
    rows: tuple[Row, ...]
    page: int
    total: int


async def authored(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Case:
    """The author's own appeal. Raises NotFound."""
    return await _case(uow, actor, appeal_id, scopes.authored(actor), Role.VOTER)


async def in_workspace(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Case:
    """An appeal to a mandate in whose workspace the actor works. Raises NotFound."""
    return await _case(uow, actor, appeal_id, scopes.in_workspace(actor))


async def coordinated(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Case:
    """An appeal that a coordinator has to pass on or to settle. Raises NotFound."""
    if not actor.has(Role.COORDINATOR):
        raise NotFound("appeal", appeal_id)
    return await _case(uow, actor, appeal_id, scopes.coordinated(actor), Role.COORDINATOR)


async def either(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Case:
    """As the deputy's side or as a coordinator. Raises NotFound."""
    return await _case(uow, actor, appeal_id, scopes.either(actor))


async def my_appeals(uow: UnitOfWork, actor: Actor, page: int) -> Page:
    """The newest first."""
    return await page_of(uow, scopes.authored(actor), page, Appeal.id.desc())


async def to_hand_over(uow: UnitOfWork, actor: Actor, page: int) -> Page:
    """What coordinators must pass on or follow up, the oldest first."""
    if not actor.has(Role.COORDINATOR):
        raise NotFound("queue")
    scope = and_(scopes.coordinated(actor), Appeal.state.in_(_COORDINATORS_QUEUE))
    return await page_of(uow, scope, page, Appeal.registered_on, Appeal.id)


_COORDINATORS_QUEUE = (
    State.UNDELIVERABLE,
    State.DELIVERED,
    State.ACKNOWLEDGED,
    State.IN_WORK,
    State.DISPUTED,
)


_LISTED = (
    Appeal.id,
    Appeal.number,
    Appeal.state,
    Appeal.kind,
    Appeal.topic,
    Appeal.mandate_id,
    Appeal.sender_place,
    Appeal.registered_on,
    Appeal.answer_due,
)


async def page_of(uow: UnitOfWork, scope: ColumnElement[bool], page: int, *order: Any) -> Page:
    """For whoever has made sure that the scope is theirs."""
    counted = select(func.count()).select_from(Appeal).where(scope)
    total = await uow.session.scalar(counted) or 0
    return Page(await _rows(uow, scope, page, total, *order), page, total)


async def _rows(
    uow: UnitOfWork, scope: ColumnElement[bool], page: int, total: int, *order: Any
) -> tuple[Row, ...]:
    listed = select(*_LISTED).where(scope).order_by(*order).offset(_start(page, total)).limit(PAGE)
    return await _as_rows(uow, (await uow.session.execute(listed)).all())


def _start(page: int, total: int) -> int:
    last = max(0, (total - 1) // PAGE)
    return min(max(page, 0), last) * PAGE


async def _as_rows(uow: UnitOfWork, found: Sequence[Any]) -> tuple[Row, ...]:
    return tuple([_row(uow, one, await directory.deputy(uow, one.mandate_id)) for one in found])


def _row(uow: UnitOfWork, appeal: Any, deputy: Deputy) -> Row:
    return Row(
        appeal.id,
        appeal.number,
        State(appeal.state),
        Kind(appeal.kind or Kind.HELP),
        Topic(appeal.topic) if appeal.topic else None,
        deputy.name,
        deputy.district,
        appeal.sender_place,
        appeal.registered_on,
        appeal.answer_due,
        _days_left(uow, appeal),
    )


def _days_left(uow: UnitOfWork, appeal: Any) -> int | None:
    if appeal.answer_due is None or State(appeal.state) not in AWAITING_ANSWER:
        return None
    return days_left(uow.rules.today(uow.now), appeal.answer_due, uow.rules.calendar)


async def _case(
    uow: UnitOfWork,
    actor: Actor,
    appeal_id: int,
    scope: ColumnElement[bool],
    role: Role | None = None,
) -> Case:
    """`role` is None where it follows from the mandate: deputy, assistant, or else coordinator."""
    appeal = await uow.session.scalar(select(Appeal).where(Appeal.id == appeal_id, scope))
    if appeal is None or appeal.number is None:
        raise NotFound("appeal", appeal_id)
    role = role or actor.role_for(appeal.mandate_id) or Role.COORDINATOR
    files = await files_of(uow, appeal.id)
    dates = await dates_of(uow, appeal)
    deputy = await directory.deputy(uow, appeal.mandate_id)
    return Case(
        id=appeal.id,
        number=appeal.number,
        state=State(appeal.state),
        kind=Kind(appeal.kind or Kind.HELP),
        topic=Topic(appeal.topic) if appeal.topic else None,
        text=appeal.text,
        files=files.get(None, ()),
        sender_name=appeal.sender_name,
        sender_place=appeal.sender_place,
        home=await home_of(uow, appeal.author_id, deputy),
        deputy=deputy,
        received_at=appeal.received_at or appeal.created_at,
        registered_on=appeal.registered_on or uow.rules.today(appeal.created_at),
        acknowledge=dates.acknowledge,
        answer_by=dates.answer,
        handover=dates.handover,
        reply_by=dates.reply,
        days_left=_days_left(uow, appeal),
        outcome=Outcome(appeal.outcome) if appeal.outcome else None,
        answers=await record.answers(uow, appeal.id, files),
        events=await record.events(uow, appeal.id),
        additions=await record.additions(uow, appeal.id),
        course=await course_of(uow, appeal),
        since=appeal.state_since or appeal.created_at,
        closed_as=Closing(appeal.closed_as) if appeal.closed_as else None,
        able=await conditions.able(uow, appeal, role),
        visibility=Visibility(appeal.visibility),
        e_otinish=state_clock(uow, appeal),
        is_author=appeal.author_id == actor.user_id,
        has_workspace=bool(await people.workspace_members(uow, appeal.mandate_id)),
        has_promises=await _has_promises(uow, appeal),
    )


async def _has_promises(uow: UnitOfWork, appeal: Appeal) -> bool:
    if appeal.state not in COUNTS_FOR_PROMISES:
        return False
    return bool((await programme(uow, appeal.mandate_id)).promises)
