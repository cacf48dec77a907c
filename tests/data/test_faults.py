"""Every way in which a file can be wrong is told with its file, line, column and reason."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from models.assemblies import Assembly, District
from services.importing.faults import MESSAGES
from services.unit_of_work import Database
from tests.data.helpers import (
    ASSEMBLIES,
    CONVOCATIONS,
    DEPUTIES_HEADER,
    SMALL,
    bring,
    folder,
    refused,
    told,
)

REGIONS = "slug,position,name_ru\n"
PLACES = "kato,region,kind,name_ru,latitude,longitude\n"
FIGURES = "slug,assembly,convocation,measure,value,unit\n"
DEPUTIES = f"{DEPUTIES_HEADER}\n"

CELLS = [
    ("regions.csv", REGIONS + "abai,,Абай\n", 2, "position", "required"),
    ("regions.csv", REGIONS + "abai,one,Абай\n", 2, "position", "not_a_whole_number"),
    ("regions.csv", REGIONS + "abai,1.5,Абай\n", 2, "position", "not_a_whole_number"),
    ("regions.csv", REGIONS + "abai,0,Абай\n", 2, "position", "out_of_range"),
    ("regions.csv", REGIONS + "abai,１,Абай\n", 2, "position", "not_a_whole_number"),
    ("regions.csv", REGIONS + "Абай,1,Абай\n", 2, "slug", "wrong_form"),
    ("regions.csv", REGIONS + f"abai,1,{'я' * 301}\n", 2, "name_ru", "too_long"),
    ("regions.csv", REGIONS + "abai,1,=1+1\n", 2, "name_ru", "formula"),
    ("regions.csv", REGIONS + "abai,1,А\x07бай\n", 2, "name_ru", "control_character"),
    ("regions.csv", REGIONS + '\n"abai\n",1,\n', 3, "name_ru", "required"),
    ("places.csv", PLACES + "1,abai,city,Семей,50,80\n", 2, "kato", "wrong_form"),
    ("places.csv", PLACES + '101000000,town,city,Семей,"50,4",80\n', 2, "latitude", "not_a_number"),
    ("places.csv", PLACES + "101000000,town,city,Семей,nan,80\n", 2, "latitude", "not_a_number"),
    ("places.csv", PLACES + "101000000,town,city,Семей,91,80\n", 2, "latitude", "out_of_range"),
    ("places.csv", PLACES + "101000000,town,село,Семей,50,80\n", 2, "kind", "not_one_of"),
    ("assemblies.csv", "slug,code,level,name_ru\na,twn,city,А\n", 2, "code", "wrong_form"),
    (
        "assemblies.csv",
        "slug,code,level,name_ru,seats,seats_single_mandate\na,AA,city,А,5,6\n",
        2,
        "seats_single_mandate",
        "more_than_all",
    ),
    ("convocations.csv", CONVOCATIONS + "town,9,да\n", 3, "takes_appeals", "not_yes_or_no"),
    (
        "convocations.csv",
        "assembly,number,takes_appeals,starts_on\ntown,8,yes,29.03.2023\n",
        2,
        "starts_on",
        "not_a_date",
    ),
    (
        "convocations.csv",
        "assembly,number,takes_appeals,starts_on\ntown,8,yes,2023-02-30\n",
        2,
        "starts_on",
        "not_a_date",
    ),
    (
        "convocations.csv",
        "assembly,number,takes_appeals,starts_on,ends_on\ntown,8,yes,2023-03-29,2023-03-28\n",
        2,
        "ends_on",
        "ends_before_start",
    ),
    ("districts.csv", "assembly,convocation,number\ntown,8,0\n", 2, "number", "out_of_range"),
    ("districts.csv", "assembly,convocation,number\ntown,8,-1\n", 2, "number", "out_of_range"),
    (
        "districts.csv",
        "assembly,convocation,number\ntown,8,99999999999\n",
        2,
        "number",
        "not_a_whole_number",
    ),
    ("deputies.csv", DEPUTIES + "a,А,town,8,list,1\n", 2, "district", "list_with_district"),
    ("stated_figures.csv", FIGURES + "s1,town,8,requests,1e3,шт\n", 2, "value", "not_a_number"),
    (
        "theses.csv",
        "party,number,slug,text_kk,text_ru,text_en\np,1,s,,,\n",
        2,
        "text_kk",
        "required",
    ),
]


@pytest.mark.parametrize(("name", "content", "line", "column", "reason"), CELLS)
async def test_a_wrong_cell(
    plain: Database,
    tmp_path: Path,
    name: str,
    content: str,
    line: int,
    column: str,
    reason: str,
) -> None:
    base = {"districts.csv": SMALL["districts.csv"]} if name == "deputies.csv" else {}
    files = {"assemblies.csv": ASSEMBLIES, "convocations.csv": CONVOCATIONS, **base, name: content}
    faults = await refused(plain, folder(tmp_path / "data", files))
    assert (name, line, column, reason) in told(faults)


REFERENCES = [
    ("factions.csv", "assembly,convocation,slug,name_ru\nnone,8,a,А\n", "assembly", "none"),
    ("factions.csv", "assembly,convocation,slug,name_ru\ntown,7,a,А\n", "convocation", "town 7"),
    ("deputies.csv", DEPUTIES + "a,А,town,8,district,77\n", "district", "town 8 77"),
    ("deputies.csv", DEPUTIES + "a,А,none,8,district,1\n", "assembly", "none"),
    ("places.csv", PLACES + "101000000,none,city,Семей,50,80\n", "region", "none"),
    (
        "stated_figures.csv",
        "slug,assembly,convocation,deputy,measure,value,unit\ns,town,8,none,m,1,u\n",
        "deputy",
        "none",
    ),
]


@pytest.mark.parametrize(("name", "content", "column", "value"), REFERENCES)
async def test_what_points_nowhere_is_told_once(
    plain: Database, tmp_path: Path, name: str, content: str, column: str, value: str
) -> None:
    files = {**SMALL, name: content}
    faults = await refused(plain, folder(tmp_path / "data", files))
    assert told(faults) == [(name, 2, column, "unknown_reference")]
    assert str(faults[0].data["value"]).startswith(value)


FILES = [
    ({"regions.csv": REGIONS.encode() + "abai,1,Абай\n".encode("cp1251")}, 2, "not_utf8"),
    ({"regions.csv": (REGIONS + "abai,1,Абай\n").encode("utf-16")}, 1, "not_utf8"),
    ({"regions.csv": REGIONS + "\nabai,1,Абай,,extra\n"}, 3, "too_many_cells"),
    ({"regions.csv": REGIONS + 'abai,1,"Абай\n'}, 2, "broken_csv"),
    ({"regions.csv": ""}, 1, "no_header"),
    ({"regions.csv": "slug,position,name_ru,colour\n"}, 1, "unknown_column"),
    ({"regions.csv": "slug,position\n"}, 1, "missing_column"),
    ({"regions.csv": "slug,position,name_ru,slug\n"}, 1, "repeated_column"),
    ({"what.csv": "a,b\n1,2\n"}, None, "unknown_file"),
    ({"what.yaml": "a: 1\n"}, None, "unknown_file"),
    ({"notes.txt": "nothing here"}, None, "nothing_found"),
    ({"programmes.yaml": "programmes:\n  - [1\n"}, 3, "broken_yaml"),
    ({"programmes.yaml": "programmes:\n  - deputy: [a]\n"}, 2, "not_a_value"),
    ({"programmes.yaml": "programmes: many\n"}, 1, "not_a_list"),
    ({"programmes.yaml": "- a\n"}, 1, "not_a_mapping"),
    ({"programmes.yaml": "programmes:\n  - colour: red\n"}, 2, "unknown_column"),
    ({"programmes.yaml": "assembly: a\nassembly: b\n"}, 2, "repeated_column"),
    ({"programmes.yaml": "[" * 5000}, None, "unreadable"),
    ({"about.yaml": "data_date: yesterday\n"}, 1, "not_a_date"),
]


@pytest.mark.parametrize(("files", "line", "reason"), FILES)
async def test_a_wrong_file(
    plain: Database, tmp_path: Path, files: dict[str, str | bytes], line: int, reason: str
) -> None:
    faults = await refused(plain, folder(tmp_path / "data", files))
    assert (line, reason) in [(fault.line, fault.reason) for fault in faults]


async def test_a_path_that_is_not_there(plain: Database, tmp_path: Path) -> None:
    assert told(await refused(plain, tmp_path / "none.csv")) == [
        ("none.csv", None, None, "unreadable")
    ]


async def test_programmes_name_the_line_of_the_value(plain: Database, tmp_path: Path) -> None:
    text = (
        "assembly: town\nconvocation: 8\nprogrammes:\n"
        "  - deputy: one\n    availability: here\n    kind: own\n    url: see me\n    promises:\n"
        "      - topic: roads\n        thesis: nine\n        text_ru: Дороги\n"
        "      - topic: parks\n"
        "  - deputy: two\n    availability: open\n    kind: own\n"
    )
    faults = await refused(plain, folder(tmp_path / "data", {**SMALL, "programmes.yaml": text}))
    assert told(faults) == [
        ("programmes.yaml", 5, "availability", "not_one_of"),
        ("programmes.yaml", 7, "url", "wrong_form"),
        ("programmes.yaml", 10, "thesis", "wrong_form"),
        ("programmes.yaml", 12, "text_kk", "required"),
        ("programmes.yaml", 13, "deputy", "unknown_reference"),
    ]


async def test_the_same_row_twice(plain: Database, tmp_path: Path) -> None:
    again = "assembly,convocation,number,territory_ru\ntown,8,1,сад\ntown,8,1,лес\n"
    files = {
        **SMALL,
        "districts.csv": again,
        "convocations.csv": CONVOCATIONS + "town,8,no\n",
        "deputies.csv": f"{DEPUTIES_HEADER}\none,А,town,8,district,1\none,Б,town,8,list,\n",
    }
    assert told(await refused(plain, folder(tmp_path / "data", files))) == [
        ("convocations.csv", 3, None, "duplicate"),
        ("deputies.csv", 3, None, "contradiction"),
        ("deputies.csv", 3, None, "duplicate"),
        ("districts.csv", 3, None, "contradiction"),
    ]


async def test_one_code_for_two_assemblies(empty: Database, tmp_path: Path) -> None:
    await bring(empty, folder(tmp_path / "first", SMALL))
    other = "slug,code,level,name_ru\nvillage,TWN01,city,Село\nhill,HILL,city,А\nhole,HILL,city,Б\n"
    faults = await refused(empty, folder(tmp_path / "second", {"assemblies.csv": other}))
    assert told(faults) == [
        ("assemblies.csv", 2, "code", "code_taken"),
        ("assemblies.csv", 4, "code", "code_taken"),
    ]
    changed = ASSEMBLIES.replace("TWN01", "TWN02")
    faults = await refused(empty, folder(tmp_path / "third", {"assemblies.csv": changed}))
    assert told(faults) == [("assemblies.csv", 2, "code", "fixed")]


TWO = f"{DEPUTIES_HEADER},starts_on,ends_on\n"
TOGETHER = [
    ("a,А,town,8,district,1,,\nb,Б,town,8,district,1,,\n", [3]),
    ("a,А,town,8,district,1,,2024-01-31\nb,Б,town,8,district,1,2024-02-01,\n", []),
    ("a,А,town,8,district,1,,2024-01-31\nb,Б,town,8,district,1,2024-01-31,\n", [3]),
    ("a,А,town,8,district,1,,\nb,Б,town,8,district,2,,\n", []),
    ("a,А,town,8,district,1,,\nb,Б,town,8,list,,,\n", []),
]


@pytest.mark.parametrize(("rows", "lines"), TOGETHER)
async def test_two_deputies_in_one_district(
    plain: Database, tmp_path: Path, rows: str, lines: list[int]
) -> None:
    path = folder(tmp_path / "data", {**SMALL, "deputies.csv": TWO + rows})
    if not lines:
        assert (await bring(plain, path)).changed
        return
    assert told(await refused(plain, path)) == [
        ("deputies.csv", line, "district", "district_taken") for line in lines
    ]


async def test_a_district_that_somebody_in_the_database_holds(
    empty: Database, tmp_path: Path
) -> None:
    await bring(empty, folder(tmp_path / "first", SMALL))
    newcomer = {"deputies.csv": f"{DEPUTIES_HEADER}\nnew,Новый,town,8,district,1\n"}
    faults = await refused(empty, folder(tmp_path / "second", newcomer))
    assert told(faults) == [("deputies.csv", 2, "district", "district_taken")]
    assert faults[0].data["other"] == "one"


async def test_all_faults_at_once_and_nothing_imported(empty: Database, tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        **SMALL,
        "districts.csv": "assembly,convocation,number\ntown,8,0\ntown,x,1\n,8,2\n",
        "regions.csv": REGIONS + "a,1,\n",
        "broken.csv": b"\xff\xfe",
    }
    faults = await refused(empty, folder(tmp_path / "data", files))
    assert [(fault.file, fault.line) for fault in faults] == [
        ("broken.csv", 1),
        ("deputies.csv", 2),
        ("districts.csv", 2),
        ("districts.csv", 3),
        ("districts.csv", 4),
        ("regions.csv", 2),
    ]
    async with empty.read() as uow:
        for table in (Assembly, District):
            assert await uow.session.scalar(select(func.count()).select_from(table)) == 0


async def test_each_fault_makes_a_sentence(plain: Database, tmp_path: Path) -> None:
    files = {**SMALL, **{name: content for name, content, *_ in CELLS}}
    faults = await refused(plain, folder(tmp_path / "data", files))
    assert {fault.reason for fault in faults} <= set(MESSAGES)
    for fault in faults:
        assert fault.message.startswith(f"{fault.file}, line {fault.line}")
        assert "{" not in fault.message
