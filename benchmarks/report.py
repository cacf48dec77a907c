"""Time and memory of the full report: the shipped data, and 3,400 deputies with 10^5 meetings.

python -m benchmarks.report [--deputies 3400] [--meetings 100000] [--formats pdf xlsx csv json png]
"""

import argparse
import asyncio
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from benchmarks.databases import opened
from benchmarks.processes import ROOT
from domain.records import MeetingFormat, RecordState
from models.assemblies import Assembly, Convocation, District, Faction
from models.deputies import Mandate, Person
from models.records import DeputyRequest, Meeting, RequestSignatory
from services.unit_of_work import UnitOfWork
from tests.databases import prepare, sqlite_url

FORMATS = ("pdf", "xlsx", "csv", "json", "png")
FIRST, DAYS, CHUNK, FACTIONS, SLUG = date(2025, 1, 1), 365, 5_000, 8, "bench"


async def fill(url: str, deputies: int, meetings: int) -> None:
    """One assembly of so many deputies; a request for every ten meetings, each signed twice."""
    database = opened(url)
    async with database.write() as uow:
        assembly = Assembly(slug=SLUG, code="BENCH", level="district", name_ru="Большой маслихат")
        uow.session.add(assembly)
        await uow.session.flush()
        term = Convocation(
            assembly_id=assembly.id,
            number=1,
            starts_on=FIRST,
            takes_appeals=False,
        )
        uow.session.add(term)
        await uow.session.flush()
        await _insert(uow, Faction, _factions(term.id))
        await _insert(uow, District, _districts(term.id, deputies))
        await _insert(uow, Person, _persons(deputies))
        first = [await _first(uow, table) for table in (Person, District, Faction)]
        await _insert(uow, Mandate, _mandates(term.id, deputies, first))
        mandate = await _first(uow, Mandate)
        await _insert(uow, Meeting, _meetings(uow, mandate, deputies, meetings))
        requests = meetings // 10
        await _insert(uow, DeputyRequest, _requests(uow, term.id, mandate, deputies, requests))
        request = await _first(uow, DeputyRequest)
        await _insert(uow, RequestSignatory, _signatures(request, mandate, deputies, requests))
    await database.engine.dispose()


async def _insert(uow: UnitOfWork, table: type, rows: Iterator[dict[str, Any]]) -> None:
    while chunk := list(islice(rows, CHUNK)):
        await uow.session.execute(insert(table), chunk)


async def _first(uow: UnitOfWork, table: Any) -> int:
    """The first id of the rows of this benchmark: they are the last ones of the table."""
    found = {
        Person: Person.slug.like("bench-%"),
        District: District.territory_ru == SLUG,
        Faction: Faction.slug.like("bench-%"),
        Mandate: Mandate.source == SLUG,
        DeputyRequest: DeputyRequest.source == SLUG,
    }[table]
    query = table.__table__.select().with_only_columns(table.id).where(found)
    return int(await uow.session.scalar(query.order_by(table.id).limit(1)) or 0)


def _factions(term: int) -> Iterator[dict[str, Any]]:
    for n in range(FACTIONS):
        yield {"convocation_id": term, "slug": f"bench-{n}", "name_ru": f"Фракция {n}"}


def _districts(term: int, count: int) -> Iterator[dict[str, Any]]:
    for n in range(count):
        yield {"convocation_id": term, "number": n + 1, "territory_ru": SLUG}


def _persons(count: int) -> Iterator[dict[str, Any]]:
    for n in range(count):
        yield {"slug": f"bench-{n}", "name_ru": f"Депутатов Имя Отчество {n}"}


def _mandates(term: int, count: int, first: list[int]) -> Iterator[dict[str, Any]]:
    person, district, faction = first
    for n in range(count):
        yield {
            "person_id": person + n,
            "convocation_id": term,
            "kind": "district",
            "district_id": district + n,
            "faction_id": faction + n % FACTIONS,
            "source": SLUG,
        }


def _recorded(uow: UnitOfWork) -> dict[str, Any]:
    return {"state": RecordState.ACCEPTED, "created_at": uow.now, "source": SLUG}


def _meetings(uow: UnitOfWork, mandate: int, deputies: int, count: int) -> Iterator[dict[str, Any]]:
    for n in range(count):
        yield {
            **_recorded(uow),
            "mandate_id": mandate + n % deputies,
            "held_on": FIRST + timedelta(days=n % DAYS),
            "format": MeetingFormat.MEETING,
            "inside": (True, True, False, None)[n % 4],
            "topics": [],
        }


def _requests(
    uow: UnitOfWork, term: int, mandate: int, deputies: int, count: int
) -> Iterator[dict[str, Any]]:
    for n in range(count):
        yield {
            **_recorded(uow),
            "convocation_id": term,
            "initiator_id": mandate + n % deputies,
            "sent_on": FIRST + timedelta(days=n % DAYS),
            "text_ru": f"О дороге номер {n}",
            "issues": ["ecology"],
            "relates_programme": "not_stated",
            "signatories_complete": True,
            "is_group": False,
        }


def _signatures(request: int, mandate: int, deputies: int, count: int) -> Iterator[dict[str, Any]]:
    for n in range(count):
        for next_one in (1, 2):
            yield {"request_id": request + n, "mandate_id": mandate + (n + next_one) % deputies}


def measure(url: str, assembly: str, form: str, folder: Path) -> tuple[float, float]:
    """Seconds of processor time and megabytes of the command, start of the program included."""
    path = folder / f"{assembly}.{'zip' if form in {'csv', 'png'} else form}"
    command = [sys.executable, "-m", "bot", "report", "--assembly", assembly, "--lang", "kk"]
    command += ["--from", "2023-01-01", "--to", "2026-12-31", "--format", form]
    process = subprocess.Popen(
        [*command, "--output", str(path)],
        cwd=ROOT,
        env={**os.environ, "DATABASE_URL": url, "LOG_LEVEL": "ERROR"},
        stdout=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, f"{form} ended with {status}"
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--deputies", type=int, default=3_400)
    parser.add_argument("--meetings", type=int, default=100_000)
    parser.add_argument("--formats", nargs="+", choices=FORMATS, default=FORMATS)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        url = sqlite_url(folder / "bench.db")
        asyncio.run(prepare(url))
        asyncio.run(fill(url, given.deputies, given.meetings))
        print(f"| format | shipped data | | {given.deputies} deputies | |")
        print("|---|---|---|---|---|")
        for form in given.formats:
            few, many = (measure(url, slug, form, folder) for slug in ("mazhilis", SLUG))
            cells = [f"{seconds:.1f} s | {megabytes:.0f} MB" for seconds, megabytes in (few, many)]
            print(f"| {form} | {' | '.join(cells)} |", flush=True)


if __name__ == "__main__":
    main()
