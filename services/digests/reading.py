"""What stands in somebody's digest, read when it is sent: with the rights of that moment."""

from dataclasses import dataclass

from sqlalchemy import select

from domain.roles import Actor, Role
from models.news import Subscription
from models.programmes import Promise
from services import directory
from services.digests import activists, announced, coordination, desks, letters, topics
from services.digests.activists import Activism
from services.digests.announced import Announced
from services.digests.coordination import Coordination
from services.digests.desks import Desk
from services.digests.letters import Letters, OwnLetter
from services.digests.topics import TopicWeek
from services.digests.week import MOST, Change, Week, Window, changes, week_of
from services.directory import Deputy
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class DeputyWeek:
    deputy: Deputy
    week: Week


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
        await topics.followed(uow, followed, window),
        await letters.own(uow, actor, window),
        await letters.joined(uow, followed, window),
        await announced.ahead(uow, actor, mandates, window),
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
