"""The directory as it is in the database, by natural keys."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from services.importing.entities import ENTITIES, Key


@dataclass(slots=True)
class Directory:
    """Rows by entity and natural key, and the keys back by entity and id."""

    rows: dict[str, dict[Key, Any]] = field(default_factory=dict)
    keys: dict[str, dict[int, Key]] = field(default_factory=dict)

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


async def load(session: AsyncSession) -> Directory:
    directory = Directory()
    for name, entity in ENTITIES.items():
        rows = await session.scalars(select(entity.model).order_by(entity.model.__table__.c.id))
        for row in rows:
            directory.add(name, row)
    return directory
