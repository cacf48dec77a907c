"""The document as a PDF with a font that has Kazakh letters."""

import io
import logging
import textwrap
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import TableCellFillMode
from fpdf.fonts import FontFace
from matplotlib import get_data_path
from PIL import Image

from handlers.common.drawing import DPI, png
from handlers.report.document import Cell, Document, Section, Table

FONT = "DejaVu"
PICTURE_HEIGHT = 195  # millimetres that a page has for one
BESIDE = 45  # millimetres for the title and the caption of a picture, or the first rows of a table
MANY = 300  # rows; longer tables are set by a plainer way, which is many times faster
LINE = 3.5  # millimetres
LETTER = 1.5  # millimetres of a letter of 7 points, with room for the wide ones
MOST_LINES = 4  # of a cell of a long table
CUT = " …"
_HEAD = FontFace(emphasis="BOLD", fill_color=(230, 236, 242))


def pdf(document: Document, made_on: datetime, tell: Callable[[], None]) -> bytes:
    """The same document gives the same bytes: it is dated by its data."""
    logging.getLogger("fontTools").setLevel(logging.WARNING)  # it tells every letter it keeps
    sheet = FPDF(format="A4")
    sheet.set_creation_date(made_on)
    folder = _fonts()
    sheet.add_font(FONT, "", folder / "DejaVuSans.ttf")
    sheet.add_font(FONT, "B", folder / "DejaVuSans-Bold.ttf")
    sheet.set_title(document.title)
    sheet.set_auto_page_break(auto=True, margin=15)
    sheet.add_page()
    _title(sheet, document)
    for section in document.sections:
        _section(sheet, section, tell)
    return bytes(sheet.output())


def _fonts() -> Path:
    """Matplotlib ships the font."""
    return Path(get_data_path()) / "fonts" / "ttf"


def _title(sheet: FPDF, document: Document) -> None:
    sheet.set_font(FONT, "B", 18)
    sheet.multi_cell(0, 10, document.title, align="L", new_x="LMARGIN", new_y="NEXT")
    sheet.set_font(FONT, "", 10)
    for name, value in document.facts:
        sheet.multi_cell(0, 6, f"{name}: {value}", align="L", new_x="LMARGIN", new_y="NEXT")


def _section(sheet: FPDF, section: Section, tell: Callable[[], None]) -> None:
    pictures = [png(chart) for chart in section.charts]
    needed = _size(sheet, pictures[0])[1] + BESIDE if pictures else BESIDE
    if sheet.will_page_break(needed):
        sheet.add_page()
    sheet.ln(4)
    sheet.set_font(FONT, "B", 13)
    sheet.multi_cell(0, 8, section.title, align="L", new_x="LMARGIN", new_y="NEXT")
    sheet.set_font(FONT, "", 9)
    for text in section.paragraphs:
        sheet.multi_cell(0, 5, text, align="L", new_x="LMARGIN", new_y="NEXT")
        sheet.ln(1)
    for index, (chart, picture) in enumerate(zip(section.charts, pictures, strict=True)):
        if index:
            sheet.add_page()
        width, height = _size(sheet, picture)
        sheet.image(io.BytesIO(picture), w=width, h=height)
        sheet.set_font(FONT, "", 8)
        sheet.multi_cell(0, 4, chart.caption, align="L", new_x="LMARGIN", new_y="NEXT")
        tell()
    if section.table:
        _table(sheet, section.table)
        tell()


def _size(sheet: FPDF, picture: bytes) -> tuple[float, float]:
    """Width and height in millimetres: as large as the page allows."""
    with Image.open(io.BytesIO(picture)) as image:
        width, height = (side / DPI * 25.4 for side in image.size)
    scale = min(sheet.epw / width, PICTURE_HEIGHT / height)
    return width * scale, height * scale


def _table(sheet: FPDF, table: Table) -> None:
    sheet.set_font(FONT, "", 7)
    if len(table.rows) > MANY:
        _long_table(sheet, table)
        return
    with sheet.table(
        headings_style=_HEAD,
        line_height=4,
        text_align="LEFT",
        cell_fill_mode=TableCellFillMode.NONE,
        col_widths=_widths(table),
    ) as grid:
        for cells in (table.columns, *table.rows):
            row = grid.row()
            for cell in cells:
                row.cell(_text(cell))


def _widths(table: Table) -> tuple[int, ...]:
    """Columns of words get more room than columns of numbers; no word is broken."""
    return tuple(
        max(18, int(2.6 * _longest_word(table, index)), _longest(table, index))
        for index in range(len(table.columns))
    )


def _longest(table: Table, index: int) -> int:
    return max((min(40, len(_text(row[index]))) for row in table.rows), default=0)


def _longest_word(table: Table, index: int) -> int:
    """Links and the like are broken: the room is for words."""
    cells = [table.columns[index], *(_text(row[index]) for row in table.rows)]
    return min(20, max(len(word) for cell in cells for word in cell.split() or [""]))


def _long_table(sheet: FPDF, table: Table) -> None:
    """Every row, the head again on each page; what is too long for its cell ends with a mark."""
    weights = _widths(table)
    widths = [sheet.epw * weight / sum(weights) for weight in weights]
    letters = [int(width / LETTER) for width in widths]
    head = _cells(table.columns, letters, max(len(cell) for cell in table.columns))
    rows = [_cells([_text(cell) for cell in cells], letters, MOST_LINES) for cells in table.rows]
    cut = sum(any(lines[-1].endswith(CUT) for lines in row) for row in rows)
    if cut and table.cut:
        sheet.multi_cell(0, 4, table.cut(cut), align="L", new_x="LMARGIN", new_y="NEXT")
    _row(sheet, head, widths, "B")
    for row in rows:
        if sheet.will_page_break(LINE * max(len(lines) for lines in row)):
            sheet.add_page()
            _row(sheet, head, widths, "B")
        _row(sheet, row, widths, "")


def _row(sheet: FPDF, row: list[list[str]], widths: list[float], style: str) -> None:
    sheet.set_font(FONT, style, 7)
    left, top, height = sheet.l_margin, sheet.get_y(), LINE * max(len(lines) for lines in row)
    for width, lines in zip(widths, row, strict=True):
        for index, words in enumerate(lines):
            sheet.text(left + 1, top + LINE * index + LINE * 0.75, words)
        left += width
    sheet.line(sheet.l_margin, top + height, left, top + height)
    sheet.set_xy(sheet.l_margin, top + height)


def _cells(words: Sequence[str], letters: list[int], lines: int) -> list[list[str]]:
    return [_wrapped(text, most, lines) for text, most in zip(words, letters, strict=True)]


def _wrapped(text: str, letters: int, lines: int) -> list[str]:
    if len(text) <= letters:
        return [text]
    return textwrap.wrap(text, letters, max_lines=max(1, lines), placeholder=CUT) or [""]


def _text(cell: Cell) -> str:
    if cell is None:
        return "?"
    return cell if isinstance(cell, str) else f"{cell:g}"
