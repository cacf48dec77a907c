"""What a coordinator looks after: what waits, what is missing, what did not arrive, figures."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import ColumnElement, func, select

from domain.appeals import AWAITING_ANSWER
from domain.roles import Actor
from models.appeals import Answer, Appeal
from services import outbox
from services.appeals import held, reading, scopes
from services.digests.week import Window, within
from services.gaps import data_gaps
from services.records.waiting import Waiting, waiting
from services.unit_of_work import UnitOfWork

WEEK: Final = timedelta(days=7)
WEEKS: Final = 8  # of the queue are shown together


@dataclass(frozen=True, slots=True)
class QueueWeek:
    """What came and what was answered in seven days."""

    since: date
    registered: int
    answered: int


@dataclass(frozen=True, slots=True)
class Coordination:
    """`undelivered` is None for coordinators of single assemblies: it is counted for all."""

    queue: reading.Page
    held: int
    gaps: int
    undelivered: int | None
    registered: int
    answered: int
    late: int
    checks: Waiting
    weeks: tuple[QueueWeek, ...]  # the oldest first


async def read(uow: UnitOfWork, actor: Actor, window: Window) -> Coordination:
    area = scopes.coordinated_assemblies(actor)
    today = uow.rules.today(uow.now)
    registered = select(func.count(Appeal.id)).where(area, within(Appeal.received_at, window))
    late = select(func.count(Appeal.id)).where(
        area, Appeal.state.in_(AWAITING_ANSWER), Appeal.answer_due < today
    )
    answered = (
        select(func.count(func.distinct(Answer.appeal_id)))
        .join(Appeal, Appeal.id == Answer.appeal_id)
        .where(area, Answer.interim.is_(False), within(Answer.sent_at, window))
    )
    return Coordination(
        await reading.to_hand_over(uow, actor, 0),
        await held.count(uow, actor),
        (await data_gaps(uow, actor, limit=1)).total,
        await outbox.count_lost(uow) if actor.coordinated_assemblies is None else None,
        await uow.session.scalar(registered) or 0,
        await uow.session.scalar(answered) or 0,
        await uow.session.scalar(late) or 0,
        await waiting(uow, actor),
        await _weeks(uow, area, window),
    )


async def _weeks(
    uow: UnitOfWork, area: ColumnElement[bool], window: Window
) -> tuple[QueueWeek, ...]:
    """The last ones that are over, in two questions."""
    ends = [window.until - WEEK * n for n in reversed(range(WEEKS))]
    spans = [Window(end - WEEK, end) for end in ends]
    whole = Window(spans[0].since, window.until)
    came = await uow.session.execute(
        select(
            *(func.count(Appeal.id).filter(within(Appeal.received_at, one)) for one in spans)
        ).where(area, within(Appeal.received_at, whole))
    )
    answers = func.distinct(Answer.appeal_id)
    gone = await uow.session.execute(
        select(*(func.count(answers).filter(within(Answer.sent_at, one)) for one in spans))
        .join(Appeal, Appeal.id == Answer.appeal_id)
        .where(area, Answer.interim.is_(False), within(Answer.sent_at, whole))
    )
    return tuple(
        QueueWeek(uow.rules.today(span.since), registered, answered)
        for span, registered, answered in zip(spans, came.one(), gone.one(), strict=True)
    )
