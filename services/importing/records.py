"""From a line of a file to rows of tables, with natural keys instead of ids."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String

from services.importing.cells import Value, items
from services.importing.entities import ENTITIES, Key, flatten, nest
from services.importing.faults import CellRefused, Fault
from services.importing.reader import Row
from services.importing.sheet import Child, Part, Sheet


@dataclass(slots=True)
class Record:
    """A row to write. `links` hold the natural keys of other rows."""

    entity: str
    row: Row
    values: dict[str, Any]
    links: dict[str, Key | None]

    @property
    def key(self) -> Key:
        return tuple(
            self.links[name] if name in self.links else self.values.get(name)
            for name in ENTITIES[self.entity].key
        )

    def fault(self, column: str | None, reason: str, **data: object) -> Fault:
        return fault(self.row, column, reason, **data)


def fault(row: Row, column: str | None, reason: str, **data: object) -> Fault:
    return Fault(row.file, row.lines.get(column or "", row.line), column, reason, data)


def records(sheet: Sheet, row: Row, faults: list[Fault]) -> Iterator[Record]:
    """Rows of tables; a faulty cell leaves its attribute empty, a faulty key the whole row out."""
    if sheet.complete:
        sheet.complete(row.cells)
    values = parse(sheet, row, faults)
    if sheet.any_of and not any(values.get(name) for name in sheet.any_of):
        faults.append(fault(row, sheet.any_of[0], "required"))
    for part in sheet.parts:
        if part.only_with is None or values.get(part.only_with):
            yield from _part(part, row, values, faults)


def parse(sheet: Sheet, row: Row, faults: list[Fault]) -> dict[str, Value]:
    """Values of the columns that the file has."""
    values: dict[str, Value] = {}
    for name, column in sheet.columns.items():
        cell = row.cells.get(name)
        if cell is None:
            continue
        values[name] = None if cell else column.empty
        try:
            if cell:
                values[name] = column.parse(cell)
            elif column.required:
                faults.append(fault(row, name, "required"))
        except CellRefused as refused:
            faults.append(fault(row, name, refused.reason, **refused.data))
    return values


def _part(part: Part, row: Row, values: dict[str, Value], faults: list[Fault]) -> Iterator[Record]:
    links = {
        attribute: _link(ENTITIES[part.entity].references[attribute], columns, values)
        for attribute, columns in part.links.items()
        if all(column in values for column in columns)
    }
    own = {attribute: values[name] for attribute, name in part.values.items() if name in values}
    record = Record(part.entity, row, dict(part.constants) | own, links)
    for attribute, name in part.values.items():
        _measure(record, attribute, name, faults)
    if None in flatten(record.key):
        return
    yield record
    for child in part.children:
        yield from _children(child, record, values, faults)


def _link(entity: str, columns: tuple[str, ...], values: dict[str, Value]) -> Key | None:
    flat: list[object] = []
    for column in columns:
        value = values[column]
        flat.extend(value if isinstance(value, tuple) else (value,))
    return None if None in flat else nest(entity, tuple(flat))


def _children(
    child: Child, parent: Record, values: dict[str, Value], faults: list[Fault]
) -> Iterator[Record]:
    for item in items(str(values.get(child.column) or "")):
        found = Record(
            child.entity, parent.row, {child.attribute: item}, {child.parent: parent.key}
        )
        _measure(found, child.attribute, child.column, faults)
        yield found


def _measure(record: Record, attribute: str, column: str, faults: list[Fault]) -> None:
    """What SQLite would take and PostgreSQL refuse is a fault on both."""
    value = record.values.get(attribute)
    kind = ENTITIES[record.entity].model.__table__.c[attribute].type
    limit = kind.length if isinstance(kind, String) else None
    if isinstance(value, str) and limit is not None and len(value) > limit:
        data = {"length": len(value), "limit": limit}
        faults.append(fault(record.row, column, "too_long", **data))
