"""Kinds of gaps, and the columns that the queries for all of them share."""

from enum import StrEnum
from typing import Any

from sqlalchemy import Integer, String, cast, literal, null


class GapKind(StrEnum):
    """The most needed first: without a district a letter finds nobody."""

    MANDATE_WITHOUT_DISTRICT = "mandate_without_district"
    DISTRICT_WITHOUT_DEPUTY = "district_without_deputy"
    NAME_IN_DOUBT = "name_in_doubt"
    PROGRAMME_UNKNOWN = "programme_unknown"
    PLACE_WITHOUT_DISTRICT = "place_without_district"  # it may lie in one of several
    TERRITORY_UNKNOWN = "territory_unknown"
    TRANSLATION_MISSING = "translation_missing"
    ASSEMBLY_WITHOUT_DEPUTIES = "assembly_without_deputies"  # one row for each region


RANKS = {kind: rank for rank, kind in enumerate(GapKind)}
_NUMBERS = ("assembly_id", "mandate_id", "district_id", "number", "place_id", "region_id")
_TEXTS = ("name_kk", "name_ru", "name_en", "note")


def row(kind: GapKind, **columns: Any) -> tuple[Any, ...]:
    """The columns of the list; a union needs the same types in each part of it."""
    counted = columns.pop("assemblies", literal(1))
    position = columns.pop("position")
    return (
        literal(RANKS[kind]).label("kind"),
        *(cast(columns.pop(name, null()), Integer).label(name) for name in _NUMBERS),
        *(cast(columns.pop(name, null()), String).label(name) for name in _TEXTS),
        cast(counted, Integer).label("assemblies"),
        cast(position, Integer).label("position"),
    )


def names(of: Any) -> dict[str, Any]:
    return {"name_kk": of.name_kk, "name_ru": of.name_ru, "name_en": of.name_en}
