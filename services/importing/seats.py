"""Two deputies cannot hold one district at the same time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from services.importing.entities import Key
from services.importing.faults import Fault
from services.importing.records import Record
from services.importing.state import Directory


@dataclass(frozen=True, slots=True)
class _Seat:
    """A mandate as it will be after the import; `record` is None when the files do not name it."""

    district: Key
    starts_on: date
    ends_on: date
    person: str
    record: Record | None

    def meets(self, other: "_Seat") -> bool:
        return self.starts_on <= other.ends_on and other.starts_on <= self.ends_on


def taken_districts(records: Sequence[Record], directory: Directory) -> Iterator[Fault]:
    """A fault for each seat in the files that another one stands in the way of."""
    named = {record.key: record for record in records if record.entity == "mandate"}
    keys = dict.fromkeys([*directory.rows.get("mandate", {}), *named])
    by_district: dict[Key, list[_Seat]] = {}
    for key in keys:
        seat = _seat(key, named.get(key), directory)
        if seat is not None:
            by_district.setdefault(seat.district, []).append(seat)
    for seats in by_district.values():
        for one, other in combinations(seats, 2):
            later, earlier = (other, one) if other.record else (one, other)
            if later.record and one.meets(other):
                yield later.record.fault(
                    "district",
                    "district_taken",
                    district=later.district[-1],
                    other=earlier.person,
                )


def _seat(key: Key, record: Record | None, directory: Directory) -> _Seat | None:
    row = directory.find("mandate", key)
    district = record.links.get("district_id") if record else None
    if district is None and row is not None:
        district = directory.key_of("district", row.district_id)
    if district is None:
        return None

    def day(name: str) -> date | None:
        if record and name in record.values:
            found: date | None = record.values[name]
        else:
            found = getattr(row, name, None)
        return found

    return _Seat(
        district, day("starts_on") or date.min, day("ends_on") or date.max, key[0][0], record
    )
