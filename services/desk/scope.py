"""What somebody of the deputy's side may reach."""

from sqlalchemy import select

from domain.errors import NotFound
from domain.roles import Actor, Role
from models.appeals import Appeal
from services.appeals.scopes import in_workspace
from services.unit_of_work import UnitOfWork


async def case_of(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Appeal:
    """A registered appeal to a mandate that this person works for, to look at. Raises NotFound."""
    query = select(Appeal).where(Appeal.id == appeal_id, in_workspace(actor))
    row = await uow.session.scalar(query)
    if row is None:
        raise NotFound("appeal", appeal_id)
    return row


def role_in(actor: Actor, mandate_id: int) -> Role:
    """Deputy or assistant of this mandate. Raises NotFound."""
    role = actor.role_for(mandate_id)
    if role is None:
        raise NotFound("workspace", mandate_id)
    return role
