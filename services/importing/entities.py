"""What the importer writes: tables with their natural keys, parents before children."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from models import Base
from models.assemblies import Assembly, Convocation, District, Faction
from models.deputies import Mandate, Person, PersonSpelling
from models.figures import StatedFigure
from models.geography import Place, PlaceAlias, PlaceDistrict, Region, RegionAlias
from models.programmes import Programme, Promise, Thesis
from models.records import DeputyRequest, RequestSignatory

Key = tuple[Any, ...]  # values, and keys of other rows: ((("mazhilis",), 8), 3) is a district


@dataclass(frozen=True, slots=True)
class Entity:
    """`key` names the columns that tell rows apart; `references` the table each link leads to."""

    model: type[Base]
    key: tuple[str, ...]
    references: Mapping[str, str] = field(default_factory=dict)
    only_at_first: frozenset[str] = frozenset()  # later edited by coordinators
    fixed: frozenset[str] = frozenset()  # a different value is a fault
    # When the first is empty in the file, the others keep what a coordinator filled in.
    kept: tuple[str, ...] = ()
    repeats: bool = False  # the same row may come twice, if it says the same
    stamp: str | None = None  # gets the moment of the import when the row is new


ENTITIES: Final[Mapping[str, Entity]] = {
    "region": Entity(Region, ("slug",)),
    "region alias": Entity(
        RegionAlias, ("region_id", "alias"), {"region_id": "region"}, repeats=True
    ),
    "place": Entity(Place, ("kato",), {"region_id": "region"}),
    "place alias": Entity(PlaceAlias, ("place_id", "alias"), {"place_id": "place"}, repeats=True),
    "assembly": Entity(
        Assembly,
        ("slug",),
        {"region_id": "region", "place_id": "place"},
        fixed=frozenset({"code"}),
    ),
    "convocation": Entity(
        Convocation,
        ("assembly_id", "number"),
        {"assembly_id": "assembly"},
        only_at_first=frozenset({"takes_appeals"}),
    ),
    "district": Entity(
        District,
        ("convocation_id", "number"),
        {"convocation_id": "convocation", "region_id": "region"},
        repeats=True,
    ),
    "faction": Entity(Faction, ("convocation_id", "slug"), {"convocation_id": "convocation"}),
    "person": Entity(Person, ("slug",), repeats=True),
    "spelling": Entity(
        PersonSpelling, ("person_id", "spelling"), {"person_id": "person"}, repeats=True
    ),
    "mandate": Entity(
        Mandate,
        ("person_id", "convocation_id"),
        {
            "person_id": "person",
            "convocation_id": "convocation",
            "district_id": "district",
            "faction_id": "faction",
        },
        kept=("district_id", "district_source"),
    ),
    "place in a district": Entity(
        PlaceDistrict,
        ("place_id", "district_id"),
        {"place_id": "place", "district_id": "district"},
    ),
    "thesis": Entity(Thesis, ("party", "number")),
    "programme": Entity(Programme, ("mandate_id",), {"mandate_id": "mandate"}),
    "promise": Entity(
        Promise,
        ("programme_id", "position"),
        {"programme_id": "programme", "thesis_id": "thesis"},
    ),
    "figure": Entity(
        StatedFigure,
        ("slug",),
        {"convocation_id": "convocation", "mandate_id": "mandate", "faction_id": "faction"},
    ),
    "request": Entity(
        DeputyRequest,
        ("slug",),
        {"convocation_id": "convocation", "initiator_id": "mandate"},
        only_at_first=frozenset({"state", "source_kind"}),
        stamp="created_at",
    ),
    "signatory": Entity(
        RequestSignatory,
        ("request_id", "mandate_id"),
        {"request_id": "request", "mandate_id": "mandate"},
    ),
}


def nest(entity: str, flat: tuple[Any, ...]) -> Key:
    """A key from the cells that spell it: ("mazhilis", 8, 3) of a district."""
    rest = list(flat)

    def take(name: str) -> Key:
        found = ENTITIES[name]
        links = found.references
        return tuple(take(links[part]) if part in links else rest.pop(0) for part in found.key)

    return take(entity)


def flatten(key: Key) -> tuple[Any, ...]:
    """The reverse of `nest`."""
    return tuple(
        value for part in key for value in (flatten(part) if isinstance(part, tuple) else (part,))
    )
