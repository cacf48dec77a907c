"""Names, places and districts in memory: what is searched, read once for each import.

Who holds which mandate is not kept here: coordinators change that between imports.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt
from typing import Final

from domain.names import Names
from domain.search import Index

EARTH_KM: Final = 6371.0
NATIONAL: Final = "national"


@dataclass(frozen=True, slots=True)
class Region:
    id: int
    name: Names
    position: int


@dataclass(frozen=True, slots=True)
class Assembly:
    """A body with deputies. `convocation_id` is its latest one, None where none is known."""

    id: int
    name: Names
    level: str
    region_id: int | None
    place_id: int | None
    seats: int | None
    convocation_id: int | None


@dataclass(frozen=True, slots=True)
class District:
    """A district of the latest convocation of its assembly."""

    id: int
    number: int
    assembly: Assembly
    region_id: int | None
    region: Names | None
    territory: Names


@dataclass(frozen=True, slots=True)
class Place:
    """`districts`: those it lies in for certain; `maybe`: one of these, which one is not known."""

    id: int
    name: Names
    kind: str  # city, district, city_district
    region_id: int
    region: Names
    latitude: float
    longitude: float
    districts: tuple[int, ...]
    maybe: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Near:
    """A place and the way to the point inside it."""

    place: Place
    kilometres: float


@dataclass(frozen=True)
class Atlas:
    """One version of the directory. Only read: several updates may share it."""

    stamp: tuple[int, str] | None
    index: Index
    regions: dict[int, Region]
    assemblies: dict[int, Assembly]
    districts: dict[int, District]
    places: dict[int, Place]
    _places_in: dict[int, tuple[Place, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Sort the places into the districts they lie in for certain."""
        inside: dict[int, list[Place]] = {}
        for place in self.places.values():
            for district_id in place.districts:
                inside.setdefault(district_id, []).append(place)
        self._places_in.update({key: tuple(found) for key, found in inside.items()})

    def places_in(self, district_id: int) -> tuple[Place, ...]:
        """The places that lie in this district for certain, cities first."""
        found = self._places_in.get(district_id, ())
        return tuple(sorted(found, key=lambda place: (place.kind != "city", place.id)))

    def places_of(self, region_id: int) -> tuple[Place, ...]:
        return tuple(place for place in self.places.values() if place.region_id == region_id)

    def districts_of(self, region_id: int) -> tuple[District, ...]:
        """The districts in a region, those of the national assembly first."""
        return in_order(one for one in self.districts.values() if one.region_id == region_id)

    def numbered(self, number: int) -> tuple[District, ...]:
        """Every district with this number, one for each assembly that has it."""
        return in_order(one for one in self.districts.values() if one.number == number)

    def silent_assemblies(
        self, *, region_id: int | None = None, place_id: int | None = None
    ) -> tuple[Assembly, ...]:
        """Assemblies of a region or a place of which no district is known."""
        known = {district.assembly.id for district in self.districts.values()}
        return tuple(
            assembly
            for assembly in self.assemblies.values()
            if assembly.id not in known
            and assembly.level != NATIONAL
            and (region_id is None or assembly.region_id == region_id)
            and (place_id is None or assembly.place_id == place_id)
        )

    def near(self, latitude: float, longitude: float, limit: int) -> tuple[Near, ...]:
        """The nearest points that stand for places: a guess to be confirmed, no border is known."""
        ways = (
            Near(place, kilometres((latitude, longitude), (place.latitude, place.longitude)))
            for place in self.places.values()
        )
        return tuple(sorted(ways, key=lambda near: near.kilometres)[:limit])


def in_order(districts: Iterator[District], first: Collection[int] = ()) -> tuple[District, ...]:
    """Assemblies in `first` lead, then the national one, then by assembly and number."""
    return tuple(
        sorted(
            districts,
            key=lambda one: (
                one.assembly.id not in first,
                one.assembly.level != NATIONAL,
                one.assembly.id,
                one.number,
            ),
        )
    )


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance between two points in degrees (haversine)."""
    lat1, lon1, lat2, lon2 = map(radians, (*one, *other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(half))
