"""Every format: complete in three languages, the same bytes for the same data, nothing live."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from fontTools.ttLib import TTFont
from matplotlib import get_data_path
from PIL import Image

from domain.names import Language
from handlers.common.chart import CAPTION
from handlers.common.texts import Texts
from handlers.report.document import Document, Section, Table, all_charts, document
from handlers.report.pdf import LINE, pdf
from handlers.report.writing import Format, steps, write
from services.monitoring import Report, conclude
from tests.monitoring.helpers import deputy, facts, names, stated

MADE_ON = datetime(2025, 7, 1, tzinfo=UTC)
LIVE = '=HYPERLINK("http://example.org","x")'


def texts(language: str = "kk") -> Texts:
    return Texts(Language(language), ZoneInfo("Asia/Almaty"))


@pytest.fixture
def report() -> Report:
    """Of two deputies, one of whom is called like a formula."""
    told = stated(
        requests_initiated=12, requests_signed=3, meetings_in_district=1, meetings_outside=11
    )
    rows = (
        replace(deputy(1, told=told), name=names(LIVE), source="+1; @x"),
        replace(deputy(2, told=told), name=names("Әңғұқөһі Ұ.")),
    )
    return conclude(facts(rows, told=stated(programmes_open=(1, 2))))


@pytest.mark.parametrize("form", Format)
def test_the_same_data_make_the_same_bytes(report: Report, form: Format, tmp_path: Path) -> None:
    told: list[None] = []
    for name in ("one", "two"):
        path = tmp_path / f"{name}.{'zip' if form in {'csv', 'png'} else form.value}"
        assert write(texts(), report, form, path, lambda: told.append(None)) == (path,)
    one, two = sorted(tmp_path.iterdir())
    assert one.read_bytes() == two.read_bytes()
    assert len(told) == 2 * steps(texts(), report, form)


def test_formulas_in_names_are_dead_in_a_spreadsheet(report: Report, tmp_path: Path) -> None:
    (path,) = write(texts(), report, Format.XLSX, tmp_path / "report.xlsx")
    with zipfile.ZipFile(path) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        content = "".join(book.read(name).decode() for name in sheets)
        assert not any("hyperlink" in book.read(name).decode().lower()
                       for name in book.namelist() if name.endswith(".rels"))  # fmt: skip
    assert len(sheets) == 12
    assert "=HYPERLINK" in content  # it is there, as text
    assert "<f>" not in content
    assert "<hyperlink" not in content


def test_formulas_in_names_are_dead_in_open_data(report: Report, tmp_path: Path) -> None:
    paths = write(texts(), report, Format.CSV, tmp_path / "data")
    tables = [path for path in paths if path.suffix == ".csv"]
    cells = [
        cell
        for path in tables
        for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")))
        for cell in row
    ]
    assert f"'{LIVE}" in cells
    assert "'+1; @x" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_every_column_stands_in_the_dictionary(report: Report, tmp_path: Path) -> None:
    paths = {path.stem: path for path in write(texts(), report, Format.CSV, tmp_path / "data")}

    def rows(name: str) -> list[list[str]]:
        return list(csv.reader(io.StringIO(paths[name].read_text(encoding="utf-8-sig"))))

    described = {(table, column) for table, column, what in rows("data_dictionary")[1:] if what}
    for name in set(paths) - {"popolo", "data_dictionary"}:
        assert {(name, column) for column in rows(name)[0]} <= described
    assert "requests" in paths


@pytest.mark.parametrize("language", Language)
def test_charts_and_documents_need_no_letter_that_the_font_lacks(
    report: Report, language: Language
) -> None:
    font = TTFont(Path(get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf")
    known = {chr(code) for code in font.getBestCmap()}
    made = document(texts(language), report)
    words = [made.title, *(value for pair in made.facts for value in pair)]
    for section in made.sections:
        words += [section.title, *section.paragraphs]
        words += [str(cell) for row in section.table.rows for cell in row] if section.table else []
    for chart in all_charts(texts(language), report):
        words += [chart.title, chart.caption, *chart.labels, *chart.notes]
    assert set("".join(words)) - {"\n"} <= known


def test_a_picture_is_as_wide_as_a_phone_and_has_its_text(report: Report, tmp_path: Path) -> None:
    paths = write(texts("ru"), report, Format.PNG, tmp_path / "pictures")
    pictures = [path for path in paths if path.suffix == ".png"]
    assert len(pictures) == 5
    for path in pictures:
        with Image.open(path) as image:
            assert image.width == 1080
    for chart in all_charts(texts("ru"), report):
        assert len(chart.caption) <= CAPTION
        for label, values in zip(chart.labels, chart.values, strict=True):
            assert f"{label}: {' / '.join(f'{value:g}' for value in values)}" in chart.caption


def test_thirty_one_deputies_take_two_pictures() -> None:
    rows = tuple(deputy(one, told=stated(requests_initiated=1)) for one in range(31))
    drawn = [
        one for one in all_charts(texts(), conclude(facts(rows))) if "requests_by_d" in one.name
    ]
    assert [len(one.labels) for one in drawn] == [30, 1]


def test_hundreds_of_deputies_stand_in_the_table_only() -> None:
    rows = tuple(deputy(one, told=stated(requests_initiated=1)) for one in range(200))
    found = conclude(facts(rows))
    assert not [one for one in all_charts(texts(), found) if "requests_by_d" in one.name]
    words = " ".join(
        text for one in document(texts("en"), found).sections for text in one.paragraphs
    )
    assert "200 rows are too many for pictures" in words


def test_json_says_what_it_is(report: Report, tmp_path: Path) -> None:
    (path,) = write(texts("en"), report, Format.JSON, tmp_path / "report.json")
    found = json.loads(path.read_text(encoding="utf-8"))
    assert found["about"] == {
        "assembly": "town", "convocation": 8, "period_from": "2025-01-01",
        "period_to": "2025-06-30", "data_date": "2025-07-01", "version": report.version,
        "language": "en",
    }  # fmt: skip
    assert {row["basis"] for row in found["figures"]} == {"stated", "computed"}
    assert found["contradictions"][0]["values"] == "1; 2"
    members = found["popolo"]["memberships"]
    assert {one["person_id"] for one in members} == {"d1", "d2"}
    assert {one["post_id"] for one in members} <= {one["id"] for one in found["popolo"]["posts"]}


def test_a_long_table_is_complete_and_says_what_it_shortens() -> None:
    told: list[int] = []

    def cut(rows: int) -> str:
        told.append(rows)
        return f"{rows} rows hold more words than there is room for."

    def pages(rows: tuple[tuple[str, str], ...]) -> int:
        table = Table(("Кімге", "О чём"), rows, cut)
        made = pdf(Document("", (), (Section("", table=table),)), MADE_ON, lambda: None)
        return made.count(b"/Type /Page\n")

    short = tuple((f"{number}", "О дороге") for number in range(2_000))
    assert pages(short) == pytest.approx(2_000 * LINE / 267, abs=2)
    assert not told
    pages((*short, ("long", "слово " * 400), ("fits", "слово " * 20)))
    assert told == [1]


def test_what_is_shortened_is_said_where_to_find(report: Report) -> None:
    (table, *_) = [one.table for one in document(texts("en"), report).sections if one.table]
    assert table.cut is not None
    assert "2 rows hold more words" in table.cut(2)
    assert "xlsx" in table.cut(2)


@pytest.mark.parametrize("form", [Format.CSV, Format.PNG])
def test_what_is_given_away_alone_says_of_which_data_it_is(
    report: Report, form: Format, tmp_path: Path
) -> None:
    drawn = list(all_charts(texts("en"), report))
    assert {one.footer for one in drawn} == {
        f"Data as of: Jul 1, 2025; Version of the data: {report.version}"
    }
    (path,) = write(texts("en"), report, form, tmp_path / f"alone.{form}")
    if form is Format.CSV:
        header, *rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig")))
        assert header[-4:] == ["period_from", "period_to", "data_date", "version"]
        assert {tuple(row[-4:]) for row in rows} == {
            ("2025-01-01", "2025-06-30", "2025-07-01", report.version)
        }
