"""Persons, organizations, posts and memberships as Popolo has them."""

from collections.abc import Iterator
from typing import Any

from domain.names import Names
from services.monitoring import Report
from services.monitoring.facts import Facts


def popolo(report: Report) -> dict[str, Any]:
    """Persons, their mandates and factions in the shape of popoloproject.com."""
    facts = report.facts
    assembly = f"assembly/{facts.scope.slug}"
    term = f"{assembly}/{facts.scope.convocation}"
    return {
        "persons": [
            {
                "id": one.slug,
                "name": one.name.ru,
                "other_names": [
                    {"name": name, "note": language}
                    for language, name in (("kk", one.name.kk), ("en", one.name.en))
                    if name
                ],
                "sources": [{"note": one.source}] if one.source else [],
            }
            for one in facts.deputies
        ],
        "organizations": [
            _organization(assembly, facts.scope.assembly, "legislature"),
            *(
                _organization(f"faction/{one.slug}", one.name, "faction") | {"parent_id": assembly}
                for one in facts.factions
            ),
        ],
        "posts": [
            {"id": f"{term}/{number}", "label": str(number), "organization_id": assembly}
            for number in range(1, facts.districts + 1)
        ],
        "memberships": list(_memberships(facts, assembly, term)),
    }


def _organization(ident: str, names: Names, kind: str) -> dict[str, Any]:
    others = [
        {"name": name, "note": language}
        for language, name in (("kk", names.kk), ("en", names.en))
        if name
    ]
    return {"id": ident, "name": names.ru, "classification": kind, "other_names": others}


def _memberships(facts: Facts, assembly: str, term: str) -> Iterator[dict[str, Any]]:
    factions = {one.id: one.slug for one in facts.factions}
    for one in facts.deputies:
        found: dict[str, Any] = {
            "person_id": one.slug,
            "organization_id": assembly,
            "role": "deputy",
            "legislative_period_id": term,
        }
        if one.district is not None:
            found["post_id"] = f"{term}/{one.district}"
        if one.faction_id in factions:
            found["on_behalf_of_id"] = f"faction/{factions[one.faction_id]}"
        for name, day in (("start_date", one.starts_on), ("end_date", one.ends_on)):
            if day:
                found[name] = day.isoformat()
        yield found
