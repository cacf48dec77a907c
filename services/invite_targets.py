"""For whom one can be invited: mandates and assemblies, found by what people type."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, select, true

from domain.names import Names
from domain.roles import Actor
from domain.search import Entry, Index, parse_district_number
from models.assemblies import Assembly, Convocation, District
from models.deputies import Mandate, Person, PersonSpelling
from services import directory
from services.directory import Deputy
from services.grants import require_coordinator
from services.ids import BIGGEST_ID
from services.unit_of_work import UnitOfWork

MOST = 6


@dataclass(frozen=True, slots=True)
class Body:
    """An assembly to choose."""

    id: int
    slug: str
    name: Names


async def find_deputies(uow: UnitOfWork, actor: Actor, text: str) -> list[Deputy]:
    """Deputies in the actor's assemblies by district number or name, the nearest first."""
    require_coordinator(actor)
    found = directory.deputies().where(_scope(actor), Convocation.takes_appeals)
    number = parse_district_number(text)
    if number is not None:
        rows = await uow.session.execute(
            found.where(District.number == number).order_by(Mandate.id).limit(MOST)
        )
        return [directory.as_deputy(row) for row in rows]
    ids = [int(hit.id) for hit in (await _index(uow, actor)).find(text, MOST)][:MOST]
    rows = await uow.session.execute(found.where(Mandate.id.in_(ids)))
    deputies = {one.mandate_id: one for one in map(directory.as_deputy, rows)}
    return [deputies[ident] for ident in ids if ident in deputies]


async def _index(uow: UnitOfWork, actor: Actor) -> Index:
    rows = await uow.session.execute(
        select(Mandate.id, Person, PersonSpelling.spelling)
        .join(Person, Person.id == Mandate.person_id)
        .join(Convocation, Convocation.id == Mandate.convocation_id)
        .join(Assembly, Assembly.id == Convocation.assembly_id)
        .outerjoin(PersonSpelling, PersonSpelling.person_id == Person.id)
        .where(_scope(actor), Convocation.takes_appeals)
    )
    keys: dict[int, set[str]] = {}
    for mandate_id, person, spelling in rows:
        names = (person.name_kk, person.name_ru, person.name_en, spelling)
        keys.setdefault(mandate_id, set()).update(name for name in names if name)
    return Index(Entry("deputy", str(ident), tuple(sorted(k))) for ident, k in keys.items())


def _scope(actor: Actor) -> ColumnElement[bool]:
    ids = actor.coordinated_assemblies
    return true() if ids is None else Assembly.id.in_(ids)


async def find_assemblies(uow: UnitOfWork, actor: Actor, text: str) -> list[Body]:
    """Assemblies that the actor coordinates, by name; without text those that have deputies."""
    require_coordinator(actor)
    if not text:
        return await _bodies(uow, _scope(actor), with_deputies=True)
    every = await _bodies(uow, _scope(actor), with_deputies=False)
    index = Index(
        Entry("assembly", str(place), tuple(n for n in (b.name.kk, b.name.ru, b.name.en) if n))
        for place, b in enumerate(every)
    )
    return [every[int(hit.id)] for hit in index.find(text, MOST)][:MOST]


async def with_deputies(uow: UnitOfWork) -> list[Body]:
    """Assemblies that take appeals and have deputies: for the command line."""
    return await _bodies(uow, true(), with_deputies=True)


async def by_slug(uow: UnitOfWork, slug: str) -> Body | None:
    found = await _bodies(uow, Assembly.slug == slug, with_deputies=False)
    return found[0] if found else None


async def _bodies(
    uow: UnitOfWork, which: ColumnElement[bool], *, with_deputies: bool
) -> list[Body]:
    query = select(Assembly).where(which).order_by(Assembly.id)
    if with_deputies:
        seated = (
            select(Convocation.assembly_id)
            .join(Mandate, Mandate.convocation_id == Convocation.id)
            .where(Convocation.takes_appeals)
        )
        query = query.where(Assembly.id.in_(seated))
    rows = await uow.session.scalars(query)
    return [Body(row.id, row.slug, row.names) for row in rows]


async def deputies_of(
    uow: UnitOfWork, assembly_id: int, *, district: int | None = None, key: str | None = None
) -> list[tuple[str, Deputy]]:
    """Deputies whose convocation takes appeals, each with the slug of the person.

    `key` is that slug or the id of a mandate.
    """
    query = directory.deputies().where(Assembly.id == assembly_id, Convocation.takes_appeals)
    if district is not None:
        query = query.where(District.number == min(district, BIGGEST_ID))
    if key is not None:
        is_id = key.isdecimal()
        query = query.where(
            Mandate.id == min(int(key), BIGGEST_ID) if is_id else Person.slug == key
        )
    rows = await uow.session.execute(query.order_by(District.number.nulls_last(), Mandate.id))
    return [(row[1].slug, directory.as_deputy(row)) for row in rows]
