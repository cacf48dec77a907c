"""The directory as it is in the database, by natural keys."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from models.records import Correction
from services.importing.entities import ENTITIES, Entity, Key


@dataclass(slots=True)
class Directory:
    """Rows by entity and natural key, and the keys back by entity and id."""

    rows: dict[str, dict[Key, Any]] = field(default_factory=dict)
    keys: dict[str, dict[int, Key]] = field(default_factory=dict)
    # Table, id and field of what a coordinator put right.
    corrected: set[tuple[str, int, str]] = field(default_factory=set)

    def add(self, entity: str, row: Any) -> None:
        found = ENTITIES[entity]
        key = tuple(
            self.keys[found.references[name]][getattr(row, name)]
            if name in found.references
            else getattr(row, name)
            for name in found.key
        )
        self.rows.setdefault(entity, {})[key] = row
        self.keys.setdefault(entity, {})[row.id] = key

    def find(self, entity: str, key: Key) -> Any:
        return self.rows.get(entity, {}).get(key)

    def key_of(self, entity: str, ident: int | None) -> Key | None:
        return None if ident is None else self.keys[entity][ident]

    def holds_parents(self, entity: Entity, row: Any) -> bool:
        """False for what hangs on a row without a natural key: people wrote it, no file."""
        return all(
            getattr(row, name) in self.keys.get(entity.references[name], {})
            for name in entity.key
            if name in entity.references
        )


async def load(session: AsyncSession) -> Directory:
    directory = Directory()
    for name, entity in ENTITIES.items():
        columns = entity.model.__table__.c
        keyed = [columns[part].is_not(None) for part in entity.key if columns[part].nullable]
        rows = await session.scalars(select(entity.model).where(*keyed).order_by(columns.id))
        for row in rows:
            if directory.holds_parents(entity, row):
                directory.add(name, row)
    fields = await session.execute(
        select(Correction.record, Correction.record_id, Correction.field).distinct()
    )
    directory.corrected = {(record, ident, name) for record, ident, name in fields}
    return directory
