"""Importing: what is new comes in, what differs changes, what is the same stays."""

import asyncio
from datetime import date
from pathlib import Path

from sqlalchemy import func, select

from models.assemblies import Convocation, DirectoryVersion, District
from models.deputies import Mandate, Person, PersonSpelling
from services.importing import export_folder, import_folder, is_empty
from services.unit_of_work import Database
from tests.data.conftest import NOW
from tests.data.helpers import (
    CONVOCATIONS,
    DEPUTIES_HEADER,
    EXAMPLE,
    SHIPPED,
    SMALL,
    bring,
    folder,
)


async def versions(database: Database) -> list[DirectoryVersion]:
    async with database.read() as uow:
        found = await uow.session.scalars(select(DirectoryVersion).order_by(DirectoryVersion.id))
        return list(found)


async def test_the_shipped_data_come_in_once(loaded: Database) -> None:
    report = await bring(loaded, SHIPPED)
    assert not report.changed
    assert {name: counts.unchanged for name, counts in report.tables.items()} == {
        "regions": 20,
        "region_aliases": 52,
        "places": 224,
        "place_aliases": 123,
        "assemblies": 224,
        "convocations": 224,
        "districts": 29,
        "factions": 8,
        "persons": 29,
        "person_spellings": 85,
        "mandates": 29,
        "place_districts": 278,
        "theses": 10,
        "programmes": 10,
        "promises": 35,
        "stated_figures": 161,
        "deputy_requests": 17,
        "request_signatories": 8,
    }
    assert [version.data_date for version in await versions(loaded)] == [date(2023, 12, 29)]


async def test_export_and_import_change_nothing(loaded: Database, tmp_path: Path) -> None:
    async with loaded.read() as uow:
        written = await export_folder(uow, tmp_path / "out")
    assert (tmp_path / "out" / "programmes.yaml") in written
    assert not (await bring(loaded, tmp_path / "out")).changed
    assert len(await versions(loaded)) == 1


async def test_an_export_fills_another_database_alike(
    loaded: Database, plain: Database, tmp_path: Path
) -> None:
    async with loaded.read() as uow:
        await export_folder(uow, tmp_path / "one")
    await bring(plain, tmp_path / "one")
    async with plain.read() as uow:
        await export_folder(uow, tmp_path / "two")
    one, two = (
        {path.name: path.read_bytes() for path in (tmp_path / name).iterdir()}
        for name in ("one", "two")
    )
    assert one == two
    for path in SHIPPED.glob("*.csv"):
        assert one[path.name] == path.read_bytes(), path.name


async def test_a_change_is_counted_and_makes_a_version(empty: Database, tmp_path: Path) -> None:
    async with empty.read() as uow:
        assert await is_empty(uow)
    first = await bring(empty, folder(tmp_path / "a", SMALL))
    assert first.changed
    renamed = SMALL["deputies.csv"].replace("Первый", "Первая") + "two,Вторая,town,8,district,2\n"
    second = await bring(empty, folder(tmp_path / "a", {"deputies.csv": renamed}))
    counts = second.tables["persons"]
    assert (counts.added, counts.changed, counts.unchanged) == (1, 1, 0)
    found = await versions(empty)
    assert [version.digest for version in found] == [first.digest, second.digest]
    assert found[0].imported_at == NOW
    async with empty.read() as uow:
        assert not await is_empty(uow)
        names = await uow.session.scalars(select(Person.name_ru).order_by(Person.id))
        assert list(names) == ["Первая", "Вторая"]


async def test_rows_that_the_files_do_not_name_stay(empty: Database, tmp_path: Path) -> None:
    await bring(empty, folder(tmp_path / "a", SMALL))
    few = {"districts.csv": "assembly,convocation,number\ntown,8,9\n"}
    await bring(empty, folder(tmp_path / "b", few))
    async with empty.read() as uow:
        numbers = await uow.session.scalars(select(District.number).order_by(District.number))
        assert list(numbers) == [1, 2, 3, 9]


async def test_a_column_that_is_not_there_is_left_alone(empty: Database, tmp_path: Path) -> None:
    wide = "assembly,convocation,number,territory_ru,electorate\ntown,8,1,сад,100\n"
    await bring(empty, folder(tmp_path / "a", {**SMALL, "districts.csv": wide}))
    narrow = "assembly,convocation,number,electorate\ntown,8,1,\n"
    await bring(empty, folder(tmp_path / "b", {"districts.csv": narrow}))
    async with empty.read() as uow:
        found = (await uow.session.scalars(select(District))).one()
        assert (found.territory_ru, found.electorate) == ("сад", None)


