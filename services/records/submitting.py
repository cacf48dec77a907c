"""A record is sent to be reviewed."""

from domain.errors import BadInput
from domain.record_fields import Field, missing
from domain.records import RecordAction, RecordKind, RecordState, SourceKind, after
from domain.roles import Actor
from services.directory import deputy
from services.records import duplicates, scope
from services.records.kinds import mandate_of
from services.records.reading import Line, Record, view
from services.unit_of_work import UnitOfWork


def lacks(record: Record) -> tuple[Field, ...]:
    """What must still be said."""
    return missing(
        record.kind,
        record.said,
        present=record.source is SourceKind.PRESENCE,
        step=record.line.step,
    )


async def likely(uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int) -> tuple[Line, ...]:
    """What may be the same fact. Raises NotFound."""
    return await duplicates.likely(uow, await scope.unfinished(uow, actor, kind, ident))


async def submit(
    uow: UnitOfWork, actor: Actor, kind: RecordKind, ident: int, same_as: int | None = None
) -> Record:
    """`same_as`: the recorder says that it tells the same; a reviewer merges them.

    Raises BadInput("record_lacks") where something is missing, NotFound.
    """
    row = await scope.unfinished(uow, actor, kind, ident)
    if lacks(await view(uow, row)):
        raise BadInput("record_lacks")
    mandate_id = mandate_of(row)
    if mandate_id is None or not actor.records((await deputy(uow, mandate_id)).assembly_id):
        raise BadInput("record_other_assembly")
    if same_as is not None:
        row.merged_into_id = (await duplicates.target(uow, row, same_as)).id
    row.state = after(RecordState(row.state), RecordAction.SUBMIT)
    row.submitted_at = uow.now
    row.returned_for = row.return_note = None
    await uow.session.flush()
    return await view(uow, row)
