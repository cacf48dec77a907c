"""The shipped data guess nothing, name a source for each fact and add up like the report."""

import csv
import re
from pathlib import Path

import pytest

from domain.numbers import AppealNumber
from domain.text import fold
from services.importing.sheets import SHEETS
from tests.data.helpers import EXAMPLE, ROOT, SHIPPED

FACTS = ("assemblies", "convocations", "districts", "factions", "deputies", "place_districts")


def rows(name: str, folder: Path = SHIPPED) -> list[dict[str, str]]:
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_nine_deputies_have_no_district() -> None:
    unknown = {row["slug"] for row in rows("deputies") if not row["district"]}
    assert unknown == {
        "balabiev", "zhaiymbetov", "iskandirov", "kozhasbaev", "kyrykbaev",
        "mambetov", "nurymova", "sadibekov", "tumashinov",
    }  # fmt: skip


@pytest.mark.parametrize("name", [*FACTS, "stated_figures", "theses"])
def test_every_fact_has_a_source_and_names_no_site(name: str) -> None:
    for row in rows(name):
        assert row["source"], row
        text = " ".join(row.values()).lower()
        assert not any(part in text for part in ("wikipedia", "mirror", "seed", "http", ".kz"))


def test_sums_of_the_diagrams() -> None:
    sums: dict[str, float] = {}
    for row in rows("stated_figures"):
        if row["deputy"]:
            sums[row["measure"]] = sums.get(row["measure"], 0) + float(row["value"])
    assert sums == {
        "requests_initiated": 136,
        "requests_signed": 553,
        "meetings_in_district": 269,
        "meetings_outside": 119,
    }


def test_codes_open_registration_numbers() -> None:
    codes = [row["code"] for row in rows("assemblies")]
    assert len(set(codes)) == 224
    assert codes[0] == "MZH"
    for code in codes:
        assert AppealNumber(code, 2026, 1).assembly_code == code


def test_seats_are_those_of_the_monograph() -> None:
    found = rows("assemblies")
    regional = [row for row in found if row["level"] in {"region", "republican_city"}]
    local = [row for row in found if row["level"] in {"city", "district"}]
    assert (len(regional), sum(int(row["seats"]) for row in regional)) == (20, 668)
    assert (len(local), sum(int(row["seats"]) for row in local)) == (203, 2746)
    assert sum(row["level"] == "city" for row in local) == 37


def test_former_names_are_known() -> None:
    known: dict[str, str] = {}
    for name in ("places", "regions"):
        for row in rows(name):
            for alias in row["aliases"].split(";"):
                known[fold(alias)] = row["name_ru"]
            for column in ("name_kk", "name_ru", "name_en"):
                known.setdefault(fold(row[column]), row["name_ru"])
    expected = {
        "Алма-Ата": "город Алматы", "Нур-Султан": "город Астана", "Чимкент": "город Шымкент",
        "Семипалатинск": "Семей", "Өскемен": "Усть-Каменогорск", "Oskemen": "Усть-Каменогорск",
        "Кокчетав": "Кокшетау", "Актюбинск": "Актобе", "Гурьев": "Атырау", "Шевченко": "Актау",
        "Джамбул": "Тараз", "Талды-Курган": "Талдыкорган", "Кустанай": "Костанай",
        "Кзыл-Орда": "Кызылорда", "Орал": "Уральск", "Петропавл": "Петропавловск",
        "Джезказган": "Жезказган", "Зыряновск": "Алтайский", "Капчагай": "Конаев",
    }  # fmt: skip
    for typed, place in expected.items():
        assert known.get(fold(typed)) == place, typed


def test_every_column_is_documented() -> None:
    text = (ROOT / "docs" / "data-format.md").read_text(encoding="utf-8")
    for name, sheet in SHEETS.items():
        assert f"### {name}.csv" in text
        for column in sheet.columns:
            assert re.search(rf"\b{column}\b", text) or column.startswith(
                ("territory", "electorate")
            )


def test_the_example_says_that_it_is_fictional() -> None:
    for path in EXAMPLE.glob("*.csv"):
        for row in rows(path.stem, EXAMPLE):
            assert row["source"].startswith("fictional")
    assert len(rows("seats", EXAMPLE)) == 15
