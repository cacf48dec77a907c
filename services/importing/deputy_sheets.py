"""Files about deputies, their programmes and what is stated about them."""

import re
from typing import Final

from anyascii import anyascii

from domain.programmes import Availability, ProgrammeKind
from services.importing import cells
from services.importing.sheet import (
    CONFIDENCE,
    IN_DISTRICT,
    IN_TERM,
    NAMES,
    OF_FACTION,
    OF_MANDATE,
    SOURCE,
    TERM,
    TERRITORY,
    TEXTS,
    Child,
    Part,
    Sheet,
    may,
    must,
    same,
)

_SPELLINGS: Final = (Child("spellings", "spelling", "person_id", "spelling"),)
_SEAT: Final = {
    "person_id": ("slug",),
    "convocation_id": IN_TERM,
    "district_id": IN_DISTRICT,
    "faction_id": OF_FACTION,
}
DEPUTIES: Final = Sheet(
    {
        "slug": must(cells.slug),
        **NAMES,
        "spellings": may(cells.text),
        "note": may(cells.text),
        "name_source": may(cells.text),
        "name_confidence": may(CONFIDENCE),
        **TERM,
        "kind": must(cells.one_of("district", "list")),
        "district": may(cells.number),
        "district_source": may(cells.text),
        "faction": may(cells.slug),
        "faction_source": may(cells.text),
        "starts_on": may(cells.day),
        "ends_on": may(cells.day),
        **SOURCE,
    },
    (
        Part(
            "person",
            same("slug", *NAMES, "note")
            | {"source": "name_source", "confidence": "name_confidence"},
            children=_SPELLINGS,
        ),
        Part(
            "mandate",
            same("kind", "district_source", "faction_source", "starts_on", "ends_on", *SOURCE),
            _SEAT,
        ),
    ),
)


def _slug_of_seat(row: dict[str, str]) -> None:
    """People who write a list of deputies need not invent slugs: assembly and name make one."""
    if row.get("name_ru") and not row.get("slug"):
        name = anyascii(row.get("name_en") or row["name_ru"]).lower()
        words = [row.get("assembly", ""), *re.findall(r"[a-z0-9]+", name)]
        row["slug"] = "-".join(word for word in words if word)


SEATS: Final = Sheet(
    {
        **TERM,
        "district": must(cells.number),
        "region": may(cells.slug),
        **TERRITORY,
        "slug": may(cells.slug),
        **{name: may(cells.text) for name in NAMES},
        "spellings": may(cells.text),
        "note": may(cells.text),
        "faction": may(cells.slug),
        **SOURCE,
    },
    (
        Part(
            "district",
            {"number": "district"} | same(*TERRITORY, *SOURCE),
            {"convocation_id": IN_TERM, "region_id": ("region",)},
        ),
        Part(
            "person",
            same("slug", *NAMES, "note", *SOURCE),
            children=_SPELLINGS,
            only_with="name_ru",
        ),
        Part(
            "mandate",
            {"district_source": "source"} | same(*SOURCE),
            _SEAT,
            constants={"kind": "district"},
            only_with="name_ru",
        ),
    ),
    complete=_slug_of_seat,
)
THESES: Final = Sheet(
    {
        "party": must(cells.slug),
        "number": must(cells.number),
        "slug": must(cells.slug),
        **TEXTS,
        **SOURCE,
    },
    (Part("thesis", same("party", "number", "slug", *TEXTS, *SOURCE)),),
    any_of=tuple(TEXTS),
)
PROGRAMMES: Final = Sheet(
    {
        "deputy": must(cells.slug),
        **TERM,
        "availability": must(cells.one_of(*Availability)),
        "kind": must(cells.one_of(*ProgrammeKind)),
        "url": may(cells.url),
        "note": may(cells.text),
        **SOURCE,
    },
    (
        Part(
            "programme",
            same("availability", "kind", "url", "note", *SOURCE),
            {"mandate_id": OF_MANDATE},
        ),
    ),
)
PROMISES: Final = Sheet(
    {
        "deputy": must(cells.slug),
        **TERM,
        "position": must(cells.number),
        "topic": must(cells.slug),
        "thesis": may(cells.thesis),
        **TEXTS,
        **SOURCE,
    },
    (
        Part(
            "promise",
            same("position", "topic", *TEXTS, *SOURCE),
            {"programme_id": OF_MANDATE, "thesis_id": ("thesis",)},
        ),
    ),
    any_of=tuple(TEXTS),
)
STATED_FIGURES: Final = Sheet(
    {
        "slug": must(cells.slug),
        "assembly": may(cells.slug),
        "convocation": may(cells.number),
        "deputy": may(cells.slug),
        "faction": may(cells.slug),
        "measure": must(cells.slug),
        "value": must(cells.decimal(-1e12, 1e12)),
        "unit": must(cells.text),
        "period_from": may(cells.day),
        "period_to": may(cells.day),
        **SOURCE,
    },
    (
        Part(
            "figure",
            same("slug", "measure", "value", "unit", "period_from", "period_to", *SOURCE),
            {
                "convocation_id": IN_TERM,
                "mandate_id": OF_MANDATE,
                "faction_id": OF_FACTION,
            },
        ),
    ),
)
