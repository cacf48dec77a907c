"""More time for an answer: the deputy takes it once; a second time a coordinator decides."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from domain import extensions
from domain.appeals import State
from domain.errors import BadInput, NotFound, TransitionRefused
from domain.life_cycle import Action, target
from domain.roles import Actor, Role
from models.appeals import Appeal, AppealEvent
from models.casework import Extension, ExtensionRequest
from services import outbox, people
from services.appeals import dates
from services.appeals.events import move, text_digest
from services.appeals.scopes import coordinated_assemblies, locked, of_either
from services.appeals.wording import sound
from services.unit_of_work import UnitOfWork

REASON_LIMIT = 1000


@dataclass(frozen=True, slots=True)
class Room:
    """`due` is in force now; `second`: it was extended before, so a coordinator decides."""

    due: date
    latest: date
    offers: tuple[date, ...]
    second: bool


async def room(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Room:
    """How much more time there may be. Raises TransitionRefused with the reason why none."""
    appeal, role = await of_either(uow, actor, appeal_id)
    return await _room(uow, appeal, role)


async def _room(uow: UnitOfWork, appeal: Appeal, role: Role) -> Room:
    if role is Role.ASSISTANT:
        raise TransitionRefused(appeal.state, Action.EXTEND, "extend_deputy_only")
    target(State(appeal.state), Action.EXTEND, role)
    due, registered = appeal.answer_due, appeal.registered_on
    if due is None or registered is None:
        raise TransitionRefused(appeal.state, Action.EXTEND, "state")
    if uow.rules.today(uow.now) > due:
        raise TransitionRefused(appeal.state, Action.EXTEND, "extend_late")
    calendar = uow.rules.calendar
    offers = extensions.offers(due, registered, calendar)
    if not offers:
        raise TransitionRefused(appeal.state, Action.EXTEND, "extend_nothing_left")
    second = role is not Role.COORDINATOR and await _extended_before(uow, appeal.id)
    if second and await _pending(uow, appeal.id) is not None:
        raise TransitionRefused(appeal.state, Action.EXTEND, "extend_asked")
    return Room(due, extensions.latest(registered, calendar), offers, second)


async def _extended_before(uow: UnitOfWork, appeal_id: int) -> bool:
    """By whoever has the case now: what a predecessor took is not counted against the successor."""
    taken = select(AppealEvent.action).where(
        AppealEvent.appeal_id == appeal_id,
        AppealEvent.action.in_([Action.EXTEND, Action.SUCCEED]),
    )
    last = await uow.session.scalar(taken.order_by(AppealEvent.position.desc()).limit(1))
    return last == Action.EXTEND


async def _pending(uow: UnitOfWork, appeal_id: int) -> ExtensionRequest | None:
    return await uow.session.scalar(
        select(ExtensionRequest)
        .where(ExtensionRequest.appeal_id == appeal_id, ExtensionRequest.decided_at.is_(None))
        .limit(1)
    )


def check_day(uow: UnitOfWork, appeal: Appeal, until: date) -> None:
    """Raises BadInput with the days between which it can lie."""
    due, registered = appeal.answer_due, appeal.registered_on
    if due is None or registered is None:
        raise TransitionRefused(appeal.state, Action.EXTEND, "state")
    calendar = uow.rules.calendar
    today = uow.rules.today(uow.now)
    reason = extensions.refusal(today, due, until, registered, calendar)
    if reason is not None:
        raise BadInput(reason, due=due, latest=extensions.latest(registered, calendar))


async def check(uow: UnitOfWork, actor: Actor, appeal_id: int, until: date) -> None:
    appeal, role = await of_either(uow, actor, appeal_id)
    await _room(uow, appeal, role)
    check_day(uow, appeal, until)


async def extend(uow: UnitOfWork, actor: Actor, appeal_id: int, reason: str, until: date) -> bool:
    """Takes more time, and the author is told at once; False: a coordinator was asked for it.

    Raises BadInput for a day that cannot be, TransitionRefused.
    """
    words = sound(reason, REASON_LIMIT)
    appeal, role = await of_either(uow, actor, appeal_id)
    found = await _room(uow, appeal, role)
    check_day(uow, appeal, until)
    if found.second:
        await _ask_coordinators(uow, actor, appeal, words, until)
        return False
    await _extend(uow, actor, role, appeal, words, until)
    return True


async def _extend(
    uow: UnitOfWork, actor: Actor, role: Role, appeal: Appeal, reason: str, until: date
) -> None:
    assert appeal.answer_due is not None  # noqa: S101 - for the type checker; checked before
    row = Extension(
        appeal_id=appeal.id,
        decided_by=actor.user_id,
        reason=reason,
        was_due=appeal.answer_due,
        until=until,
        decided_at=uow.now,
    )
    facts = {"until": until.isoformat(), "reason_digest": text_digest(appeal, reason)}
    await move(uow, appeal, Action.EXTEND, actor, role, **facts)
    uow.session.add(row)
    await uow.session.flush()
    await dates.compute(uow, appeal)
    key = f"extended:{row.id}"
    await outbox.queue(uow, "extended", appeal.author_id, key, appeal_id=appeal.id)


async def _ask_coordinators(
    uow: UnitOfWork, actor: Actor, appeal: Appeal, reason: str, until: date
) -> None:
    row = ExtensionRequest(
        appeal_id=appeal.id, asked_by=actor.user_id, reason=reason, until=until, asked_at=uow.now
    )
    uow.session.add(row)
    await uow.session.flush()
    for user_id in await people.coordinators(uow, appeal.assembly_id):
        key = f"time_asked:{row.id}:{user_id}"
        await outbox.queue(uow, "time_asked", user_id, key, request_id=row.id)


async def decide(uow: UnitOfWork, actor: Actor, request_id: int, *, granted: bool) -> None:
    """A coordinator's word; the deputy's side is told, and with more time the author too.

    A second word changes nothing. Raises NotFound, TransitionRefused, BadInput when the day that
    was asked for cannot be given any more.
    """
    row, appeal = await of_request(uow, actor, request_id)
    if row.decided_at is not None:
        return
    row.decided_by, row.decided_at, row.granted = actor.user_id, uow.now, granted
    if granted:
        await _room(uow, appeal, Role.COORDINATOR)
        check_day(uow, appeal, row.until)
        await _extend(uow, actor, Role.COORDINATOR, appeal, row.reason, row.until)
    for user_id in await people.workspace_members(uow, appeal.mandate_id):
        key = f"time_decided:{row.id}:{user_id}"
        await outbox.queue(
            uow, "time_decided", user_id, key, appeal_id=appeal.id, request_id=row.id
        )


async def of_request(
    uow: UnitOfWork, actor: Actor, request_id: int
) -> tuple[ExtensionRequest, Appeal]:
    """For coordinators of the assembly. Raises NotFound."""
    if not actor.has(Role.COORDINATOR):
        raise NotFound("request", request_id)
    row = await uow.session.get(ExtensionRequest, request_id)
    if row is None:
        raise NotFound("request", request_id)
    return row, await locked(uow, row.appeal_id, coordinated_assemblies(actor))
