"""Roles given and taken back, at once and with everybody told."""

import structlog
from sqlalchemy import update

from domain.errors import NotAllowed
from domain.roles import DEPUTY_SIDE, Actor, Role
from models.users import Grant, Invite
from services import outbox, people
from services.appeals import delivery, desertion
from services.digests import plans
from services.grants import EVERYWHERE, Holder, assembly_of, holder
from services.unit_of_work import UnitOfWork

log = structlog.get_logger()


async def give(
    uow: UnitOfWork,
    actor: Actor,
    role: Role,
    mandate_id: int | None,
    assembly_id: int | None,
    granted_by: int | None,
) -> int:
    """Puts a role in force for the person who acts; coordinators hear of it."""
    grant = Grant(
        user_id=actor.user_id,
        role=role,
        mandate_id=mandate_id,
        assembly_id=assembly_id,
        granted_by=granted_by,
        granted_at=uow.now,
    )
    uow.session.add(grant)
    await uow.session.flush()
    log.info("role_granted", grant=grant.id, user=actor.user_id, role=role, by=granted_by)
    await people.refresh_menu(uow, actor.user_id)
    await plans.ensure(uow, actor.user_id)
    home = await assembly_of(uow, grant)
    for coordinator in await people.coordinators(uow, home or EVERYWHERE):
        if coordinator != actor.user_id:
            key = f"role_granted:{grant.id}:{coordinator}"
            await outbox.queue(uow, "role_granted", coordinator, key, grant_id=grant.id)
    if role in DEPUTY_SIDE and mandate_id is not None:
        await delivery.workspace_opened(uow, mandate_id)
    return grant.id


async def withdraw(uow: UnitOfWork, actor: Actor, grant_id: int) -> Holder:
    """Takes a role back at once; the one who loses it is told, unless it was their own wish."""
    found = await holder(uow, actor, grant_id)
    if found.until is not None:
        return found
    if not found.can_withdraw:
        raise NotAllowed("withdraw_role")
    await uow.session.execute(
        update(Grant)
        .where(Grant.id == grant_id, Grant.revoked_at.is_(None))
        .values(revoked_at=uow.now, revoked_by=actor.user_id)
    )
    await _close_invitations_by(uow, found)
    log.info("role_withdrawn", grant=grant_id, user=found.user_id, by=actor.user_id)
    await people.refresh_menu(uow, found.user_id)
    if found.scope.role in DEPUTY_SIDE and found.scope.deputy:
        await desertion.workspace_left(uow, found.scope.deputy.mandate_id, str(grant_id))
    if found.user_id != actor.user_id:
        key = f"role_withdrawn:{grant_id}"
        await outbox.queue(uow, "role_withdrawn", found.user_id, key, grant_id=grant_id)
    return found


async def _close_invitations_by(uow: UnitOfWork, found: Holder) -> None:
    """Who may not invite any longer must not have links in the world that still work."""
    if found.scope.role in {Role.DEPUTY, Role.COORDINATOR}:
        await uow.session.execute(
            update(Invite)
            .where(
                Invite.created_by == found.user_id,
                Invite.used_at.is_(None),
                Invite.expires_at > uow.now,
            )
            .values(expires_at=uow.now)
        )
