"""Who works in a workspace. People have no names here but the one they chose for colleagues."""

from dataclasses import dataclass

from sqlalchemy import select, update

from domain.errors import BadInput
from domain.roles import DEPUTY_SIDE, Actor, Role
from domain.text import clean, has_letters
from models.users import Grant
from services.desk.scope import role_in
from services.unit_of_work import UnitOfWork

NAME_LIMIT = 30


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody of the deputy's side; without a name they are shown by role and number."""

    user_id: int
    role: Role
    name: str | None
    is_me: bool


async def colleagues(uow: UnitOfWork, actor: Actor, mandate_id: int) -> tuple[Colleague, ...]:
    """Everybody of the workspace, the person who asks first. Raises NotFound for strangers."""
    role_in(actor, mandate_id)
    rows = await uow.session.execute(
        select(Grant.user_id, Grant.role, Grant.short_name)
        .where(
            Grant.mandate_id == mandate_id,
            Grant.role.in_(DEPUTY_SIDE),
            Grant.revoked_at.is_(None),
        )
        .order_by(Grant.id)
    )
    found: dict[int, Colleague] = {}
    for user_id, role, name in rows:
        earlier = found.get(user_id)
        both = {role, earlier.role} if earlier else {role}
        shown = Role.DEPUTY if Role.DEPUTY in both else Role.ASSISTANT
        known = name or (earlier.name if earlier else None)
        found[user_id] = Colleague(user_id, shown, known, user_id == actor.user_id)
    return tuple(sorted(found.values(), key=lambda one: not one.is_me))


async def colleague(
    uow: UnitOfWork, actor: Actor, mandate_id: int, user_id: int | None
) -> Colleague | None:
    """One of them; None for whoever has left, or where nobody is meant."""
    everybody = await colleagues(uow, actor, mandate_id)
    return next((one for one in everybody if one.user_id == user_id), None)


async def call_me(uow: UnitOfWork, actor: Actor, mandate_id: int, typed: str) -> str:
    """How colleagues call this person from now on. Raises BadInput for a name that is taken."""
    role_in(actor, mandate_id)
    name = " ".join(clean(typed).split())
    if not has_letters(name):
        raise BadInput("no_letters" if name else "empty")
    if len(name) > NAME_LIMIT:
        raise BadInput("too_long", limit=NAME_LIMIT)
    everybody = await colleagues(uow, actor, mandate_id)
    if any(one.name and one.name.casefold() == name.casefold() for one in everybody[1:]):
        raise BadInput("name_taken", name=name)
    await uow.session.execute(
        update(Grant)
        .where(
            Grant.user_id == actor.user_id,
            Grant.mandate_id == mandate_id,
            Grant.revoked_at.is_(None),
        )
        .values(short_name=name)
    )
    return name
