"""Small folders of data for tests."""

from collections.abc import Mapping
from pathlib import Path

from services.importing import Fault, ImportRefused, ImportReport, import_folder
from services.unit_of_work import Database

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = ROOT / "data"
EXAMPLE = SHIPPED / "example"

ASSEMBLIES = "slug,code,level,name_ru\ntown,TWN01,city,Маслихат города\n"
CONVOCATIONS = "assembly,number,takes_appeals\ntown,8,yes\n"
DISTRICTS = "assembly,convocation,number\ntown,8,1\ntown,8,2\ntown,8,3\n"
DEPUTIES_HEADER = "slug,name_ru,assembly,convocation,kind,district"
SMALL = {
    "assemblies.csv": ASSEMBLIES,
    "convocations.csv": CONVOCATIONS,
    "districts.csv": DISTRICTS,
    "deputies.csv": f"{DEPUTIES_HEADER}\none,Первый,town,8,district,1\n",
}


def folder(path: Path, files: Mapping[str, str | bytes]) -> Path:
    """`files` written into a folder."""
    path.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        raw = content if isinstance(content, bytes) else content.encode()
        (path / name).write_bytes(raw)
    return path


async def bring(database: Database, path: Path) -> ImportReport:
    async with database.write() as uow:
        return await import_folder(uow, path)


async def refused(database: Database, path: Path) -> tuple[Fault, ...]:
    """The faults of an import that has to fail."""
    try:
        await bring(database, path)
    except ImportRefused as error:
        return error.faults
    message = "it was imported"
    raise AssertionError(message)


def told(faults: tuple[Fault, ...]) -> list[tuple[str, int | None, str | None, str]]:
    return [(fault.file, fault.line, fault.column, fault.reason) for fault in faults]
