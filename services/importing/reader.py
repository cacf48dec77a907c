"""From a path to rows of cells. Whatever a file holds, the result is rows and faults."""

import csv
import hashlib
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from services.importing.cells import clean
from services.importing.faults import Fault
from services.importing.sheet import Sheet
from services.importing.sheets import recognise

SUFFIXES: Final = {".csv", ".yaml", ".yml"}
# They lie in the same folder and are read by others: the sandbox, the redirection of appeals.
_NOT_OURS: Final = {"sandbox.yaml", "bodies.yaml", "evidence.yaml", "elections.yaml"}
_DELIMITERS: Final = ",;\t"
_EXCEL_HINT: Final = re.compile(r"sep=([,;\t])\r?\n")


@dataclass(slots=True)
class Row:
    """Cells by column. A line of a table, or a mapping of a document with lines of its own."""

    file: str
    line: int
    cells: dict[str, str]
    lines: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Document:
    name: str
    content: bytes

    @property
    def stem(self) -> str:
        return Path(self.name).stem


def read(path: Path, faults: list[Fault]) -> list[Document]:
    """The files of a folder (not of folders in it), or one file."""
    found = sorted(one for one in path.iterdir() if _is_ours(one)) if path.is_dir() else [path]
    if not found:
        faults.append(Fault(path.name, None, None, "nothing_found"))
    documents = []
    for one in found:
        try:
            documents.append(Document(one.name, one.read_bytes()))
        except OSError:
            faults.append(Fault(one.name, None, None, "unreadable"))
    return documents


def _is_ours(path: Path) -> bool:
    hidden = path.name[0] in ".~"  # an open spreadsheet leaves such files
    return (
        path.suffix.lower() in SUFFIXES
        and path.name not in _NOT_OURS
        and not hidden
        and path.is_file()
    )


def digest(documents: list[Document]) -> str:
    """Of the names and contents of all files."""
    total = hashlib.sha256()
    for document in documents:
        for part in (document.name.encode(), document.content):
            total.update(len(part).to_bytes(8, "big") + part)
    return total.hexdigest()


def decode(document: Document, faults: list[Fault]) -> str | None:
    """The text, or None with a fault that names the line where it stops being UTF-8."""
    try:
        return document.content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = document.content.count(b"\n", 0, error.start) + 1
        faults.append(Fault(document.name, line, None, "not_utf8"))
        return None


def table(document: Document, faults: list[Fault]) -> tuple[Sheet, list[Row]] | None:
    """The rows of a CSV file with commas, semicolons or tabs."""
    content = decode(document, faults)
    if content is None:
        return None
    hint = _EXCEL_HINT.match(content)
    start = content.find("\n") + 1 if hint else 0
    delimiter = hint[1] if hint else _delimiter(content)
    lines = _lines(document.name, content[start:], delimiter, faults, 1 if hint else 0)
    first, header = next(lines, (1, []))
    names = [clean(name).lower() for name in header]
    if not any(names):
        faults.append(Fault(document.name, first, None, "no_header"))
        return None
    sheet = recognise(document.stem, names)
    if sheet is None:
        faults.append(Fault(document.name, None, None, "unknown_file"))
        return None
    _check_header(document.name, first, names, sheet, faults)
    return sheet, list(_rows(document.name, names, lines, faults))


def _delimiter(content: str) -> str:
    header = content.lstrip().partition("\n")[0]
    return max(_DELIMITERS, key=header.count)


def _lines(
    name: str, content: str, delimiter: str, faults: list[Fault], skipped: int
) -> Iterator[tuple[int, list[str]]]:
    """Rows that are not empty, each with the line it begins on."""
    reader = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1 + skipped
        try:
            row = next(reader, None)
        except csv.Error:
            faults.append(Fault(name, line, None, "broken_csv"))
            return
        if row is None:
            return
        if any(cell.strip() for cell in row):
            yield line, row


def _check_header(
    name: str, line: int, names: list[str], sheet: Sheet, faults: list[Fault]
) -> None:
    known = ", ".join(sheet.columns)
    for column in dict.fromkeys(names):
        if column and column not in sheet.columns:
            faults.append(Fault(name, line, column, "unknown_column", {"known": known}))
        elif column and names.count(column) > 1:
            faults.append(Fault(name, line, column, "repeated_column"))
    faults.extend(
        Fault(name, line, column, "missing_column") for column in sheet.required - set(names)
    )


def _rows(
    name: str, names: list[str], lines: Iterator[tuple[int, list[str]]], faults: list[Fault]
) -> Iterator[Row]:
    for line, found in lines:
        beyond = [cell for cell in found[len(names) :] if cell.strip()]
        if beyond:
            data = {"found": len(found), "expected": len(names)}
            faults.append(Fault(name, line, None, "too_many_cells", data))
        pairs = zip(names, found + [""] * len(names), strict=False)
        yield Row(name, line, {column: clean(cell) for column, cell in pairs if column})
