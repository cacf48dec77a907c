"""One change of a record, by its recorder or by a reviewer, whose changes keep the old value."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from domain.errors import NotFound
from domain.records import RecordKind
from domain.roles import Actor
from models.base import Base
from models.records import Correction
from services.records import scope
from services.records.kinds import Row
from services.unit_of_work import UnitOfWork

BY_HAND: Final = "_by_hand"  # behind the name of a field


@dataclass(frozen=True, slots=True)
class Edit:
    uow: UnitOfWork
    actor: Actor
    kind: RecordKind
    row: Row
    reviewing: bool

    def put(self, name: str, value: object) -> None:
        """Sets a column. The recorder's own changes leave no trace, a reviewer's do."""
        if self.reviewing:
            correct(self.uow, self.actor, self.row, name, value)
        else:
            setattr(self.row, name, value)
            self.row.touched_at = self.uow.now

    def note(self, what: str, was: object, became: object) -> None:
        """For what is not a column: signatories, evidence, promises."""
        if self.reviewing:
            self.uow.session.add(_correction(self.uow, self.actor, self.row, what, was, became))
        else:
            self.row.touched_at = self.uow.now


async def begin(uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int) -> Edit:
    """Raises NotFound for what is not this person's to change, NotAllowed amid a conflict."""
    row = await scope.found(uow, kind, ident)
    if row.state in scope.UNFINISHED:
        row = await scope.unfinished(uow, actor, kind, ident)
        return Edit(uow, actor, kind, row, reviewing=False)
    if not actor.is_recorder:
        raise NotFound("record", ident)
    row = await scope.in_review(uow, actor, kind, ident)
    await scope.require_no_conflict(uow, actor, row)
    return Edit(uow, actor, kind, row, reviewing=True)


def by_hand(uow: UnitOfWork, actor: Actor, row: Base, name: str, value: object) -> None:
    """As `correct`, for what follows from records otherwise: the word of a person stays."""
    correct(uow, actor, row, name, value)
    uow.session.add(_correction(uow, actor, row, f"{name}{BY_HAND}", None, value))


def correct(uow: UnitOfWork, actor: Actor, row: Base, name: str, value: object) -> None:
    """Changes a column and keeps what stood there; the same again changes nothing."""
    was = getattr(row, name)
    if was == value:
        return
    uow.session.add(_correction(uow, actor, row, name, was, value))
    setattr(row, name, value)


def _correction(
    uow: UnitOfWork, actor: Actor, row: Base, name: str, was: object, became: object
) -> Correction:
    return Correction(
        record=row.__tablename__,
        record_id=row.id,  # type: ignore[attr-defined]
        field=name,
        was=_plain(was),
        became=_plain(became),
        corrected_by=actor.user_id,
        corrected_at=uow.now,
    )


def _plain(value: object) -> object:
    """As JSON holds it."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, StrEnum) else value
