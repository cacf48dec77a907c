"""Figures counted from the registers. Only accepted records count; the database does the adding."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, true

from domain.measures import Measure
from domain.records import MeetingFormat, RecordState
from models.deputies import Mandate
from models.records import DeputyRequest, Meeting, RequestSignatory
from services.monitoring.facts import Counted, Period, RequestFacts
from services.unit_of_work import UnitOfWork


def in_period(day: Any, row: type[Meeting | DeputyRequest], period: Period) -> ColumnElement[bool]:
    """On a day of the period; where only a period is told, the whole of it lies inside."""
    first, last = period
    return or_(
        day.between(first, last),
        and_(day.is_(None), row.period_from >= first, row.period_to <= last),
    )


async def counted(
    uow: UnitOfWork, convocation_id: int, period: Period, only: Collection[int] | None = None
) -> Mapping[int, Counted]:
    """By mandate, of all or of some.

    Requests told as one are left out: nobody knows how many there are.
    """
    found: dict[int, dict[str, int]] = defaultdict(dict)
    requests = and_(
        DeputyRequest.convocation_id == convocation_id,
        DeputyRequest.state == RecordState.ACCEPTED,
        ~DeputyRequest.is_group,
        in_period(DeputyRequest.sent_on, DeputyRequest, period),
    )
    initiated = (
        select(DeputyRequest.initiator_id, func.count())
        .where(requests, DeputyRequest.initiator_id.is_not(None))
        .where(_among(DeputyRequest.initiator_id, only))
        .group_by(DeputyRequest.initiator_id)
    )
    signed = (
        select(RequestSignatory.mandate_id, func.count())
        .join(DeputyRequest, DeputyRequest.id == RequestSignatory.request_id)
        .where(requests, _among(RequestSignatory.mandate_id, only))
        .group_by(RequestSignatory.mandate_id)
    )
    for measure, query in (
        (Measure.REQUESTS_INITIATED, initiated),
        (Measure.REQUESTS_SIGNED, signed),
    ):
        for mandate_id, count in await uow.session.execute(query):
            if mandate_id is not None:
                found[mandate_id][measure] = count
    await _meetings(uow, convocation_id, period, only, found)
    return found


def _among(mandate: Any, only: Collection[int] | None) -> ColumnElement[bool]:
    return true() if only is None else mandate.in_(only)


async def _meetings(
    uow: UnitOfWork,
    convocation_id: int,
    period: Period,
    only: Collection[int] | None,
    found: dict[int, dict[str, int]],
) -> None:
    query = (
        select(Meeting.mandate_id, Meeting.format, Meeting.inside, func.count())
        .join(Mandate, Mandate.id == Meeting.mandate_id)
        .where(
            Mandate.convocation_id == convocation_id,
            Meeting.state == RecordState.ACCEPTED,
            in_period(Meeting.held_on, Meeting, period),
            _among(Meeting.mandate_id, only),
        )
        .group_by(Meeting.mandate_id, Meeting.format, Meeting.inside)
    )
    for mandate_id, form, inside, count in await uow.session.execute(query):
        received = form == MeetingFormat.RECEPTION
        measure = Measure.RECEPTIONS if received else _where(inside)
        row = found[mandate_id or 0]
        row[measure] = row.get(measure, 0) + count


def _where(inside: bool | None) -> Measure:  # noqa: FBT001 - a column with three values
    if inside is None:
        return Measure.MEETINGS_UNKNOWN
    return Measure.MEETINGS_INSIDE if inside else Measure.MEETINGS_OUTSIDE


async def requests(
    uow: UnitOfWork, convocation_id: int, period: Period
) -> tuple[RequestFacts, ...]:
    """Every accepted request of the period, groups too."""
    chosen: Select[Any] = select(DeputyRequest.id).where(
        DeputyRequest.convocation_id == convocation_id,
        DeputyRequest.state == RecordState.ACCEPTED,
        in_period(DeputyRequest.sent_on, DeputyRequest, period),
    )
    signed: dict[int, list[int]] = defaultdict(list)
    rows = await uow.session.execute(
        select(RequestSignatory.request_id, RequestSignatory.mandate_id)
        .where(RequestSignatory.request_id.in_(chosen))
        .order_by(RequestSignatory.id)
    )
    for request_id, mandate_id in rows:
        signed[request_id].append(mandate_id)
    found = await uow.session.scalars(
        select(DeputyRequest)
        .where(DeputyRequest.id.in_(chosen))
        .order_by(DeputyRequest.sent_on, DeputyRequest.id)
    )
    return tuple(_request(row, tuple(signed[row.id])) for row in found)


def _request(row: DeputyRequest, signatories: tuple[int, ...]) -> RequestFacts:
    return RequestFacts(
        id=row.id,
        slug=row.slug,
        text=row.texts,
        initiator=row.initiator_id,
        signatories=signatories,
        complete=row.signatories_complete,
        signatories_stated=row.signatories_stated,
        is_group=row.is_group,
        sent_on=row.sent_on,
        addressee=row.addressee,
        reply_on=row.reply_on,
        issues=tuple(row.issues),
        relates_programme=row.relates_programme,
        socially_significant=row.socially_significant,
        conflict=row.conflict,
        source=row.source,
        url=row.source_url,
    )
