"""The document as a spreadsheet. Whatever a text begins with, it stays a text."""

import io
from collections.abc import Callable
from datetime import datetime

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from handlers.common.drawing import png
from handlers.report.document import Document, Section
from handlers.report.open_data import DataTable

# A text that begins with "=" or looks like a link is a text.
OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "constant_memory": True,
}
_WIDE, _NARROW = 60, 18


def xlsx(
    document: Document, tables: tuple[DataTable, ...], made_on: datetime, tell: Callable[[], None]
) -> bytes:
    sink = io.BytesIO()
    book = Workbook(sink, OPTIONS)
    book.set_properties({"title": document.title, "created": made_on.replace(tzinfo=None)})
    bold = book.add_format({"bold": True})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    front = book.add_worksheet("report")
    front.set_column(0, 0, 100)
    row = 0
    for text in (document.title, *(f"{name}: {value}" for name, value in document.facts)):
        front.write_string(row, 0, text, bold if row == 0 else wrap)
        row += 1
    for section in document.sections:
        row = _section(front, section, row + 1, (bold, wrap))
    tell()
    _pictures(book.add_worksheet("pictures"), document, tell)
    for table in tables:
        _table(book.add_worksheet(table.name), table, bold)
    tell()
    book.close()
    return sink.getvalue()


def _section(sheet: Worksheet, section: Section, row: int, formats: tuple[object, object]) -> int:
    bold, wrap = formats
    texts = (*section.paragraphs, *(chart.caption for chart in section.charts))
    if not texts:
        return row
    sheet.write_string(row, 0, section.title, bold)
    for text in texts:
        row += 1
        sheet.write_string(row, 0, text, wrap)
    return row + 1


def _pictures(sheet: Worksheet, document: Document, tell: Callable[[], None]) -> None:
    row = 0
    for section in document.sections:
        for chart in section.charts:
            content = png(chart)
            options = {
                "image_data": io.BytesIO(content),
                "description": chart.caption,
                "x_scale": 0.5,
                "y_scale": 0.5,
            }
            sheet.insert_image(row, 0, f"{chart.name}.png", options)
            height = int.from_bytes(content[20:24], "big")
            row += height // 40 + 3
            tell()


def _table(sheet: Worksheet, table: DataTable, bold: object) -> None:
    for index, column in enumerate(table.columns):
        sheet.set_column(index, index, _WIDE if column in {"text", "what"} else _NARROW)
    for index, column in enumerate(table.columns):
        sheet.write_string(0, index, column, bold)
    for number, row in enumerate(table.rows, 1):
        for index, cell in enumerate(row):
            if isinstance(cell, bool):
                sheet.write_boolean(number, index, cell)
            elif isinstance(cell, (int, float)):
                sheet.write_number(number, index, cell)
            elif cell is not None:
                sheet.write_string(number, index, str(cell))
