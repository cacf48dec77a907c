"""`import` and `export`: the directory from files, and into files."""

import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tqdm import tqdm

from bot.clock import Clock
from bot.commands.kinds import Commands
from bot.database import create_database
from bot.settings import Settings
from models.schema import upgrade
from services.importing import (
    Fault,
    ImportRefused,
    ImportReport,
    export_folder,
    import_folder,
)
from services.importing.faults import MESSAGES


def register(commands: Commands) -> None:
    take = commands.add_parser("import", help="load data files: all of them or, with a fault, none")
    take.add_argument(
        "path", type=Path, nargs="?", help="a folder, or one file; without it DATA_PATH"
    )
    take.set_defaults(command=import_data)
    give = commands.add_parser("export", help="write the data into files that import reads")
    give.add_argument("path", type=Path, help="a folder; it is made if it is not there")
    give.set_defaults(command=export_data)


async def import_data(settings: Settings, arguments: Namespace) -> int:
    database = create_database(settings, Clock())
    try:
        await upgrade(database.engine)
        with _progress() as tell:
            async with database.write() as uow:
                path = arguments.path or Path(settings.data_path)
                report = await import_folder(uow, path, tell)
    except ImportRefused as refused:
        for fault in refused.faults:
            print(_line(fault), file=sys.stderr)
        count = len(refused.faults)
        many = "1 fault" if count == 1 else f"{count} faults"
        print(f"{many}; nothing was changed.", file=sys.stderr)
        return 1
    finally:
        await database.engine.dispose()
    _summary(report)
    return 0


async def export_data(settings: Settings, arguments: Namespace) -> None:
    database = create_database(settings, Clock())
    try:
        await upgrade(database.engine)
        async with database.read() as uow:
            written = await export_folder(uow, arguments.path)
    finally:
        await database.engine.dispose()
    for path in written:
        print(path)


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None]]:
    """A bar where somebody watches a terminal, if it takes more than a moment."""
    with tqdm(unit=" rows", disable=None, delay=1, leave=False) as bar:

        def tell(done: int, total: int) -> None:
            bar.total = total
            bar.update(done - bar.n)

        yield tell


def _line(fault: Fault) -> str:
    """As compilers write it: editors jump there."""
    place = [fault.file, str(fault.line)] if fault.line is not None else [fault.file]
    words = MESSAGES[fault.reason].format(**fault.data)
    column = f"{fault.column}: " if fault.column else ""
    return f"{':'.join(place)}: {column}{words}"


def _summary(report: ImportReport) -> None:
    if not report.changed:
        print("nothing to change")
        return
    for name, counts in report.tables.items():
        if counts.added or counts.changed:
            print(f"{name}: {counts.added} added, {counts.changed} changed")
