"""All files, by their names, in the order in which they are listed and written."""

from collections.abc import Collection, Mapping
from typing import Final

from services.importing.deputy_sheets import DEPUTIES, SEATS, STATED_FIGURES, THESES
from services.importing.directory_sheets import (
    ASSEMBLIES,
    CONVOCATIONS,
    DISTRICTS,
    FACTIONS,
    PLACE_DISTRICTS,
    PLACES,
    REGIONS,
)
from services.importing.sheet import Sheet

# Each is a CSV file; programmes.yaml and about.yaml are read in `documents`.
SHEETS: Final[Mapping[str, Sheet]] = {
    "regions": REGIONS,
    "places": PLACES,
    "assemblies": ASSEMBLIES,
    "convocations": CONVOCATIONS,
    "districts": DISTRICTS,
    "factions": FACTIONS,
    "deputies": DEPUTIES,
    "seats": SEATS,
    "place_districts": PLACE_DISTRICTS,
    "theses": THESES,
    "stated_figures": STATED_FIGURES,
}


def recognise(stem: str, header: Collection[str]) -> Sheet | None:
    """By the name of the file, else by its header when that fits exactly one kind."""
    if stem in SHEETS:
        return SHEETS[stem]
    fitting = [
        sheet for sheet in SHEETS.values() if sheet.required <= set(header) <= set(sheet.columns)
    ]
    return fitting[0] if len(fitting) == 1 else None
