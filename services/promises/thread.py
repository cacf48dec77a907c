"""Everything that touches a promise in one thread, the newest first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from sqlalchemy import func, select

from domain.appeals import COUNTS_FOR_PROMISES, Visibility
from domain.names import Names
from domain.promises import PromiseStatus, Subject
from domain.records import MeetingFormat, RecordState
from domain.samples import SMALLEST_CELL
from models.appeals import Appeal
from models.geography import Place
from models.records import DeputyRequest, Evidence, Meeting, PromiseTouch
from models.verdicts import StatusChange
from services.appeals.publicity import public_words
from services.promises.responses import Response, about
from services.unit_of_work import UnitOfWork

PAGE: Final = 5
_COUNTED: Final = Appeal.state.in_(sorted(COUNTS_FOR_PROMISES))
MOST: Final = 500  # of one kind; older ones are found in the registers


class Kind(StrEnum):
    MEETING = "meeting"
    REQUEST = "request"
    APPEAL = "appeal"
    STATUS = "status"


@dataclass(frozen=True, slots=True)
class Touch:
    """`day` is None where no source tells it. What does not belong to the kind is empty."""

    kind: Kind
    id: int
    day: date | None
    text: Names | None = None
    place: Names | None = None
    format: MeetingFormat | None = None
    inside: bool | None = None
    status: PromiseStatus | None = None
    url: str | None = None
    responses: tuple[Response, ...] = ()
    proofs: int = 0  # pieces of evidence behind it


@dataclass(frozen=True, slots=True)
class Thread:
    """`appeals` is None where there are too few to be counted without naming somebody."""

    touches: tuple[Touch, ...]
    page: int
    total: int
    appeals: int | None


Known = tuple[Kind, int, date | None]


async def thread(uow: UnitOfWork, promise_id: int, page: int = 0) -> Thread:
    found = [
        *await _meetings(uow, promise_id),
        *await _requests(uow, promise_id),
        *await _appeals(uow, promise_id),
        *await _statuses(uow, promise_id),
    ]
    found.sort(key=lambda one: (one[2] or date.min, one[1]), reverse=True)
    here = min(max(page, 0), max(0, (len(found) - 1) // PAGE))
    shown = found[here * PAGE : (here + 1) * PAGE]
    counted = await uow.session.scalar(
        select(func.count(Appeal.id))
        .join(PromiseTouch, PromiseTouch.appeal_id == Appeal.id)
        .where(PromiseTouch.promise_id == promise_id, _COUNTED)
    )
    appeals = counted or 0
    return Thread(
        tuple(await _loaded(uow, shown)),
        here,
        len(found),
        None if 0 < appeals < SMALLEST_CELL else appeals,
    )


async def _meetings(uow: UnitOfWork, promise_id: int) -> list[Known]:
    day = func.coalesce(Meeting.held_on, Meeting.period_to)
    rows = await uow.session.execute(
        select(Meeting.id, day)
        .join(PromiseTouch, PromiseTouch.meeting_id == Meeting.id)
        .where(PromiseTouch.promise_id == promise_id, Meeting.state == RecordState.ACCEPTED)
        .order_by(Meeting.id.desc())
        .limit(MOST)
    )
    return [(Kind.MEETING, ident, when) for ident, when in rows]


async def _requests(uow: UnitOfWork, promise_id: int) -> list[Known]:
    day = func.coalesce(DeputyRequest.sent_on, DeputyRequest.period_to)
    rows = await uow.session.execute(
        select(DeputyRequest.id, day)
        .join(PromiseTouch, PromiseTouch.request_id == DeputyRequest.id)
        .where(PromiseTouch.promise_id == promise_id, DeputyRequest.state == RecordState.ACCEPTED)
        .order_by(DeputyRequest.id.desc())
        .limit(MOST)
    )
    return [(Kind.REQUEST, ident, when) for ident, when in rows]


async def _appeals(uow: UnitOfWork, promise_id: int) -> list[Known]:
    """Only those of which the author made something public."""
    rows = await uow.session.execute(
        select(Appeal.id, Appeal.registered_on)
        .join(PromiseTouch, PromiseTouch.appeal_id == Appeal.id)
        .where(
            PromiseTouch.promise_id == promise_id,
            _COUNTED,
            Appeal.visibility != Visibility.PRIVATE,
        )
        .order_by(Appeal.id.desc())
        .limit(MOST)
    )
    return [(Kind.APPEAL, ident, when) for ident, when in rows]


async def _statuses(uow: UnitOfWork, promise_id: int) -> list[Known]:
    rows = await uow.session.execute(
        select(StatusChange.id, StatusChange.published_at)
        .where(StatusChange.promise_id == promise_id, StatusChange.published_at.is_not(None))
        .order_by(StatusChange.id.desc())
        .limit(MOST)
    )
    return [(Kind.STATUS, ident, uow.rules.today(at)) for ident, at in rows if at]


async def _loaded(uow: UnitOfWork, known: Sequence[Known]) -> list[Touch]:
    said = {
        kind: await about(uow, subject, [ident for one, ident, _ in known if one is kind])
        for kind, subject in ((Kind.MEETING, Subject.MEETING), (Kind.REQUEST, Subject.REQUEST))
    }
    loaders = {Kind.MEETING: _meeting, Kind.REQUEST: _request}
    found: list[Touch] = []
    for kind, ident, day in known:
        if kind in loaders:
            touch = await loaders[kind](uow, ident, day, said[kind].get(ident, ()))
            found.append(replace(touch, proofs=await _proofs(uow, kind, ident)))
        elif kind is Kind.APPEAL:
            appeal = await uow.session.get_one(Appeal, ident)
            words = public_words(Visibility(appeal.visibility), appeal.summary, appeal.text)
            found.append(Touch(kind, ident, day, text=Names(None, words, None)))
        else:
            change = await uow.session.get_one(StatusChange, ident)
            found.append(Touch(kind, ident, day, status=PromiseStatus(change.status)))
    return found


async def _proofs(uow: UnitOfWork, kind: Kind, ident: int) -> int:
    of = Evidence.meeting_id if kind is Kind.MEETING else Evidence.request_id
    return await uow.session.scalar(select(func.count(Evidence.id)).where(of == ident)) or 0


async def _meeting(
    uow: UnitOfWork, ident: int, day: date | None, said: tuple[Response, ...]
) -> Touch:
    row = await uow.session.get_one(Meeting, ident)
    place = await uow.session.get(Place, row.place_id) if row.place_id else None
    typed = Names(None, row.place_text, None) if row.place_text else None
    return Touch(
        Kind.MEETING,
        ident,
        day,
        place=place.names if place else typed,
        format=MeetingFormat(row.format) if row.format else None,
        inside=row.inside,
        url=row.source_url,
        responses=said,
    )


async def _request(
    uow: UnitOfWork, ident: int, day: date | None, said: tuple[Response, ...]
) -> Touch:
    row = await uow.session.get_one(DeputyRequest, ident)
    return Touch(Kind.REQUEST, ident, day, text=row.texts, url=row.source_url, responses=said)
