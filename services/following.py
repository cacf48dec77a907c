"""Following a deputy, a promise, a topic in one's district, an appeal one joined."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, and_, delete, insert, select, update

from domain.appeals import Topic
from domain.digests import Followed, Hears
from domain.errors import NotFound
from domain.roles import Actor
from models.deputies import Mandate
from models.news import Subscription
from models.programmes import Promise
from services import directory, people
from services.digests import plans
from services.followed import Following, of, one
from services.ids import known_id
from services.unit_of_work import UnitOfWork


async def follow_deputy(uow: UnitOfWork, actor: Actor, mandate_id: int) -> Following:
    """Raises NotFound. What is followed already stays as it is."""
    found = await directory.deputy(uow, known_id("deputy", mandate_id))
    ident = await add(uow, actor.user_id, Followed.DEPUTY, mandate_id=found.mandate_id)
    return await one(uow, actor, ident)


async def follow_promise(uow: UnitOfWork, actor: Actor, promise_id: int) -> Following:
    """Raises NotFound."""
    if await uow.session.get(Promise, known_id("promise", promise_id)) is None:
        raise NotFound("promise", promise_id)
    return await one(
        uow, actor, await add(uow, actor.user_id, Followed.PROMISE, promise_id=promise_id)
    )


async def follow_topic(uow: UnitOfWork, actor: Actor, topic: Topic) -> None:
    """In each district of theirs. Raises NotFound where none is chosen."""
    homes = await people.homes_of(uow, actor)
    if not homes:
        raise NotFound("district")
    for _, district_id in homes:
        await add(uow, actor.user_id, Followed.TOPIC, district_id=district_id, topic=topic)


async def follow_appeal(uow: UnitOfWork, user_id: int, appeal_id: int) -> None:
    """Whoever joined it, or whose letter was merged into it, hears of its answers at once."""
    await add(uow, user_id, Followed.APPEAL, at_once=True, appeal_id=appeal_id)


async def follow_on(uow: UnitOfWork, was: int, now: int, user_ids: Collection[int]) -> None:
    """An appeal goes on as another one: these people hear of it as they heard of the first."""
    chosen = await uow.session.execute(
        select(Subscription.user_id, Subscription.at_once)
        .where(Subscription.appeal_id == was)
        .order_by(Subscription.id)
    )
    joined = set(user_ids)
    same = {"what": Followed.APPEAL, "appeal_id": now, "created_at": uow.now}
    rows = [
        same | {"user_id": user_id, "at_once": at_once}
        for user_id, at_once in chosen
        if user_id in joined
    ]
    if rows:
        await uow.session.execute(insert(Subscription), rows)


async def leave_appeal(uow: UnitOfWork, actor: Actor, appeal_id: int) -> None:
    await _remove(uow, actor, Subscription.appeal_id == appeal_id)


async def of_appeal(uow: UnitOfWork, actor: Actor, appeal_id: int) -> int | None:
    """What they can stop."""
    query = select(Subscription.id).where(of(actor), Subscription.appeal_id == appeal_id)
    found: int | None = await uow.session.scalar(query.limit(1))
    return found


async def hears_at_once(uow: UnitOfWork, appeal_id: int) -> list[int]:
    """The user ids of those who joined an appeal and want each answer as it comes."""
    query = select(Subscription.user_id).where(
        Subscription.appeal_id == appeal_id, Subscription.at_once
    )
    return list(await uow.session.scalars(query.order_by(Subscription.id)))


async def add(
    uow: UnitOfWork, user_id: int, what: Followed, *, at_once: bool = False, **ids: Any
) -> int:
    """The updates of one person come one after the other, so a look before is enough."""
    same = [getattr(Subscription, name) == value for name, value in ids.items()]
    known = await uow.session.scalar(
        select(Subscription.id).where(Subscription.user_id == user_id, *same)
    )
    if known is not None:
        return known
    row = Subscription(user_id=user_id, what=what, at_once=at_once, created_at=uow.now, **ids)
    uow.session.add(row)
    await uow.session.flush()
    await plans.ensure(uow, user_id)
    return row.id


async def moved(uow: UnitOfWork, actor: Actor, was: int | None, now: int | None) -> None:
    """Another district is home: its deputy is followed for the digest, its topics as well.

    What was asked for at once stays: that was a choice, and not the district's doing.
    """
    if was == now:
        return
    if was is not None:
        await _leave_district(uow, actor, was, now)
    if now is None:
        return
    for mandate_id in await sitting(uow, now):
        await add(uow, actor.user_id, Followed.DEPUTY, mandate_id=mandate_id)
    await plans.ensure(uow, actor.user_id)


async def _leave_district(uow: UnitOfWork, actor: Actor, was: int, now: int | None) -> None:
    theirs = select(Mandate.id).where(Mandate.district_id == was)
    by_itself = and_(Subscription.mandate_id.in_(theirs), Subscription.at_once.is_(False))
    await _remove(uow, actor, by_itself)
    topics = Subscription.district_id == was
    if now is None:
        await _remove(uow, actor, topics)
        return
    await uow.session.execute(update(Subscription).where(of(actor), topics).values(district_id=now))


async def sitting(uow: UnitOfWork, district_id: int) -> list[int]:
    """The mandates of a district that are in force today; else the last one that was."""
    rows = await uow.session.execute(
        directory.deputies().where(Mandate.district_id == district_id).order_by(Mandate.id)
    )
    found = [directory.as_deputy(row) for row in rows]
    today = uow.rules.today(uow.now)
    in_force = [one.mandate_id for one in found if not one.ended(today)]
    return in_force or [one.mandate_id for one in found[-1:]]


async def tell(uow: UnitOfWork, actor: Actor, subscription_id: int, when: Hears) -> Following:
    """Raises NotFound."""
    await uow.session.execute(
        update(Subscription)
        .where(of(actor), Subscription.id == known_id("subscription", subscription_id))
        .values(at_once=when is Hears.AT_ONCE, announcements=when is not Hears.DIGEST)
    )
    return await one(uow, actor, subscription_id)


async def stop(uow: UnitOfWork, actor: Actor, subscription_id: int) -> None:
    """A second time changes nothing, and neither does another's."""
    await _remove(uow, actor, Subscription.id == known_id("subscription", subscription_id))


async def _remove(uow: UnitOfWork, actor: Actor, which: ColumnElement[bool]) -> None:
    await uow.session.execute(
        delete(Subscription).where(of(actor), which).execution_options(synchronize_session=False)
    )
