"""The report into files of one format. Pure work for a thread: no database, no Telegram.

Everything is dated by the data and named by their version, so that the same data make the same
bytes.
"""

import io
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, time
from enum import StrEnum
from pathlib import Path
from typing import Any

import orjson

from handlers.common.texts import Texts
from handlers.report.document import all_charts, document, facts
from handlers.report.open_data import csv_text, tables
from handlers.report.popolo import popolo
from services.monitoring import Report

Tell = Callable[[], None]  # a step is done; may raise to stop
_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


class Format(StrEnum):
    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"
    PNG = "png"


def _quiet() -> None:
    pass


def steps(_: Texts, report: Report, form: Format) -> int:
    """How many times `tell` will be called."""
    drawn = sum(1 for _one in all_charts(_, report))
    listed = 3 + bool(report.facts.requests)  # the tables of the document
    return {Format.PDF: drawn + listed, Format.XLSX: drawn + 2, Format.PNG: drawn}.get(form, 1)


def write(
    _: Texts, report: Report, form: Format, path: Path, tell: Tell = _quiet
) -> tuple[Path, ...]:
    """Writes to `path` and says which files there are now.

    csv and png are several files: a path that ends with .zip gets them in one; one that ends with
    .csv gets the figures alone, one with .png all diagrams below each other; any other is a folder.
    """
    if form in {Format.CSV, Format.PNG}:
        return _several(_, report, form, path, tell)
    makers: Mapping[Format, Callable[[Texts, Report, Tell], bytes]] = {
        Format.PDF: _pdf,
        Format.XLSX: _xlsx,
        Format.JSON: _json,
    }
    return (_kept(path, makers[form](_, report, tell)),)


def _several(_: Texts, report: Report, form: Format, path: Path, tell: Tell) -> tuple[Path, ...]:
    if form is Format.CSV:
        files = _open_data(_, report)
        single = files["figures.csv"]
        tell()
    else:
        files = pictures(_, report, tell)
        single = b""
    if path.suffix.lower() == f".{form}":
        return (_kept(path, single or _stacked(files)),)
    if path.suffix.lower() == ".zip":
        return (_kept(path, zipped(files)),)
    return tuple(_kept(path / name, content) for name, content in files.items())


def _kept(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def _stacked(files: Mapping[str, bytes]) -> bytes:
    from handlers.common.drawing import stacked  # noqa: PLC0415 - see pictures

    return stacked([content for name, content in files.items() if name.endswith(".png")])


def pictures(_: Texts, report: Report, tell: Tell = _quiet) -> dict[str, bytes]:
    """The diagrams, and what they show in words."""
    from handlers.common.drawing import png  # noqa: PLC0415 - loads matplotlib, only when drawn

    files: dict[str, bytes] = {}
    captions = []
    for chart in all_charts(_, report):
        files[f"{chart.name}.png"] = png(chart)
        captions.append(chart.caption)
        tell()
    about = "\n".join(f"{name}: {value}" for name, value in facts(_, report))
    files["diagrams.txt"] = "\n\n".join([*captions, about]).encode()
    return files


def zipped(files: Mapping[str, bytes]) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return sink.getvalue()


def _open_data(_: Texts, report: Report) -> dict[str, bytes]:
    files = {f"{one.name}.csv": csv_text(one).encode("utf-8-sig") for one in tables(_, report)}
    files["popolo.json"] = _dumped(popolo(report))
    return files


def _json(_: Texts, report: Report, tell: Tell) -> bytes:
    found = tables(_, report)
    texts = document(_, report)
    content: dict[str, Any] = {
        "title": texts.title,
        "about": {str(row[0]): row[1] for row in found[0].rows},
        "method": texts.sections[0].paragraphs,
        "captions": {chart.name: chart.caption for chart in all_charts(_, report)},
        **{
            one.name: [dict(zip(one.columns, row, strict=True)) for row in one.rows]
            for one in found[1:]
        },
        "popolo": popolo(report),
    }
    tell()
    return _dumped(content)


def _dumped(content: Any) -> bytes:
    return orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)


def _pdf(_: Texts, report: Report, tell: Tell) -> bytes:
    from handlers.report.pdf import pdf  # noqa: PLC0415 - loads fpdf and matplotlib

    return pdf(document(_, report), _made_on(report), tell)


def _xlsx(_: Texts, report: Report, tell: Tell) -> bytes:
    from handlers.report.sheets import xlsx  # noqa: PLC0415 - loads matplotlib

    return xlsx(document(_, report), tables(_, report), _made_on(report), tell)


def _made_on(report: Report) -> datetime:
    """The moment that a file says it was made at: the day of its data."""
    day: date = report.facts.data_date or report.facts.scope.period[1]
    return datetime.combine(day, time(), UTC)
