"""`report`: the monitoring report of a period as files."""

import asyncio
import sys
from argparse import ArgumentTypeError, Namespace
from dataclasses import replace
from datetime import date
from pathlib import Path

from tqdm import tqdm

from bot.clock import Clock
from bot.commands.kinds import Commands
from bot.database import create_database
from bot.settings import Settings
from bot.start_up import prepare_database
from domain.errors import ElectionTime, NotFound
from domain.names import Language
from handlers.common.errors import explain
from handlers.common.texts import Texts
from handlers.report.writing import Format, steps, write
from services.elections import require_no_election_in
from services.monitoring import Report, find_scope, report


def day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f"“{text}” is not a day: write it like 2023-03-29"
        raise ArgumentTypeError(message) from None


def register(commands: Commands) -> None:
    found = commands.add_parser("report", help="write the monitoring report of a period")
    found.add_argument("--from", dest="first", type=day, help="first day; default: of the data")
    found.add_argument("--to", dest="last", type=day, help="last day; default: of the data")
    found.add_argument("--lang", choices=[str(one) for one in Language], default="kk")
    found.add_argument("--format", choices=[str(one) for one in Format], default="pdf")
    found.add_argument(
        "--output", type=Path, required=True, help="a file; csv and png: or a folder"
    )
    found.add_argument("--assembly", help="slug or id; default: the one with most deputies")
    found.set_defaults(command=make)


async def make(settings: Settings, arguments: Namespace) -> int:
    database = create_database(settings, Clock())
    try:
        await prepare_database(database, settings)
        async with database.read() as uow:
            scope = await find_scope(uow, arguments.assembly)
            await require_no_election_in(uow, scope.assembly_id)
            first, last = (arguments.first or scope.period[0], arguments.last or scope.period[1])
            if first > last:
                return _refused(f"The period ends ({last}) before it begins ({first}).")
            found = await report(uow, replace(scope, period=(first, last)))
    except ElectionTime as closed:
        return _refused(explain(_texts(settings, arguments), closed)[0].text.striptags())
    except NotFound:
        return _refused(
            f"No deputies are known of an assembly “{arguments.assembly}”: "
            "its slug or id stands in assemblies.csv."
            if arguments.assembly
            else "No deputies are known yet: import the directory first."
        )
    finally:
        await database.engine.dispose()
    return await asyncio.to_thread(_write, _texts(settings, arguments), found, arguments)


def _texts(settings: Settings, arguments: Namespace) -> Texts:
    return Texts(Language(arguments.lang), settings.zone)


def _write(texts: Texts, found: Report, arguments: Namespace) -> int:
    form = Format(arguments.format)
    try:
        with tqdm(total=steps(texts, found, form), disable=None, delay=1, leave=False) as bar:

            def tell() -> None:
                bar.update()

            written = write(texts, found, form, arguments.output, tell)
    except OSError as error:
        return _refused(f"{arguments.output} cannot be written: {error.strerror}.")
    for path in written:
        print(path)
    return 0


def _refused(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
