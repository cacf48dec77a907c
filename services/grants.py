"""Roles: who holds which, for what, since when, and who may know of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, func, or_, select, true

from domain.errors import NotAllowed, NotFound
from domain.names import Names
from domain.roles import Actor, Role
from models.assemblies import Assembly, Convocation
from models.deputies import Mandate
from models.users import Grant
from services.directory import Deputy, deputy
from services.ids import known_id
from services.unit_of_work import UnitOfWork

PAGE = 5
EVERYWHERE = 0  # no assembly has this id: asks for the coordinators of all of them


@dataclass(frozen=True, slots=True)
class Scope:
    """A role and what it is for: a deputy's workspace, an assembly, or (both empty) everything."""

    role: Role
    deputy: Deputy | None = None
    assembly: Names | None = None


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody with a role. People are known by number: their names are not kept."""

    grant_id: int
    user_id: int
    scope: Scope
    since: datetime
    until: datetime | None
    can_withdraw: bool


async def scope_of(
    uow: UnitOfWork, role: Role, mandate_id: int | None, assembly_id: int | None
) -> Scope:
    """Raises NotFound."""
    if mandate_id is not None:
        return Scope(role, deputy=await deputy(uow, known_id("deputy", mandate_id)))
    if assembly_id is None:
        return Scope(role)
    assembly = await uow.session.get(Assembly, known_id("assembly", assembly_id))
    if assembly is None:
        raise NotFound("assembly", assembly_id)
    return Scope(role, assembly=assembly.names)


async def holder(uow: UnitOfWork, actor: Actor, grant_id: int) -> Holder:
    """One role, for its holder, the coordinators and, for assistants, their deputy.

    Raises NotFound for everybody else.
    """
    grant = await uow.session.get(Grant, known_id("role", grant_id), populate_existing=True)
    if grant is None or not await _may_see(uow, actor, grant):
        raise NotFound("role")
    return await _holder(uow, actor, grant)


async def holders(uow: UnitOfWork, actor: Actor, page: int) -> tuple[list[Holder], int]:
    """People with roles in the assemblies this person coordinates, newest first; how many."""
    return await _page(uow, actor, _coordinated(actor), page)


async def assistants(
    uow: UnitOfWork, actor: Actor, mandate_id: int, page: int
) -> tuple[list[Holder], int]:
    """The assistants of a deputy, for the deputy. Raises NotFound for others."""
    if actor.role_for(mandate_id) is not Role.DEPUTY:
        raise NotFound("deputy")
    mine = (Grant.mandate_id == mandate_id) & (Grant.role == Role.ASSISTANT)
    return await _page(uow, actor, mine, page)


async def own(uow: UnitOfWork, actor: Actor) -> list[Holder]:
    """The roles this person holds by invitation."""
    rows = await uow.session.scalars(
        select(Grant)
        .where(Grant.user_id == actor.user_id, Grant.revoked_at.is_(None))
        .order_by(Grant.id)
    )
    return [await _holder(uow, actor, grant) for grant in rows.all()]


async def own_role(uow: UnitOfWork, actor: Actor, grant_id: int) -> Holder:
    """A role of the person who acts. Raises NotFound for those of others."""
    found = await holder(uow, actor, grant_id)
    if found.user_id != actor.user_id:
        raise NotFound("role")
    return found


def deputy_mandates(actor: Actor) -> list[int]:
    """The mandates whose assistants this person chooses."""
    return sorted(
        granted.mandate_id
        for granted in actor.roles
        if granted.role is Role.DEPUTY and granted.mandate_id is not None
    )


def require_coordinator(actor: Actor) -> None:
    if not actor.has(Role.COORDINATOR):
        raise NotAllowed("coordinate")


def _with_assembly() -> Select[Grant]:
    return (
        select(Grant)
        .outerjoin(Mandate, Mandate.id == Grant.mandate_id)
        .outerjoin(Convocation, Convocation.id == Mandate.convocation_id)
    )


def _coordinated(actor: Actor) -> ColumnElement[bool]:
    require_coordinator(actor)
    ids = actor.coordinated_assemblies
    if ids is None:
        return true()
    return or_(Grant.assembly_id.in_(ids), Convocation.assembly_id.in_(ids))


async def _page(
    uow: UnitOfWork, actor: Actor, which: ColumnElement[bool], page: int
) -> tuple[list[Holder], int]:
    found = _with_assembly().where(which, Grant.revoked_at.is_(None))
    total = await uow.session.scalar(select(func.count()).select_from(found.subquery())) or 0
    here = max(0, min(page, (total - 1) // PAGE))
    rows = await uow.session.scalars(
        found.order_by(Grant.id.desc()).limit(PAGE).offset(here * PAGE)
    )
    return [await _holder(uow, actor, grant) for grant in rows.all()], total


async def assembly_of(uow: UnitOfWork, grant: Grant) -> int | None:
    """The assembly a role belongs to; None: all of them."""
    if grant.mandate_id is None:
        return grant.assembly_id
    return (await deputy(uow, grant.mandate_id)).assembly_id


async def _may_see(uow: UnitOfWork, actor: Actor, grant: Grant) -> bool:
    return grant.user_id == actor.user_id or await _in_charge(uow, actor, grant)


async def _in_charge(uow: UnitOfWork, actor: Actor, grant: Grant) -> bool:
    """Coordinators within their assemblies; a deputy over the own assistants."""
    if actor.coordinates(await assembly_of(uow, grant) or EVERYWHERE):
        return True
    return (
        grant.role == Role.ASSISTANT
        and grant.mandate_id is not None
        and actor.role_for(grant.mandate_id) is Role.DEPUTY
    )


async def _holder(uow: UnitOfWork, actor: Actor, grant: Grant) -> Holder:
    scope = await scope_of(uow, Role(grant.role), grant.mandate_id, grant.assembly_id)
    can = grant.user_id == actor.user_id or await _in_charge(uow, actor, grant)
    return Holder(grant.id, grant.user_id, scope, grant.granted_at, grant.revoked_at, can)
