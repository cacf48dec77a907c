"""Invitations that nobody has used yet: listed and withdrawn by those who may invite."""

from dataclasses import dataclass
from datetime import datetime

import structlog
from sqlalchemy import ColumnElement, Select, func, or_, select, true, update

from domain.errors import NotFound
from domain.roles import Actor, Role
from models.assemblies import Convocation
from models.deputies import Mandate
from models.users import Invite
from services.grants import Scope, deputy_mandates, scope_of
from services.ids import known_id
from services.invites import is_open
from services.unit_of_work import UnitOfWork

log = structlog.get_logger()
PAGE = 5


@dataclass(frozen=True, slots=True)
class Invitation:
    id: int
    scope: Scope
    expires_at: datetime


async def open_invitations(
    uow: UnitOfWork, actor: Actor, page: int
) -> tuple[list[Invitation], int]:
    """Links that nobody has used yet, newest first; how many there are."""
    found = _with_assembly().where(
        _in_charge(actor), Invite.used_at.is_(None), Invite.expires_at > uow.now
    )
    total = await uow.session.scalar(select(func.count()).select_from(found.subquery())) or 0
    here = max(0, min(page, (total - 1) // PAGE))
    rows = await uow.session.scalars(
        found.order_by(Invite.id.desc()).limit(PAGE).offset(here * PAGE)
    )
    return [await _invitation(uow, row) for row in rows.all()], total


async def invitation(uow: UnitOfWork, actor: Actor, invite_id: int) -> Invitation:
    """An open one. Raises NotFound."""
    row = await uow.session.scalar(
        _with_assembly().where(Invite.id == known_id("invite", invite_id), _in_charge(actor))
    )
    if row is None or not is_open(uow, row):
        raise NotFound("invite")
    return await _invitation(uow, row)


async def withdraw(uow: UnitOfWork, actor: Actor, invite_id: int) -> None:
    """The link stops working now. Raises NotFound."""
    await invitation(uow, actor, invite_id)
    await uow.session.execute(
        update(Invite)
        .where(Invite.id == invite_id, Invite.used_at.is_(None))
        .values(expires_at=uow.now)
    )
    log.info("invite_withdrawn", invite=invite_id, by=actor.user_id)


def _with_assembly() -> Select[Invite]:
    return (
        select(Invite)
        .outerjoin(Mandate, Mandate.id == Invite.mandate_id)
        .outerjoin(Convocation, Convocation.id == Mandate.convocation_id)
    )


def _in_charge(actor: Actor) -> ColumnElement[bool]:
    """Coordinators see those of their assemblies, deputies those to their assistants."""
    own = (Invite.role == Role.ASSISTANT) & Invite.mandate_id.in_(deputy_mandates(actor))
    if not actor.has(Role.COORDINATOR):
        return own
    ids = actor.coordinated_assemblies
    if ids is None:
        return true()
    return or_(own, Invite.assembly_id.in_(ids), Convocation.assembly_id.in_(ids))


async def _invitation(uow: UnitOfWork, row: Invite) -> Invitation:
    scope = await scope_of(uow, Role(row.role), row.mandate_id, row.assembly_id)
    return Invitation(row.id, scope, row.expires_at)
