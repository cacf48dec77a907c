"""What a deputy did in a window; counted once for all who follow the deputy."""

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, and_, func, select
from sqlalchemy.orm import InstrumentedAttribute

from domain.names import Names
from domain.promises import ChangeState, PromiseStatus
from domain.records import RecordState
from models.appeals import Answer, Appeal
from models.assemblies import Convocation
from models.deputies import Mandate
from models.programmes import Programme, Promise
from models.records import DeputyRequest, Meeting
from models.verdicts import StatusChange
from services.elections import not_in_election
from services.unit_of_work import UnitOfWork

KEPT: Final = 2_000  # weeks of deputies
NAMED: Final = 3  # records of a kind
MOST: Final = 20  # followed things that are looked at; the message shows fewer
FRESH: Final = timedelta(minutes=5)  # after that a record may have been taken back


@dataclass(frozen=True, slots=True)
class Window:
    """From `since` on, before `until`."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Change:
    """A status of a promise that became public."""

    promise_id: int
    mandate_id: int
    text: Names
    status: PromiseStatus


@dataclass(frozen=True, slots=True)
class Fact:
    """A record that was accepted. `day` is None where only a period is told."""

    id: int
    day: date | None


@dataclass(frozen=True, slots=True)
class Week:
    """The newest of the records, and how many there are."""

    meetings: int
    requests: int
    answered: int
    changes: tuple[Change, ...]
    newest_meetings: tuple[Fact, ...] = ()
    newest_requests: tuple[Fact, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.meetings or self.requests or self.answered or self.changes)


_Kept = OrderedDict[tuple[int, Window], tuple[datetime, Week]]


async def week_of(uow: UnitOfWork, mandate_id: int, window: Window) -> Week:
    """Thousands follow one deputy and get their digests in the same hour."""
    shelf: _Kept = uow.process.setdefault(Week, OrderedDict())
    key = (mandate_id, window)
    known = shelf.get(key)
    if known is not None and abs(uow.now - known[0]) < FRESH:
        return known[1]
    found = await _read(uow, mandate_id, window)
    shelf[key] = (uow.now, found)
    while len(shelf) > KEPT:
        shelf.popitem(last=False)
    return found


async def _read(uow: UnitOfWork, mandate_id: int, window: Window) -> Week:
    held = and_(
        Meeting.mandate_id == mandate_id,
        Meeting.state == RecordState.ACCEPTED,
        within(Meeting.reviewed_at, window),
    )
    sent = and_(
        DeputyRequest.initiator_id == mandate_id,
        DeputyRequest.state == RecordState.ACCEPTED,
        within(DeputyRequest.reviewed_at, window),
    )
    meetings = select(func.count(Meeting.id)).where(held)
    requests = select(func.count(DeputyRequest.id)).where(sent)
    answered = (
        select(func.count(func.distinct(Answer.appeal_id)))
        .join(Appeal, Appeal.id == Answer.appeal_id)
        .where(
            Appeal.mandate_id == mandate_id,
            Answer.interim.is_(False),
            within(Answer.sent_at, window),
        )
    )
    row = (
        await uow.session.execute(
            select(meetings.scalar_subquery(), requests.scalar_subquery(),
                   answered.scalar_subquery())
        )
    ).one()  # fmt: skip
    return Week(
        row[0],
        row[1],
        row[2],
        await changes(uow, Programme.mandate_id == mandate_id, window),
        await _newest(uow, Meeting.id, Meeting.held_on, held) if row[0] else (),
        await _newest(uow, DeputyRequest.id, DeputyRequest.sent_on, sent) if row[1] else (),
    )


async def _newest(
    uow: UnitOfWork, ident: InstrumentedAttribute[int],
    day: InstrumentedAttribute[date | None], which: ColumnElement[bool],
) -> tuple[Fact, ...]:  # fmt: skip
    query = select(ident, day).where(which).order_by(day.desc(), ident.desc()).limit(NAMED)
    return tuple(Fact(*row) for row in await uow.session.execute(query))


async def changes(
    uow: UnitOfWork, which: ColumnElement[bool], window: Window
) -> tuple[Change, ...]:
    """Of the promises of one deputy, or of some that are followed; the newest first."""
    rows = await uow.session.execute(
        select(StatusChange.status, Promise, Programme.mandate_id)
        .join(Promise, Promise.id == StatusChange.promise_id)
        .join(Programme, Programme.id == Promise.programme_id)
        .join(Mandate, Mandate.id == Programme.mandate_id)
        .join(Convocation, Convocation.id == Mandate.convocation_id)
        .where(
            which,
            not_in_election(uow),
            StatusChange.state == ChangeState.PUBLIC,
            within(StatusChange.published_at, window),
        )
        .order_by(StatusChange.published_at.desc(), StatusChange.id.desc())
    )
    return tuple(
        Change(promise.id, mandate_id, promise.texts, PromiseStatus(status))
        for status, promise, mandate_id in rows
    )


def within(column: InstrumentedAttribute[datetime | None], window: Window) -> ColumnElement[bool]:
    return and_(column >= window.since, column < window.until)
