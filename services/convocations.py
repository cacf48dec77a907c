"""Whether a convocation takes appeals: decided by its coordinators."""

from dataclasses import dataclass

import structlog
from sqlalchemy import func, select

from domain.errors import NotFound
from domain.names import Names
from domain.roles import Actor
from models.assemblies import Assembly, Convocation
from models.deputies import Mandate
from services.directory_cache import changed
from services.grants import require_coordinator
from services.unit_of_work import UnitOfWork

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Term:
    """A convocation with deputies."""

    id: int
    assembly_id: int
    assembly: Names
    number: int
    takes_appeals: bool
    deputies: int


async def with_deputies(uow: UnitOfWork, actor: Actor) -> list[Term]:
    """Those of the assemblies this person coordinates."""
    require_coordinator(actor)
    rows = await uow.session.execute(
        select(Convocation, Assembly, func.count(Mandate.id))
        .join(Assembly, Assembly.id == Convocation.assembly_id)
        .join(Mandate, Mandate.convocation_id == Convocation.id)
        .group_by(Convocation.id, Assembly.id)
        .order_by(Assembly.id, Convocation.number)
    )
    found = [Term(c.id, a.id, a.names, c.number, c.takes_appeals, n) for c, a, n in rows]
    return [term for term in found if actor.coordinates(term.assembly_id)]


async def one(uow: UnitOfWork, actor: Actor, convocation_id: int) -> Term:
    """Raises NotFound for what is not there or not theirs."""
    for term in await with_deputies(uow, actor):
        if term.id == convocation_id:
            return term
    raise NotFound("convocation", convocation_id)


async def take_appeals(uow: UnitOfWork, actor: Actor, convocation_id: int, *, takes: bool) -> Term:
    """From now on voters can write to its deputies, or cannot; open appeals go on either way."""
    await one(uow, actor, convocation_id)
    row = await uow.session.get_one(Convocation, convocation_id)
    row.takes_appeals = takes
    await changed(uow)
    log.info("takes_appeals", convocation=convocation_id, takes=takes, by=actor.user_id)
    return await one(uow, actor, convocation_id)
