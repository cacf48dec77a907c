"""Write checked rows: add what is new, change what differs, leave the rest."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from services.importing.entities import ENTITIES, Entity, Key
from services.importing.records import Record
from services.importing.state import Directory

Progress = Callable[[int, int], None]
_STEP = 100


@dataclass(slots=True)
class TableCounts:
    added: int = 0
    changed: int = 0
    unchanged: int = 0


async def write(
    session: AsyncSession,
    now: datetime,
    records: Sequence[Record],
    directory: Directory,
    progress: Progress | None,
) -> Mapping[str, TableCounts]:
    unique: dict[str, dict[Key, Record]] = {}
    for record in records:
        unique.setdefault(record.entity, {}).setdefault(record.key, record)
    total, done = sum(map(len, unique.values())), 0
    tables: dict[str, TableCounts] = {}
    for name in ENTITIES:
        counts = TableCounts()
        added = []
        for record in unique.get(name, {}).values():
            row = _apply(record, directory, counts)
            if row is not None:
                if stamp := ENTITIES[name].stamp:
                    setattr(row, stamp, now)
                session.add(row)
                added.append(row)
            done += 1
            if progress and (done % _STEP == 0 or done == total):
                progress(done, total)
        if counts != TableCounts():
            tables[ENTITIES[name].model.__tablename__] = counts
        await session.flush()
        for row in added:
            directory.add(name, row)
    return tables


def _apply(record: Record, directory: Directory, counts: TableCounts) -> Any:
    """The row to add, or None when it was there: changed in place if it differs."""
    entity = ENTITIES[record.entity]
    attributes = record.values | {
        name: None if key is None else directory.find(entity.references[name], key).id
        for name, key in record.links.items()
    }
    row = directory.find(record.entity, record.key)
    if row is None:
        counts.added += 1
        return entity.model(**attributes)
    corrected = {
        field
        for table, ident, field in directory.corrected
        if (table, ident) == (entity.model.__tablename__, row.id)
    }
    changes = _changes(entity, row, attributes, corrected)
    for name, value in changes.items():
        setattr(row, name, value)
    if changes:
        counts.changed += 1
    else:
        counts.unchanged += 1
    return None


def _changes(
    entity: Entity, row: object, attributes: dict[str, Any], corrected: set[str]
) -> dict[str, Any]:
    left = entity.only_at_first | corrected
    if entity.kept and attributes.get(entity.kept[0]) is None:
        left |= set(entity.kept)
    changes = {
        name: value
        for name, value in attributes.items()
        if name not in left and getattr(row, name) != value
    }
    if entity.kept and entity.kept[0] in changes:
        # What a coordinator filled in gave way to what the files say now.
        changes |= {"district_set_by": None, "district_set_at": None}
    return changes
