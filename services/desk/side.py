"""What the deputy's side knows of an appeal and its author does not."""

from dataclasses import dataclass

from domain.roles import Actor
from services.desk import notes
from services.desk.assigning import in_charge
from services.desk.colleagues import Colleague
from services.desk.writing import Writer, others_writing
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Side:
    in_charge: Colleague | None
    notes: int
    writing: tuple[Writer, ...]  # colleagues who write an answer just now


async def side_of(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Side:
    return Side(
        await in_charge(uow, actor, appeal_id),
        await notes.count(uow, actor, appeal_id),
        await others_writing(uow, actor, appeal_id),
    )
