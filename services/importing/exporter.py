"""Write the directory in the format that the importer reads."""

import asyncio
import csv
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy import select

from models.assemblies import DirectoryVersion
from services.importing.cells import shown
from services.importing.deputy_sheets import PROGRAMMES, PROMISES, SEATS
from services.importing.entities import ENTITIES, flatten
from services.importing.request_sheets import REQUESTS
from services.importing.sheet import Child, Part, Sheet
from services.importing.sheets import SHEETS
from services.importing.state import Directory, load
from services.unit_of_work import UnitOfWork


async def export_folder(uow: UnitOfWork, path: Path) -> tuple[Path, ...]:
    """Write the files into a folder, over those of the same names.

    Tables without rows make no file. Importing the folder again changes nothing.
    """
    directory = await load(uow.session)
    contents = {
        f"{name}.csv": _table(sheet, rows)
        for name, sheet in SHEETS.items()
        if sheet is not SEATS and (rows := list(_rows(sheet, directory)))
    }
    programmes = list(_programmes(directory))
    if programmes:
        contents["programmes.yaml"] = _yaml({"programmes": programmes})
    requests = list(_requests(directory))
    if requests:
        contents["requests.yaml"] = _yaml({"requests": requests})
    latest = select(DirectoryVersion.data_date).order_by(DirectoryVersion.id.desc()).limit(1)
    data_date = await uow.session.scalar(latest)
    if data_date:
        contents["about.yaml"] = _yaml({"data_date": data_date})
    return await asyncio.to_thread(_write, path, contents)


def _write(path: Path, contents: Mapping[str, str]) -> tuple[Path, ...]:
    path.mkdir(parents=True, exist_ok=True)
    written = []
    for name, content in contents.items():
        (path / name).write_text(content, encoding="utf-8", newline="")
        written.append(path / name)
    return tuple(written)


def _table(sheet: Sheet, rows: list[dict[str, str]]) -> str:
    sink = io.StringIO(newline="")
    writer = csv.DictWriter(sink, list(sheet.columns), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return sink.getvalue()


def _yaml(content: Mapping[str, object]) -> str:
    text: str = yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=100)
    return text


def _rows(sheet: Sheet, directory: Directory) -> Iterator[dict[str, str]]:
    """One line for each row of the sheet's last table; the tables before it are its parents."""
    *parents, main = sheet.parts
    lists = {
        child.column: _lists(child, directory) for part in sheet.parts for child in part.children
    }
    for row in directory.rows.get(main.entity, {}).values():
        cells = _cells(main, row, directory)
        owners = {main.entity: row}
        for part in parents:
            link = next(
                name for name, to in ENTITIES[main.entity].references.items() if to == part.entity
            )
            parent = directory.find(part.entity, directory.keys[part.entity][getattr(row, link)])
            owners[part.entity] = parent
            cells |= _cells(part, parent, directory)
        for part in sheet.parts:
            for child in part.children:
                cells[child.column] = "; ".join(lists[child.column].get(owners[part.entity].id, []))
        yield cells


def _lists(child: Child, directory: Directory) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for row in directory.rows.get(child.entity, {}).values():
        found.setdefault(getattr(row, child.parent), []).append(getattr(row, child.attribute))
    return found


def _cells(part: Part, row: Any, directory: Directory) -> dict[str, str]:
    cells = {column: shown(getattr(row, name)) for name, column in part.values.items()}
    for name, columns in part.links.items():
        key = directory.key_of(ENTITIES[part.entity].references[name], getattr(row, name))
        if key is not None:
            cells |= dict(zip(columns, map(shown, flatten(key)), strict=True))
    return cells


def _programmes(directory: Directory) -> Iterator[dict[str, object]]:
    promises: dict[int, list[dict[str, object]]] = {}
    found = directory.rows.get("promise", {}).values()
    for promise in sorted(found, key=lambda one: (one.programme_id, one.position)):
        promises.setdefault(promise.programme_id, []).append(_promise(promise, directory))
    for programme in directory.rows.get("programme", {}).values():
        filled = _filled(PROGRAMMES, _cells(PROGRAMMES.parts[0], programme, directory))
        if programme.id in promises:
            filled["promises"] = promises[programme.id]
        yield filled


def _promise(promise: Any, directory: Directory) -> dict[str, object]:
    part = PROMISES.parts[0]
    cells = {column: shown(getattr(promise, name)) for name, column in part.values.items()}
    thesis = directory.key_of("thesis", promise.thesis_id)
    if thesis:
        cells["thesis"] = f"{thesis[0]}/{thesis[1]}"
    del cells["position"]
    return _filled(PROMISES, cells)


def _requests(directory: Directory) -> Iterator[dict[str, object]]:
    signed: dict[object, list[str]] = {}
    for request, mandate in directory.rows.get("signatory", {}):
        signed.setdefault(request, []).append(mandate[0][0])
    for key, request in directory.rows.get("request", {}).items():
        filled = _filled(REQUESTS, _cells(REQUESTS.parts[0], request, directory))
        if request.issues:
            filled["issues"] = list(request.issues)
        if key in signed:
            filled["signatories"] = signed[key]
        yield filled


def _filled(sheet: Sheet, cells: Mapping[str, str]) -> dict[str, object]:
    return {name: cells[name] for name in sheet.columns if cells.get(name)}
