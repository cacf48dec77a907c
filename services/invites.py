"""Invitations: a one-time link gives one person one role. Only the digest of its token is kept."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

import structlog
from sqlalchemy import select, update

from domain.errors import NotFound
from domain.roles import DEPUTY_SIDE, Actor, Role
from models.users import Grant, Invite
from services import grants
from services.granting import give
from services.grants import Scope, scope_of
from services.unit_of_work import UnitOfWork

log = structlog.get_logger()
LIFE = timedelta(days=14)
INVITED = (Role.DEPUTY, Role.ASSISTANT, Role.ACTIVIST, Role.COORDINATOR)


@dataclass(frozen=True, slots=True)
class NewInvitation:
    """The only moment at which the token is known."""

    token: str
    scope: Scope
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Opened:
    """What a person sees who opened a link. `digest` is what accepting it takes."""

    digest: str
    scope: Scope
    expires_at: datetime
    already_held: bool


def new_token() -> str:
    """128 random bits in 22 characters. The second one is no "_": that marks other links."""
    while True:
        token = secrets.token_urlsafe(16)
        if token[1] != "_":
            return token


def digest_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


async def create(
    uow: UnitOfWork,
    actor: Actor | None,
    role: Role,
    *,
    mandate_id: int | None = None,
    assembly_id: int | None = None,
) -> NewInvitation:
    """Makes a link. Without an actor it comes from the command line.

    Raises NotFound for whom the actor may not invite: the same as for what does not exist.
    """
    bound = role in DEPUTY_SIDE
    if role not in INVITED or bound != (mandate_id is not None) or (bound and assembly_id):
        raise NotFound("role")
    scope = await scope_of(uow, role, mandate_id, assembly_id)
    if actor is not None:
        _check_rights(actor, scope, assembly_id)
    token = new_token()
    row = Invite(
        token_digest=digest_of(token),
        role=role,
        mandate_id=mandate_id,
        assembly_id=assembly_id,
        created_by=actor.user_id if actor else None,
        created_at=uow.now,
        expires_at=uow.now + LIFE,
    )
    uow.session.add(row)
    await uow.session.flush()
    log.info("invited", invite=row.id, role=role, by=row.created_by)
    return NewInvitation(token, scope, row.expires_at)


async def open_link(uow: UnitOfWork, actor: Actor, token: str) -> Opened:
    """Looks at a link and consumes nothing.

    Raises NotFound for unknown, used and expired ones alike; the person who used it is told that
    the role is theirs.
    """
    row = await uow.session.scalar(select(Invite).where(Invite.token_digest == digest_of(token)))
    held = row is not None and await _holds(uow, actor, row)
    mine = row is not None and held and row.used_by == actor.user_id
    if row is None or not (mine or is_open(uow, row)):
        log.warning("invite_refused", user=actor.user_id)
        raise NotFound("invite")
    scope = await scope_of(uow, Role(row.role), row.mandate_id, row.assembly_id)
    return Opened(row.token_digest, scope, row.expires_at, held)


async def accept(uow: UnitOfWork, actor: Actor, digest: str) -> Scope:
    """Gives the role to the first who accepts. Raises NotFound for everybody after.

    `digest` comes from `open_link` of the same person, never from a button.
    """
    row = await uow.session.scalar(
        update(Invite)
        .where(Invite.token_digest == digest, Invite.used_at.is_(None), Invite.expires_at > uow.now)
        .values(used_at=uow.now, used_by=actor.user_id)
        .returning(Invite)
    )
    if row is None:
        log.warning("invite_refused", user=actor.user_id)
        raise NotFound("invite")
    role = Role(row.role)
    if not await _holds(uow, actor, row):
        await give(uow, actor, role, row.mandate_id, row.assembly_id, row.created_by)
    return await scope_of(uow, role, row.mandate_id, row.assembly_id)


def _check_rights(actor: Actor, scope: Scope, assembly_id: int | None) -> None:
    if scope.deputy is None:
        allowed = actor.coordinates(assembly_id or grants.EVERYWHERE)
    else:
        is_deputy = actor.role_for(scope.deputy.mandate_id) is Role.DEPUTY
        own = scope.role is Role.ASSISTANT and is_deputy
        allowed = own or actor.coordinates(scope.deputy.assembly_id)
    if not allowed:
        raise NotFound("deputy" if scope.deputy else "assembly")


def is_open(uow: UnitOfWork, row: Invite) -> bool:
    return row.used_at is None and row.expires_at > uow.now


async def _holds(uow: UnitOfWork, actor: Actor, row: Invite) -> bool:
    found = await uow.session.scalar(
        select(Grant.id)
        .where(
            Grant.user_id == actor.user_id,
            Grant.revoked_at.is_(None),
            Grant.role == row.role,
            Grant.mandate_id.is_not_distinct_from(row.mandate_id),
            Grant.assembly_id.is_not_distinct_from(row.assembly_id),
        )
        .limit(1)
    )
    return found is not None
