"""What somebody of the deputy's side may reach."""

from sqlalchemy import select

from domain.errors import NotFound
from domain.roles import Actor, Role
from models.appeals import Appeal
from services.unit_of_work import UnitOfWork


async def case_of(
    uow: UnitOfWork, actor: Actor, appeal_id: int, *, to_change: bool = False
) -> Appeal:
    """A registered appeal to a mandate that this person works for. Raises NotFound."""
    query = select(Appeal).where(
        Appeal.id == appeal_id,
        Appeal.mandate_id.in_(actor.mandates),
        Appeal.number.is_not(None),
    )
    row = await uow.session.scalar(query.with_for_update() if to_change else query)
    if row is None:
        raise NotFound("appeal", appeal_id)
    return row


def role_in(actor: Actor, mandate_id: int) -> Role:
    """Deputy or assistant of this mandate. Raises NotFound."""
    role = actor.role_for(mandate_id)
    if role is None:
        raise NotFound("workspace", mandate_id)
    return role
