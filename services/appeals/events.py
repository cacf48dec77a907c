"""What happened to an appeal: state changes by the table, each with an event in a hash chain.

Events hold ids, states, times and salted digests of texts, never texts or names: when text and
salt are erased the chain still verifies.
"""

import hashlib
import json
from datetime import UTC
from typing import Any

from sqlalchemy import bindparam, select

from domain.appeals import State
from domain.life_cycle import Action, target
from domain.roles import Actor, Role
from models.appeals import Appeal, AppealEvent
from services.appeals import sharing
from services.desk.posting import post
from services.unit_of_work import UnitOfWork

START = "0" * 64


def text_digest(appeal: Appeal, text: str) -> str:
    """A digest that tells nothing of a short text without the salt."""
    return hashlib.sha256(f"{appeal.salt}\n{text}".encode()).hexdigest()


def _digest(event: AppealEvent) -> str:
    fields = [
        event.previous,
        event.appeal_id,
        event.position,
        event.action,
        event.state,
        event.actor_id,
        event.actor_role,
        event.at.astimezone(UTC).isoformat(),
        event.data,
    ]
    packed = json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(packed.encode()).hexdigest()


async def move(
    uow: UnitOfWork,
    appeal: Appeal,
    action: Action,
    actor: Actor | None,
    role: Role,
    **data: Any,
) -> None:
    """Changes the state as the table says and records it. Raises TransitionRefused."""
    appeal.state = target(State(appeal.state), action, role)
    if action is not Action.EXTEND:
        appeal.state_since = uow.now
    await record(uow, appeal, action, actor, role, **data)


_event = AppealEvent.__table__.c
_LAST = (
    select(_event.position, _event.digest)
    .where(_event.appeal_id == bindparam("appeal_id"))
    .order_by(_event.position.desc())
    .limit(1)
)


async def record(
    uow: UnitOfWork,
    appeal: Appeal,
    action: str,
    actor: Actor | None,
    role: Role,
    **data: Any,
) -> None:
    """Adds an event to the chain without changing the state."""
    position, previous = await _end_of_chain(uow, appeal.id)
    event = AppealEvent(
        appeal_id=appeal.id,
        position=position + 1,
        action=str(action),
        state=appeal.state,
        actor_id=actor.user_id if actor else None,
        actor_role=str(role),
        at=uow.now,
        data=data,
        previous=previous,
    )
    event.digest = _digest(event)
    uow.session.add(event)
    uow.memory[AppealEvent, appeal.id] = event.position, event.digest
    await post(uow, appeal, event.action, event.position)
    await sharing.tell(uow, appeal, event.action, event.position)


async def _end_of_chain(uow: UnitOfWork, appeal_id: int) -> tuple[int, str]:
    known: tuple[int, str] | None = uow.memory.get((AppealEvent, appeal_id))
    if known is not None:
        return known
    last = (await uow.session.execute(_LAST, {"appeal_id": appeal_id})).first()
    return (last.position, last.digest) if last else (0, START)


async def broken_at(uow: UnitOfWork, appeal_id: int) -> int | None:
    """The position of the first event that does not fit the chain, or None when all do."""
    rows = await uow.session.scalars(
        select(AppealEvent).where(AppealEvent.appeal_id == appeal_id).order_by(AppealEvent.position)
    )
    previous = START
    for position, event in enumerate(rows, start=1):
        fits = event.position == position and event.previous == previous
        if not fits or event.digest != _digest(event):
            return position
        previous = event.digest
    return None
