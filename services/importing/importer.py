"""Files into the directory: all is read and checked first, then written, or nothing."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sqlalchemy import select

from models.assemblies import Assembly, DirectoryVersion
from services.directory_cache import alone, bypass
from services.importing.checks import check
from services.importing.documents import ABOUT, document
from services.importing.faults import Fault, ImportRefused
from services.importing.reader import Row, digest, read, table
from services.importing.records import Record, parse, records
from services.importing.sheet import Sheet
from services.importing.state import load
from services.importing.writer import Progress, TableCounts, write
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class ImportReport:
    """Rows added, changed and left as they were, by table."""

    tables: Mapping[str, TableCounts]
    digest: str

    @property
    def changed(self) -> bool:
        return any(counts.added or counts.changed for counts in self.tables.values())


@dataclass(slots=True)
class _Parsed:
    records: list[Record]
    faults: list[Fault]
    digest: str
    data_date: date | None = None


async def import_folder(
    uow: UnitOfWork, path: Path, progress: Progress | None = None
) -> ImportReport:
    """A folder with any of the files, or one file. Raises ImportRefused with all faults.

    Rows that the files do not name stay. `progress` is told how many rows of how many are done.
    """
    parsed = await asyncio.to_thread(_parse, path)
    await alone(uow)  # processes that start together would insert the same rows
    directory = await load(uow.session)
    faults = [*parsed.faults, *check(parsed.records, directory)]
    if faults:
        raise ImportRefused(sorted(faults, key=lambda one: (one.file, one.line or 0)))
    tables = await write(uow.session, uow.now, parsed.records, directory, progress)
    report = ImportReport(tables, parsed.digest)
    if report.changed:
        version = DirectoryVersion(
            digest=parsed.digest, data_date=parsed.data_date, imported_at=uow.now
        )
        uow.session.add(version)
        bypass(uow)
        await uow.session.flush()
    return report


async def is_empty(uow: UnitOfWork) -> bool:
    """Nothing was ever imported."""
    return await uow.session.scalar(select(Assembly.id).limit(1)) is None


def _parse(path: Path) -> _Parsed:
    faults: list[Fault] = []
    files = read(path, faults)
    parsed = _Parsed([], faults, digest(files))
    for file in files:
        if file.name.lower().endswith(".csv"):
            found = table(file, faults)
            rows = [(found[0], row) for row in found[1]] if found else []
        else:
            rows = document(file, faults)
        for sheet, row in rows:
            _add(parsed, sheet, row)
    return parsed


def _add(parsed: _Parsed, sheet: Sheet, row: Row) -> None:
    if sheet is ABOUT:
        found = parse(sheet, row, parsed.faults)["data_date"]
        parsed.data_date = found if isinstance(found, date) else None
    else:
        parsed.records.extend(records(sheet, row, parsed.faults))
