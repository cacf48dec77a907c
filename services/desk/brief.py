"""What a district asks: a week and what is open, in figures that may be shown to others."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import func, or_, select

from domain.appeals import IN_INBOX, Kind, State, Topic
from domain.life_cycle import Action
from domain.roles import Actor
from models.appeals import Appeal, AppealEvent
from services import directory
from services.appeals.reading import Row, page_of
from services.desk.scope import role_in
from services.directory import Deputy
from services.unit_of_work import UnitOfWork

DAYS = 7
OLDEST = 3
FEWEST = 5  # smaller numbers of a topic could tell who has written


@dataclass(frozen=True, slots=True)
class Letter:
    """As much of an appeal as the figures need."""

    kind: Kind
    topic: Topic | None
    state: State
    registered_on: date


@dataclass(frozen=True, slots=True)
class TopicFigures:
    """None stands for fewer than five, but not for nothing."""

    topic: Topic | None
    new: int | None
    open: int | None


@dataclass(frozen=True, slots=True)
class Figures:
    since: date
    until: date
    new: int
    open: int
    thanks: int
    topics: tuple[TopicFigures, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    deputy: Deputy
    figures: Figures
    answered: int
    confirmed: int
    oldest: tuple[Row, ...]


def figures(letters: Iterable[Letter], today: date) -> Figures:
    """The last seven days, today included, and what is open; the most asked topics first."""
    since = today - timedelta(days=DAYS - 1)
    known = list(letters)
    asked = [one for one in known if one.kind is not Kind.THANKS]
    new = Counter(one.topic for one in asked if one.registered_on >= since)
    still = Counter(one.topic for one in asked if one.state in IN_INBOX)
    weight = new + still
    ranked = sorted(weight, key=lambda topic: (-weight[topic], topic or ""))
    return Figures(
        since,
        today,
        new=new.total(),
        open=still.total(),
        thanks=sum(one.kind is Kind.THANKS and one.registered_on >= since for one in known),
        topics=tuple(TopicFigures(one, _cell(new[one]), _cell(still[one])) for one in ranked),
    )


def _cell(n: int) -> int | None:
    return None if 0 < n < FEWEST else n


async def brief(uow: UnitOfWork, actor: Actor, mandate_id: int) -> Brief:
    """For the deputy and the assistants. Raises NotFound for others."""
    role_in(actor, mandate_id)
    today = uow.rules.today(uow.now)
    since = today - timedelta(days=DAYS - 1)
    midnight = datetime.combine(since, datetime.min.time(), uow.rules.zone)
    return Brief(
        await directory.deputy(uow, mandate_id),
        figures(await _letters(uow, mandate_id, since), today),
        await _events(uow, mandate_id, midnight, Action.ANSWER, Action.RECORD_ANSWER),
        await _events(uow, mandate_id, midnight, Action.CONFIRM, Action.CONFIRM_PARTLY),
        await _oldest(uow, mandate_id),
    )


async def _letters(uow: UnitOfWork, mandate_id: int, since: date) -> list[Letter]:
    rows = await uow.session.execute(
        select(Appeal.kind, Appeal.topic, Appeal.state, Appeal.registered_on).where(
            Appeal.mandate_id == mandate_id,
            Appeal.number.is_not(None),
            or_(Appeal.registered_on >= since, Appeal.state.in_(IN_INBOX)),
        )
    )
    return [
        Letter(Kind(kind or Kind.HELP), Topic(topic) if topic else None, State(state), day)
        for kind, topic, state, day in rows
        if day is not None
    ]


async def _events(uow: UnitOfWork, mandate_id: int, since: datetime, *actions: Action) -> int:
    """How many appeals had one of these steps."""
    query = (
        select(func.count(func.distinct(AppealEvent.appeal_id)))
        .join(Appeal, Appeal.id == AppealEvent.appeal_id)
        .where(
            Appeal.mandate_id == mandate_id,
            AppealEvent.action.in_(actions),
            AppealEvent.at >= since,
        )
    )
    return await uow.session.scalar(query) or 0


async def _oldest(uow: UnitOfWork, mandate_id: int) -> tuple[Row, ...]:
    scope = (Appeal.mandate_id == mandate_id) & Appeal.state.in_(IN_INBOX)
    found = await page_of(uow, scope, 0, Appeal.registered_on, Appeal.id)
    return found.rows[:OLDEST]
