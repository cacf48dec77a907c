"""What only shows when all rows are seen together, and with what is in the database."""

from collections.abc import Iterator, Sequence

from services.importing.entities import ENTITIES, Key, flatten
from services.importing.faults import Fault
from services.importing.records import Record
from services.importing.seats import taken_districts
from services.importing.state import Directory

# The column that names a row of a table, where it is not called like the table.
_COLUMNS = {"mandate": "deputy", "person": "deputy", "programme": "deputy"}
_PERIODS = {
    "convocation": ("starts_on", "ends_on"),
    "mandate": ("starts_on", "ends_on"),
    "figure": ("period_from", "period_to"),
    "request": ("period_from", "period_to"),
}


def check(records: Sequence[Record], directory: Directory) -> Iterator[Fault]:
    yield from _repeated(records)
    yield from _unknown(records, directory)
    yield from _codes(records, directory)
    yield from taken_districts(records, directory)
    for record in records:
        yield from _single(record)
    yield from _requests(records)


def _repeated(records: Sequence[Record]) -> Iterator[Fault]:
    seen: dict[tuple[str, Key], Record] = {}
    for record in records:
        first = seen.setdefault((record.entity, record.key), record)
        if first is record:
            continue
        same = (first.values, first.links) == (record.values, record.links)
        repeats = ENTITIES[record.entity].repeats
        if not (repeats and same):
            yield record.fault(
                None,
                "contradiction" if repeats else "duplicate",
                kind=record.entity,
                file=first.row.file,
                line=first.row.line,
            )


def _unknown(records: Sequence[Record], directory: Directory) -> Iterator[Fault]:
    known = {(record.entity, record.key) for record in records}
    told: set[tuple[int, str, Key]] = set()
    for record in records:
        for attribute, key in record.links.items():
            entity = ENTITIES[record.entity].references[attribute]
            missing = key and _missing(entity, key, known, directory)
            # A line says it once: what makes several rows would repeat it.
            if missing and (id(record.row), *missing) not in told:
                told.add((id(record.row), *missing))
                kind, deepest = missing
                value = " ".join(str(part) for part in flatten(deepest))
                column = _COLUMNS.get(kind, kind)
                yield record.fault(column, "unknown_reference", kind=kind, value=value)


def _missing(
    entity: str, key: Key, known: set[tuple[str, Key]], directory: Directory
) -> tuple[str, Key] | None:
    """The part of the key that is not there, the outermost: the assembly, not its district."""
    found = ENTITIES[entity]
    for name, part in zip(found.key, key, strict=True):
        if name in found.references:
            missing = _missing(found.references[name], part, known, directory)
            if missing:
                return missing
    if (entity, key) in known or directory.find(entity, key) is not None:
        return None
    return entity, key


def _codes(records: Sequence[Record], directory: Directory) -> Iterator[Fault]:
    owners = {row.code: key for key, row in directory.rows.get("assembly", {}).items()}
    for record in records:
        if record.entity != "assembly":
            continue
        code = record.values.get("code")
        row = directory.find("assembly", record.key)
        if code and row is not None and code != row.code:
            yield record.fault("code", "fixed", value=row.code)
        elif code and owners.setdefault(code, record.key) != record.key:
            yield record.fault("code", "code_taken", value=code, owner=owners[code][0])


def _requests(records: Sequence[Record]) -> Iterator[Fault]:
    """Who began a request does not join it; the names fit the count that is stated."""
    requests = {record.key: record for record in records if record.entity == "request"}
    named = dict.fromkeys(requests, 0)
    for record in records:
        if record.entity != "signatory":
            continue
        request = requests.get(record.key[0])
        if request is None:
            continue  # its own fault is told already
        named[request.key] += 1
        if record.links["mandate_id"] == request.links["initiator_id"]:
            yield record.fault("deputy", "signs_own")
    for key, request in requests.items():
        stated, count = request.values["signatories_stated"], named[key]
        if stated is not None and count > stated:
            yield request.fault(
                "signatories_stated", "more_than_stated", named=count, stated=stated
            )
        elif stated is not None and count < stated and request.values["signatories_complete"]:
            yield request.fault("signatories_stated", "not_complete", named=count, stated=stated)
        sent, reply = request.values["sent_on"], request.values["reply_on"]
        if sent and reply and reply < sent:
            yield request.fault("reply_on", "ends_before_start")


def _single(record: Record) -> Iterator[Fault]:
    first, last = (record.values.get(name) for name in _PERIODS.get(record.entity, ("", "")))
    if first and last and last < first:
        yield record.fault(_PERIODS[record.entity][1], "ends_before_start")
    seats, single = record.values.get("seats"), record.values.get("seats_single_mandate")
    if seats is not None and single is not None and single > seats:
        yield record.fault("seats_single_mandate", "more_than_all")
    if record.entity == "figure" and not record.links.get("convocation_id"):
        about = ("assembly", "convocation", "deputy", "faction")
        if any(record.row.cells.get(name) for name in about):
            yield record.fault("convocation", "needs_term")
    if record.values.get("kind") == "list" and record.links.get("district_id"):
        yield record.fault("district", "list_with_district")
