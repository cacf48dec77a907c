"""Files about geography and assemblies."""

from typing import Final

from services.importing import cells
from services.importing.sheet import (
    IN_DISTRICT,
    IN_TERM,
    NAMES,
    SOURCE,
    TERM,
    TERRITORY,
    Child,
    Part,
    Sheet,
    may,
    must,
    same,
)

REGIONS: Final = Sheet(
    {"slug": must(cells.slug), "position": must(cells.number), **NAMES, "aliases": may(cells.text)},
    (
        Part(
            "region",
            same("slug", "position", *NAMES),
            children=(Child("aliases", "region alias", "region_id", "alias"),),
        ),
    ),
)
PLACES: Final = Sheet(
    {
        "kato": must(cells.kato),
        "region": must(cells.slug),
        "kind": must(cells.one_of("city", "district", "city_district")),
        **NAMES,
        "aliases": may(cells.text),
        "latitude": must(cells.decimal(-90, 90)),
        "longitude": must(cells.decimal(-180, 180)),
    },
    (
        Part(
            "place",
            same("kato", "kind", *NAMES, "latitude", "longitude"),
            {"region_id": ("region",)},
            (Child("aliases", "place alias", "place_id", "alias"),),
        ),
    ),
)
ASSEMBLIES: Final = Sheet(
    {
        "slug": must(cells.slug),
        "code": must(cells.code),
        "level": must(cells.one_of("national", "region", "republican_city", "city", "district")),
        "region": may(cells.slug),
        "place": may(cells.kato),
        **NAMES,
        "seats": may(cells.count),
        "seats_single_mandate": may(cells.count),
        **SOURCE,
    },
    (
        Part(
            "assembly",
            same("slug", "code", "level", *NAMES, "seats", "seats_single_mandate", *SOURCE),
            {"region_id": ("region",), "place_id": ("place",)},
        ),
    ),
)
CONVOCATIONS: Final = Sheet(
    {
        "assembly": must(cells.slug),
        "number": must(cells.number),
        "starts_on": may(cells.day),
        "ends_on": may(cells.day),
        "takes_appeals": must(cells.yes_or_no),
        **SOURCE,
    },
    (
        Part(
            "convocation",
            same("number", "starts_on", "ends_on", "takes_appeals", *SOURCE),
            {"assembly_id": ("assembly",)},
        ),
    ),
)
DISTRICTS: Final = Sheet(
    {**TERM, "number": must(cells.number), "region": may(cells.slug), **TERRITORY, **SOURCE},
    (
        Part(
            "district",
            same("number", *TERRITORY, *SOURCE),
            {"convocation_id": IN_TERM, "region_id": ("region",)},
        ),
    ),
)
FACTIONS: Final = Sheet(
    {**TERM, "slug": must(cells.slug), **NAMES, "members": may(cells.count), **SOURCE},
    (Part("faction", same("slug", *NAMES, "members", *SOURCE), {"convocation_id": IN_TERM}),),
)
PLACE_DISTRICTS: Final = Sheet(
    {
        "place": must(cells.kato),
        **TERM,
        "district": must(cells.number),
        "certain": must(cells.yes_or_no),
        **SOURCE,
    },
    (
        Part(
            "place in a district",
            same("certain", *SOURCE),
            {"place_id": ("place",), "district_id": IN_DISTRICT},
        ),
    ),
)