async def test_what_coordinators_decide_stays(empty: Database, tmp_path: Path) -> None:
    unknown = {"deputies.csv": f"{DEPUTIES_HEADER},district_source\none,Первый,town,8,district,,\n"}
    path = folder(tmp_path / "a", {**SMALL, **unknown})
    await bring(empty, path)
    async with empty.write() as uow:
        convocation = (await uow.session.scalars(select(Convocation))).one()
        convocation.takes_appeals = False
        mandate = (await uow.session.scalars(select(Mandate))).one()
        district = (await uow.session.scalars(select(District).order_by(District.number))).first()
        assert district is not None
        mandate.district_id = district.id
        mandate.district_source = "coordinator"
        mandate.district_set_at = NOW
    assert not (await bring(empty, path)).changed
    async with empty.read() as uow:
        assert not (await uow.session.scalars(select(Convocation))).one().takes_appeals
        mandate = (await uow.session.scalars(select(Mandate))).one()
        assert (mandate.district_id, mandate.district_source) == (district.id, "coordinator")
    known = {
        "deputies.csv": f"{DEPUTIES_HEADER},district_source\none,Первый,town,8,district,2,law\n"
    }
    await bring(empty, folder(tmp_path / "b", known))
    async with empty.read() as uow:
        mandate = (await uow.session.scalars(select(Mandate))).one()
        assert (mandate.district_source, mandate.district_set_at) == ("law", None)


async def test_files_as_spreadsheets_write_them(empty: Database, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "assemblies.csv": b"\xef\xbb\xbf" + SMALL["assemblies.csv"].replace(",", ";").encode(),
        "convocations.csv": "sep=;\r\n" + CONVOCATIONS.replace(",", ";").replace("\n", "\r\n"),
        "districts.csv": SMALL["districts.csv"].replace(",", "\t") + "\t\t\n\n",
        "deputies.csv": f"{DEPUTIES_HEADER.upper()},spellings,,\n"
        "one, Первый\u00a0 ,town,8,district,1,П. Первый;  ; Первой; П. Первый,,\n",
        "~$deputies.csv": "an open spreadsheet",
    }
    await bring(empty, folder(tmp_path / "a", files))
    async with empty.read() as uow:
        assert (await uow.session.scalars(select(Person.name_ru))).one() == "Первый"
        found = await uow.session.scalars(select(PersonSpelling.spelling).order_by("id"))
        assert list(found) == ["П. Первый", "Первой"]


async def test_one_file_is_known_by_its_header(empty: Database, tmp_path: Path) -> None:
    await bring(empty, folder(tmp_path / "a", SMALL))
    path = folder(tmp_path / "b", {"мои.csv": f"{DEPUTIES_HEADER}\ntwo,Вторая,town,8,district,2\n"})
    report = await bring(empty, path / "мои.csv")
    assert report.tables["mandates"].added == 1


async def test_the_example_is_one_file_away(loaded: Database) -> None:
    report = await bring(loaded, EXAMPLE)
    added = {name: counts.added for name, counts in report.tables.items()}
    assert added == {
        "assemblies": 1,
        "convocations": 1,
        "districts": 15,
        "persons": 14,
        "mandates": 14,
    }
    assert not (await bring(loaded, EXAMPLE / "seats.csv")).changed
    async with loaded.read() as uow:
        slugs = list(
            await uow.session.scalars(select(Person.slug).where(Person.source.is_not(None)))
        )
    assert "example-alma-apple" in slugs


async def test_progress_ends_with_everything(plain: Database) -> None:
    seen: list[tuple[int, int]] = []
    async with plain.write() as uow:
        await import_folder(uow, SHIPPED, lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1] == 1566


async def test_processes_that_start_together_import_once(empty: Database) -> None:
    reports = await asyncio.gather(*(bring(empty, SHIPPED) for _ in range(3)))
    assert sorted(report.changed for report in reports) == [False, False, True]
    assert len(await versions(empty)) == 1


async def test_a_person_with_two_mandates(empty: Database, tmp_path: Path) -> None:
    rows = "one,Первый,town,8,district,1\none,Первый,town,9,district,1\n"
    files = {
        **SMALL,
        "convocations.csv": CONVOCATIONS + "town,9,yes\n",
        "districts.csv": SMALL["districts.csv"] + "town,9,1\n",
        "deputies.csv": f"{DEPUTIES_HEADER}\n{rows}",
    }
    await bring(empty, folder(tmp_path / "a", files))
    async with empty.read() as uow:
        assert await uow.session.scalar(select(func.count(Person.id))) == 1
        assert await uow.session.scalar(select(func.count(Mandate.id))) == 2
        await export_folder(uow, tmp_path / "out")
    assert not (await bring(empty, tmp_path / "out")).changed
