"""Facts made by hand, for rules that need no database."""

from datetime import date

from domain.names import Names
from services.monitoring import Report, find_scope, report
from services.monitoring.facts import DeputyFacts, FactionFacts, Facts, Scope, Stated, Told
from services.unit_of_work import Database

PERIOD = (date(2025, 1, 1), date(2025, 6, 30))


def names(word: str) -> Names:
    return Names(None, word, None)


def stated(**values: float | tuple[float, ...]) -> Stated:
    """Each value from a source of its own."""
    return {
        measure: tuple(
            Told(value, f"paper {index}")
            for index, value in enumerate(many if isinstance(many, tuple) else (many,))
        )
        for measure, many in values.items()
    }


def deputy(ident: int, *, faction: int | None = 1, told: Stated | None = None,
           counted: dict[str, int] | None = None) -> DeputyFacts:  # fmt: skip
    return DeputyFacts(
        mandate_id=ident, slug=f"d{ident}", name=names(f"Депутат {ident}"), name_doubt=None,
        by_list=False, district=ident, district_source=None, faction_id=faction, faction=None,
        starts_on=None, ends_on=None, availability="unknown", programme_kind="unknown",
        stated=told or {}, counted=counted or {}, source=None,
    )  # fmt: skip


def faction(ident: int = 1, told: Stated | None = None) -> FactionFacts:
    return FactionFacts(ident, f"f{ident}", names(f"Фракция {ident}"), None, None, told or {})


def facts(
    deputies: tuple[DeputyFacts, ...] = (),
    factions: tuple[FactionFacts, ...] = (),
    told: Stated | None = None,
) -> Facts:
    return Facts(
        scope=Scope(1, "town", names("Маслихат"), 1, 8, PERIOD), data_date=date(2025, 7, 1),
        seats=None, seats_single_mandate=None, districts=len(deputies), deputies=deputies,
        factions=factions, stated=told or {}, elsewhere={}, other_periods=0, requests=(),
        assemblies=(),
    )  # fmt: skip


async def shipped(database: Database) -> Report:
    async with database.read() as uow:
        return await report(uow, await find_scope(uow, None))
