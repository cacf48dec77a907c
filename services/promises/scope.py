"""Who may do what with the status of a promise."""

from sqlalchemy import ColumnElement, Select, or_, select, true

from domain.errors import NotFound
from domain.promises import ChangeState
from domain.roles import Actor, Role
from models.assemblies import Convocation
from models.deputies import Mandate
from models.programmes import Programme, Promise
from models.verdicts import StatusChange
from services.ids import known_id
from services.unit_of_work import UnitOfWork

SEEN_BY_SIDE = frozenset({ChangeState.WITH_DEPUTY, ChangeState.PUBLIC})


def may_propose(actor: Actor, assembly_id: int) -> bool:
    """Activists and coordinators of the assembly."""
    return actor.coordinates(assembly_id) or any(
        granted.role is Role.ACTIVIST and granted.assembly_id in {None, assembly_id}
        for granted in actor.roles
    )


def changes() -> Select[StatusChange, int, int]:
    """Each with the mandate and the assembly it is about."""
    return (
        select(StatusChange, Programme.mandate_id, Convocation.assembly_id)
        .join(Promise, Promise.id == StatusChange.promise_id)
        .join(Programme, Programme.id == Promise.programme_id)
        .join(Mandate, Mandate.id == Programme.mandate_id)
        .join(Convocation, Convocation.id == Mandate.convocation_id)
    )


def coordinated(actor: Actor) -> ColumnElement[bool]:
    """What this coordinator decides about."""
    assemblies = actor.coordinated_assemblies
    return true() if assemblies is None else Convocation.assembly_id.in_(assemblies)


def visible(actor: Actor) -> ColumnElement[bool]:
    """What was public at some time everybody; the rest who proposes, decides or is concerned."""
    return or_(
        StatusChange.published_at.is_not(None),
        StatusChange.proposed_by == actor.user_id,
        coordinated(actor),
        Programme.mandate_id.in_(actor.mandates)
        & (StatusChange.state.in_(SEEN_BY_SIDE) | StatusChange.reply_due.is_not(None)),
    )


async def change_row(
    uow: UnitOfWork, change_id: int, where: ColumnElement[bool]
) -> tuple[StatusChange, int, int]:
    """The row, held until the commit. Raises NotFound."""
    query = changes().where(StatusChange.id == known_id("change", change_id), where)
    found = (await uow.session.execute(query.with_for_update(of=StatusChange))).first()
    if found is None:
        raise NotFound("change", change_id)
    row, mandate_id, assembly_id = found
    return row, mandate_id, assembly_id


async def mandate_of(uow: UnitOfWork, promise_id: int) -> int:
    """Raises NotFound."""
    found = await uow.session.scalar(
        select(Programme.mandate_id)
        .join(Promise, Promise.programme_id == Programme.id)
        .where(Promise.id == known_id("promise", promise_id))
    )
    if found is None:
        raise NotFound("promise", promise_id)
    return found
