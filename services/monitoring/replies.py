"""What deputies' sides say to the facts of a report; it stands beside them there too."""

from sqlalchemy import ColumnElement, and_, or_, select

from domain.masks import mask
from domain.names import Names
from domain.promises import Decision, ResponseKind, Subject
from domain.records import RecordState
from models.deputies import Mandate
from models.figures import StatedFigure
from models.records import DeputyRequest, Meeting
from models.verdicts import DeputyResponse
from services.monitoring.counting import in_period
from services.monitoring.facts import Period, Reply, Scope
from services.unit_of_work import UnitOfWork


async def replies(uow: UnitOfWork, scope: Scope) -> tuple[Reply, ...]:
    """About figures, meetings and requests that are part of the report, the oldest first."""
    rows = await uow.session.execute(
        select(DeputyResponse, StatedFigure, Meeting, DeputyRequest)
        .join(Mandate, Mandate.id == DeputyResponse.mandate_id)
        .outerjoin(StatedFigure, StatedFigure.id == DeputyResponse.figure_id)
        .outerjoin(Meeting, Meeting.id == DeputyResponse.meeting_id)
        .outerjoin(DeputyRequest, DeputyRequest.id == DeputyResponse.request_id)
        .where(Mandate.convocation_id == scope.convocation_id, _inside(scope.period))
        .order_by(DeputyResponse.id)
    )
    return tuple(_reply(uow, *row) for row in rows)


def _inside(period: Period) -> ColumnElement[bool]:
    first, last = period
    return or_(
        and_(
            StatedFigure.id.is_not(None),
            or_(StatedFigure.period_from.is_(None), StatedFigure.period_from >= first),
            or_(StatedFigure.period_to.is_(None), StatedFigure.period_to <= last),
        ),
        and_(
            Meeting.state == RecordState.ACCEPTED,
            in_period(Meeting.held_on, Meeting, period),
        ),
        and_(
            DeputyRequest.state == RecordState.ACCEPTED,
            in_period(DeputyRequest.sent_on, DeputyRequest, period),
        ),
    )


def _reply(
    uow: UnitOfWork,
    row: DeputyResponse,
    figure: StatedFigure | None,
    meeting: Meeting | None,
    request: DeputyRequest | None,
) -> Reply:
    day, about = None, Names(None, None, None)
    subject = Subject.FIGURE
    if meeting is not None:
        subject, day = Subject.MEETING, meeting.held_on or meeting.period_to
    if request is not None:
        subject, day, about = Subject.REQUEST, request.sent_on or request.period_to, request.texts
    return Reply(
        mandate_id=row.mandate_id,
        subject=subject,
        measure=figure.measure if figure else None,
        value=figure.value if figure else None,
        day=day,
        about=about,
        kind=ResponseKind(row.kind),
        words=mask(row.text),
        said_on=uow.rules.today(row.written_at),
        decision=Decision(row.decision) if row.decision else None,
        because=row.decided_because,
    )
