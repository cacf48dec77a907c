"""What followers want to hear at once: a fact that was accepted, a status that became public.

The cause only leaves a row; messages are made of it in helpings. The cursor moves in the
transaction that queues them, so a kill loses and repeats nobody.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from sqlalchemy import ColumnElement, and_, or_, select

from domain.digests import Followed
from domain.errors import NotFound
from domain.names import Names
from domain.promises import ChangeState, PromiseStatus
from domain.records import RecordState
from domain.roles import Actor
from models.assemblies import Convocation
from models.deputies import Mandate
from models.news import Broadcast, Subscription
from models.programmes import Programme, Promise
from models.records import DeputyRequest, Meeting
from models.users import User
from models.verdicts import StatusChange
from services import directory, outbox
from services.directory import Deputy
from services.elections import not_in_election
from services.unit_of_work import UnitOfWork

HELPING: Final = 200


class NewsKind(StrEnum):
    """Also the kind of the messages; the subject is the id of what happened."""

    MEETING = "news_meeting"
    REQUEST = "news_request"
    STATUS = "news_status"


@dataclass(frozen=True, slots=True)
class News:
    """`subscription_id` is what the recipient can stop with one tap."""

    kind: NewsKind
    subject_id: int
    subscription_id: int
    deputy: Deputy
    day: date | None
    words: Names | None
    promise_id: int | None
    status: PromiseStatus | None


@dataclass(frozen=True, slots=True)
class _Subject:
    """`topics` and `district_id`: those who follow a topic in the district hear of it as well."""

    mandate_id: int
    day: date | None = None
    words: Names | None = None
    promise_id: int | None = None
    status: PromiseStatus | None = None
    topics: tuple[str, ...] = ()
    district_id: int | None = None


async def begin(uow: UnitOfWork, kind: NewsKind, subject_id: int) -> None:
    """In the transaction of the cause. The second time changes nothing."""
    known = select(Broadcast.id).where(Broadcast.kind == kind, Broadcast.subject_id == subject_id)
    if await uow.session.scalar(known) is None:
        uow.session.add(
            Broadcast(kind=kind, subject_id=subject_id, state="building", created_at=uow.now)
        )


async def build(uow: UnitOfWork) -> bool:
    """Part of the due work: one helping of the oldest. True: there may be more."""
    row = await uow.session.scalar(
        select(Broadcast)
        .where(Broadcast.state == "building", Broadcast.kind.in_(list(NewsKind)))
        .order_by(Broadcast.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    if row is None:
        return False
    users = await _audience(uow, row)
    facts = {"subject_id": row.subject_id}
    await outbox.queue_many(
        uow,
        [
            outbox.Queued(
                row.kind,
                one,
                f"{row.kind}:{row.subject_id}:{row.version}:{one}",
                outbox.Priority.DIGEST,
                facts,
            )
            for one in users
        ],
    )
    row.built += len(users)
    if users:
        row.cursor = users[-1]
    if len(users) < HELPING:
        row.state, row.finished_at = "done", uow.now
    return True


async def read(uow: UnitOfWork, actor: Actor, kind: NewsKind, subject_id: int) -> News:
    """As it stands now. Raises NotFound when it is not true, or not followed, any longer."""
    subject = await _subject(uow, kind, subject_id)
    found = await uow.session.scalar(
        select(Subscription.id)
        .where(Subscription.user_id == actor.user_id, _followers(subject))
        .order_by(Subscription.id)
        .limit(1)
    )
    if found is None:
        raise NotFound("subscription")
    deputy = await directory.deputy(uow, subject.mandate_id)
    return News(
        kind,
        subject_id,
        found,
        deputy,
        subject.day,
        subject.words,
        subject.promise_id,
        subject.status,
    )


async def _audience(uow: UnitOfWork, row: Broadcast) -> list[int]:
    """Nobody, where it was taken back before anybody heard of it."""
    try:
        subject = await _subject(uow, NewsKind(row.kind), row.subject_id or 0)
    except NotFound:
        return []
    ids = select(Subscription.user_id).where(_followers(subject))
    query = select(User.id).where(User.id.in_(ids), User.id > row.cursor, User.blocked_at.is_(None))
    return list(await uow.session.scalars(query.order_by(User.id).limit(HELPING)))


def _followers(subject: _Subject) -> ColumnElement[bool]:
    which = [
        and_(Subscription.what == Followed.DEPUTY, Subscription.mandate_id == subject.mandate_id)
    ]
    if subject.promise_id is not None:
        which.append(Subscription.promise_id == subject.promise_id)
    if subject.topics and subject.district_id is not None:
        which.append(
            and_(
                Subscription.district_id == subject.district_id,
                Subscription.topic.in_(subject.topics),
            )
        )
    return and_(Subscription.at_once, or_(*which))


async def _subject(uow: UnitOfWork, kind: NewsKind, ident: int) -> _Subject:
    if kind is NewsKind.STATUS:
        return await _status(uow, ident)
    if kind is NewsKind.MEETING:
        return await _meeting(uow, ident)
    row = await uow.session.get(DeputyRequest, ident)
    if row is None or row.state != RecordState.ACCEPTED or row.initiator_id is None:
        raise NotFound("record", ident)
    return _Subject(row.initiator_id, row.sent_on, row.texts)


async def _meeting(uow: UnitOfWork, ident: int) -> _Subject:
    row = await uow.session.get(Meeting, ident)
    if row is None or row.state != RecordState.ACCEPTED or row.mandate_id is None:
        raise NotFound("record", ident)
    mandate = await uow.session.get_one(Mandate, row.mandate_id)
    return _Subject(
        row.mandate_id, row.held_on, topics=tuple(row.topics), district_id=mandate.district_id
    )


async def _status(uow: UnitOfWork, ident: int) -> _Subject:
    """No verdicts in the days before an election."""
    found = (
        await uow.session.execute(
            select(StatusChange, Promise, Programme.mandate_id)
            .join(Promise, Promise.id == StatusChange.promise_id)
            .join(Programme, Programme.id == Promise.programme_id)
            .join(Mandate, Mandate.id == Programme.mandate_id)
            .join(Convocation, Convocation.id == Mandate.convocation_id)
            .where(
                StatusChange.id == ident,
                StatusChange.state == ChangeState.PUBLIC,
                not_in_election(uow),
            )
        )
    ).first()
    if found is None:
        raise NotFound("change", ident)
    change, promise, mandate_id = found
    day = uow.rules.today(change.published_at) if change.published_at else None
    status = PromiseStatus(change.status)
    return _Subject(mandate_id, day, promise.texts, promise.id, status)
