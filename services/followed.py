"""What somebody follows, as screens show it."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import ColumnElement, bindparam, func, select

from domain.appeals import Topic
from domain.digests import Followed, Hears
from domain.errors import NotFound
from domain.names import Names
from domain.roles import Actor
from models.appeals import Appeal
from models.assemblies import District
from models.news import Subscription
from models.programmes import Programme, Promise
from services import directory
from services.directory import Deputy
from services.ids import known_id
from services.unit_of_work import UnitOfWork

PAGE: Final = 5


@dataclass(frozen=True, slots=True)
class Following:
    """One thing that somebody follows. What does not apply is None."""

    id: int
    what: Followed
    hears: Hears
    deputy: Deputy | None
    promise: Names | None
    topic: Topic | None
    district: int | None
    appeal_id: int | None
    number: str | None


@dataclass(frozen=True, slots=True)
class FollowingPage:
    rows: tuple[Following, ...]
    page: int
    total: int


@dataclass(frozen=True, slots=True)
class Choice:
    """A promise that can be followed."""

    promise_id: int
    text: Names


async def one(uow: UnitOfWork, actor: Actor, subscription_id: int) -> Following:
    """Raises NotFound for those of others."""
    found = await _list(uow, actor, Subscription.id == known_id("subscription", subscription_id))
    if not found:
        raise NotFound("subscription", subscription_id)
    return found[0]


async def mine(uow: UnitOfWork, actor: Actor, page: int) -> FollowingPage:
    """All that somebody follows, the newest first."""
    counted = select(func.count(Subscription.id)).where(of(actor))
    total = await uow.session.scalar(counted) or 0
    here = min(max(page, 0), max(0, (total - 1) // PAGE))
    return FollowingPage(tuple(await _list(uow, actor, None, here)), here, total)


_FOLLOWED = select(Subscription.id).where(
    Subscription.user_id == bindparam("user_id"), Subscription.mandate_id == bindparam("mandate_id")
)


async def followed_deputy(uow: UnitOfWork, actor: Actor, mandate_id: int) -> bool:
    key = {"user_id": actor.user_id, "mandate_id": mandate_id}
    return await uow.session.scalar(_FOLLOWED, key) is not None


async def promises(uow: UnitOfWork, mandate_id: int, page: int) -> tuple[Deputy, list[Choice], int]:
    """What of a deputy's programme can be followed; how many promises there are."""
    found = await directory.deputy(uow, known_id("deputy", mandate_id))
    query = select(Promise).join(Programme).where(Programme.mandate_id == mandate_id)
    total = await uow.session.scalar(select(func.count()).select_from(query.subquery())) or 0
    here = min(max(page, 0), max(0, (total - 1) // PAGE))
    rows = await uow.session.scalars(
        query.order_by(Promise.position).offset(here * PAGE).limit(PAGE)
    )
    return found, [Choice(row.id, row.texts) for row in rows], total


def of(actor: Actor) -> ColumnElement[bool]:
    return Subscription.user_id == actor.user_id


async def _list(
    uow: UnitOfWork, actor: Actor, which: ColumnElement[bool] | None, page: int = 0
) -> list[Following]:
    query = (
        select(Subscription, Promise, Programme.mandate_id, District.number, Appeal)
        .outerjoin(Promise, Promise.id == Subscription.promise_id)
        .outerjoin(Programme, Programme.id == Promise.programme_id)
        .outerjoin(District, District.id == Subscription.district_id)
        .outerjoin(Appeal, Appeal.id == Subscription.appeal_id)
        .where(of(actor))
        .order_by(Subscription.id.desc())
        .offset(page * PAGE)
        .limit(PAGE)
    )
    rows = await uow.session.execute(query if which is None else query.where(which))
    return [await _following(uow, *row) for row in rows.all()]


async def _following(
    uow: UnitOfWork,
    row: Subscription,
    promise: Promise | None,
    promised_by: int | None,
    district: int | None,
    appeal: Appeal | None,
) -> Following:
    mandate_id = row.mandate_id or promised_by or (appeal.mandate_id if appeal else None)
    return Following(
        row.id,
        Followed(row.what),
        _hears(row),
        await directory.deputy(uow, mandate_id) if mandate_id else None,
        promise.texts if promise else None,
        Topic(row.topic) if row.topic else None,
        district,
        row.appeal_id,
        appeal.number if appeal else None,
    )


def _hears(row: Subscription) -> Hears:
    """Only deputies announce."""
    if row.at_once:
        return Hears.AT_ONCE
    announced = row.announcements and row.what == Followed.DEPUTY
    return Hears.ANNOUNCED if announced else Hears.DIGEST
