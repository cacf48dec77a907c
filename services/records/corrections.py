"""What was put right in a record, with the old values."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import select

from domain.records import RecordKind
from domain.roles import Actor
from models.geography import Place
from models.records import Correction
from services.directory import deputy
from services.records import scope
from services.records.kinds import MODELS
from services.unit_of_work import UnitOfWork

MOST: Final = 20
UNTOLD: Final = frozenset({"inside_set_by", "convocation_id", "promises"})  # told by others
OF_DEPUTIES: Final = frozenset({"mandate_id", "initiator_id", "signatories"})


@dataclass(frozen=True, slots=True)
class Change:
    field: str
    was: object
    became: object
    at: datetime


async def of_record(
    uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int
) -> tuple[Change, ...]:
    """The newest first, for the coordinators of the assembly. Raises NotFound."""
    row = await scope.in_review(uow, actor, kind, ident)
    rows = await uow.session.scalars(
        select(Correction)
        .where(Correction.record == MODELS[kind].__tablename__, Correction.record_id == row.id)
        .order_by(Correction.id.desc())
        .limit(MOST)
    )
    return tuple(
        [
            Change(
                one.field,
                await _told(uow, one.field, one.was),
                await _told(uow, one.field, one.became),
                one.corrected_at,
            )
            for one in rows.all()
            if one.field not in UNTOLD
        ]
    )


async def _told(uow: UnitOfWork, field: str, value: object) -> object:
    """Names instead of ids."""
    if not isinstance(value, int) or isinstance(value, bool):
        return value
    if field in OF_DEPUTIES:
        return (await deputy(uow, value)).name
    place = await uow.session.get(Place, value) if field == "place_id" else None
    return place.names if place is not None else value
