"""A topic in a district: how many meetings were about it and how many letters it brought."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select

from domain.appeals import Topic
from domain.digests import Followed
from domain.records import RecordState
from models.appeals import Appeal
from models.deputies import Mandate
from models.news import Subscription
from models.records import Meeting
from services import directory
from services.digests.week import Window, within
from services.unit_of_work import UnitOfWork

FEWEST: Final = 5  # smaller numbers of a topic could tell who has written


@dataclass(frozen=True, slots=True)
class TopicWeek:
    """`letters` is None for fewer than five, but not for nothing."""

    topic: Topic
    district: int
    mandate_id: int
    meetings: int
    letters: int | None


async def followed(
    uow: UnitOfWork, followed: list[Subscription], window: Window
) -> tuple[TopicWeek, ...]:
    found = []
    for one in followed:
        if one.what == Followed.TOPIC and one.topic and one.district_id:
            week = await _topic(uow, Topic(one.topic), one.district_id, window)
            if week is not None:
                found.append(week)
    return tuple(found)


async def _topic(
    uow: UnitOfWork, topic: Topic, district_id: int, window: Window
) -> TopicWeek | None:
    rows = await uow.session.execute(
        directory.deputies().where(Mandate.district_id == district_id).order_by(Mandate.id.desc())
    )
    deputies = [directory.as_deputy(row) for row in rows]
    ids = [one.mandate_id for one in deputies]
    held = await uow.session.scalars(
        select(Meeting.topics).where(
            Meeting.mandate_id.in_(ids),
            Meeting.state == RecordState.ACCEPTED,
            within(Meeting.reviewed_at, window),
        )
    )
    letters = await uow.session.scalar(
        select(func.count(Appeal.id)).where(
            Appeal.mandate_id.in_(ids),
            Appeal.number.is_not(None),
            Appeal.topic == topic,
            within(Appeal.received_at, window),
        )
    )
    meetings = sum(topic in topics for topics in held)
    if not (meetings or letters) or not deputies:
        return None
    cell = None if letters and letters < FEWEST else letters or 0
    return TopicWeek(topic, deputies[0].district or 0, ids[0], meetings, cell)
