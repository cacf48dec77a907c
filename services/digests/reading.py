"""What stands in somebody's digest, read when it is sent: with the rights of that moment."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import and_, func, or_, select

from domain.announcements import AnnouncementState
from domain.appeals import OPEN, State, Topic
from domain.digests import Followed
from domain.names import Names
from domain.records import RecordState
from domain.roles import Actor, Role
from models.appeals import Appeal
from models.deputies import Mandate
from models.news import Announcement, Subscription
from models.programmes import Promise
from models.records import Meeting
from services import directory, people
from services.digests import activists, coordination, desks
from services.digests.activists import Activism
from services.digests.coordination import Coordination
from services.digests.desks import Desk
from services.digests.week import Change, Week, Window, changes, week_of, within
from services.directory import Deputy
from services.unit_of_work import UnitOfWork

FEWEST: Final = 5  # smaller numbers of a topic could tell who has written
MOST: Final = 20  # followed things that are looked at; the message shows fewer
WAITS_FOR_AUTHOR: Final = (State.CLARIFICATION, State.ANSWERED)


@dataclass(frozen=True, slots=True)
class DeputyWeek:
    deputy: Deputy
    week: Week


@dataclass(frozen=True, slots=True)
class OwnLetter:
    id: int
    number: str
    state: State
    waits: bool  # for the author


@dataclass(frozen=True, slots=True)
class Letters:
    """What moved in the window or waits for the author; `open`: all that are not closed."""

    rows: tuple[OwnLetter, ...]
    open: int


@dataclass(frozen=True, slots=True)
class TopicWeek:
    """`letters` is None for fewer than five, but not for nothing."""

    topic: Topic
    district: int
    mandate_id: int
    meetings: int
    letters: int | None


@dataclass(frozen=True, slots=True)
class Announced:
    id: int
    deputy: Deputy
    kind: str
    text: Names
    starts_at: datetime | None
    place: str | None


@dataclass(frozen=True, slots=True)
class Digest:
    window: Window
    deputies: tuple[DeputyWeek, ...]
    promises: tuple[Change, ...]
    topics: tuple[TopicWeek, ...]
    letters: Letters
    joined: tuple[OwnLetter, ...]
    announced: tuple[Announced, ...]
    desks: tuple[Desk, ...]
    coordination: Coordination | None
    activism: Activism | None

    @property
    def is_empty(self) -> bool:
        return not (
            any(one.week for one in self.deputies)
            or self.promises
            or self.topics
            or self.letters.rows
            or self.joined
            or self.announced
            or self.desks
            or self.coordination
            or self.activism
        )


async def digest(uow: UnitOfWork, actor: Actor, window: Window) -> Digest:
    followed = await _followed(uow, actor)
    mandates = sorted(one.mandate_id for one in followed if one.mandate_id)[:MOST]
    promises = [one.promise_id for one in followed if one.promise_id]
    return Digest(
        window,
        tuple([await _deputy(uow, one, window) for one in mandates]),
        await _promises(uow, promises, mandates, window),
        await _topics(uow, followed, window),
        await _letters(uow, actor, window),
        await _joined(uow, followed, window),
        await _announced(uow, actor, mandates, window),
        tuple([await desks.desk(uow, actor, one) for one in sorted(actor.mandates)]),
        await coordination.read(uow, actor, window) if actor.has(Role.COORDINATOR) else None,
        await activists.read(uow, actor, window) if actor.has(Role.ACTIVIST) else None,
    )


async def _followed(uow: UnitOfWork, actor: Actor) -> list[Subscription]:
    rows = await uow.session.scalars(
        select(Subscription).where(Subscription.user_id == actor.user_id).order_by(Subscription.id)
    )
    return list(rows)


async def _deputy(uow: UnitOfWork, mandate_id: int, window: Window) -> DeputyWeek:
    return DeputyWeek(
        await directory.deputy(uow, mandate_id), await week_of(uow, mandate_id, window)
    )


async def _promises(
    uow: UnitOfWork, ids: list[int], mandates: list[int], window: Window
) -> tuple[Change, ...]:
    """Those of deputies who are followed stand with them."""
    if not ids:
        return ()
    found = await changes(uow, Promise.id.in_(ids), window)
    return tuple(one for one in found if one.mandate_id not in mandates)


async def _topics(
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


async def _letters(uow: UnitOfWork, actor: Actor, window: Window) -> Letters:
    mine = and_(Appeal.author_id == actor.user_id, Appeal.number.is_not(None))
    waits = Appeal.state.in_(WAITS_FOR_AUTHOR)
    rows = await uow.session.execute(
        select(Appeal.id, Appeal.number, Appeal.state)
        .where(mine, or_(waits, within(Appeal.state_since, window)))
        .order_by(waits.desc(), Appeal.state_since.desc(), Appeal.id.desc())
        .limit(MOST)
    )
    counted = select(func.count(Appeal.id)).where(mine, Appeal.state.in_(OPEN))
    return Letters(_own(rows), await uow.session.scalar(counted) or 0)


async def _joined(
    uow: UnitOfWork, followed: list[Subscription], window: Window
) -> tuple[OwnLetter, ...]:
    ids = [one.appeal_id for one in followed if one.appeal_id]
    if not ids:
        return ()
    rows = await uow.session.execute(
        select(Appeal.id, Appeal.number, Appeal.state)
        .where(Appeal.id.in_(ids), within(Appeal.state_since, window))
        .order_by(Appeal.state_since.desc(), Appeal.id.desc())
        .limit(MOST)
    )
    return tuple(replace(one, waits=False) for one in _own(rows))


def _own(rows: Iterable[Any]) -> tuple[OwnLetter, ...]:
    return tuple(
        OwnLetter(ident, number, State(state), state in WAITS_FOR_AUTHOR)
        for ident, number, state in rows
    )


async def _announced(
    uow: UnitOfWork, actor: Actor, mandates: list[int], window: Window
) -> tuple[Announced, ...]:
    """What is still to come, and news of the window, as they stand now."""
    homes = [district for _, district in await people.homes_of(uow, actor)]
    theirs = or_(
        Announcement.mandate_id.in_(mandates),
        Announcement.mandate_id.in_(select(Mandate.id).where(Mandate.district_id.in_(homes))),
    )
    news = and_(Announcement.starts_at.is_(None), within(Announcement.published_at, window))
    rows = await uow.session.scalars(
        select(Announcement)
        .where(
            theirs,
            Announcement.state == AnnouncementState.PUBLISHED,
            or_(Announcement.starts_at > uow.now, news),
        )
        .order_by(Announcement.starts_at.is_(None), Announcement.starts_at, Announcement.id)
        .limit(MOST)
    )
    return tuple([await _announcement(uow, row) for row in rows.all()])


async def _announcement(uow: UnitOfWork, row: Announcement) -> Announced:
    deputy = await directory.deputy(uow, row.mandate_id)
    return Announced(row.id, deputy, row.kind, row.texts, row.starts_at, row.place)
