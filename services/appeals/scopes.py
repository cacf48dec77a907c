"""Whose appeal it is: the scope that every query carries, and the row for whoever changes it."""

from sqlalchemy import ColumnElement, and_, or_, select

from domain.appeals import State
from domain.errors import NotFound
from domain.roles import Actor, Role
from models.appeals import Appeal, Handover
from models.casework import Redirection
from services.unit_of_work import UnitOfWork


def authored(actor: Actor) -> ColumnElement[bool]:
    return and_(Appeal.author_id == actor.user_id, Appeal.number.is_not(None))


def in_workspace(actor: Actor) -> ColumnElement[bool]:
    return and_(Appeal.mandate_id.in_(actor.mandates), Appeal.number.is_not(None))


def coordinated(actor: Actor) -> ColumnElement[bool]:
    """Coordinators read a letter only where they must pass it on, or a dispute needs it."""
    needs = or_(
        Appeal.state.in_([State.UNDELIVERABLE, State.DISPUTED]),
        Appeal.id.in_(select(Handover.appeal_id)),
        Appeal.id.in_(
            select(Redirection.appeal_id).where(Redirection.redirected_by == actor.user_id)
        ),
    )
    return and_(coordinated_assemblies(actor), needs)


def either(actor: Actor) -> ColumnElement[bool]:
    """What the deputy's side works on, and what a coordinator has to do with."""
    theirs = in_workspace(actor)
    return or_(theirs, coordinated(actor)) if actor.has(Role.COORDINATOR) else theirs


def coordinated_assemblies(actor: Actor) -> ColumnElement[bool]:
    """Every registered appeal of the assemblies that somebody coordinates, without its text."""
    known = Appeal.number.is_not(None)
    assemblies = actor.coordinated_assemblies
    return known if assemblies is None else and_(known, Appeal.assembly_id.in_(assemblies))


async def locked(uow: UnitOfWork, appeal_id: int, scope: ColumnElement[bool]) -> Appeal:
    """The row, held until the commit. Raises NotFound."""
    row = await uow.session.scalar(
        select(Appeal).where(Appeal.id == appeal_id, scope).with_for_update()
    )
    if row is None:
        raise NotFound("appeal", appeal_id)
    return row


async def of_author(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Appeal:
    return await locked(uow, appeal_id, authored(actor))


async def of_side(uow: UnitOfWork, actor: Actor, appeal_id: int) -> tuple[Appeal, Role]:
    """With the role in whose name this person acts: deputy or assistant."""
    row = await locked(uow, appeal_id, in_workspace(actor))
    role = actor.role_for(row.mandate_id)
    if role is None:
        raise NotFound("appeal", appeal_id)
    return row, role


async def of_either(uow: UnitOfWork, actor: Actor, appeal_id: int) -> tuple[Appeal, Role]:
    """The deputy's side, or a coordinator who has to do with this appeal."""
    row = await locked(uow, appeal_id, either(actor))
    return row, actor.role_for(row.mandate_id) or Role.COORDINATOR
