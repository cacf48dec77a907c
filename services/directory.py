"""Deputies as every screen names them."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, select

from domain.errors import NotFound
from domain.names import Names
from domain.roles import Actor
from models.assemblies import Assembly, Convocation, District, Faction
from models.deputies import Mandate, Person
from models.geography import Region
from models.users import HomeDistrict
from services.directory_cache import kept
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Deputy:
    """A person with a mandate. `district` is None where there is none or it is not known."""

    mandate_id: int
    person_id: int
    name: Names
    assembly_id: int
    assembly_code: str
    assembly: Names
    convocation: int
    district_id: int | None
    district: int | None
    elected_by_list: bool
    region: Names | None
    faction: Names | None
    starts_on: date | None
    ends_on: date | None
    takes_appeals: bool

    def ended(self, today: date) -> bool:
        """The mandate is over: an answer is voluntary."""
        return self.ends_on is not None and self.ends_on < today


@cache
def deputies() -> Select[Mandate, Person, Convocation, Assembly, District, Region, Faction]:
    """The query behind `Deputy`; narrow it with `where` and read rows with `as_deputy`."""
    return (
        select(Mandate, Person, Convocation, Assembly, District, Region, Faction)
        .join(Person, Person.id == Mandate.person_id)
        .join(Convocation, Convocation.id == Mandate.convocation_id)
        .join(Assembly, Assembly.id == Convocation.assembly_id)
        .outerjoin(District, District.id == Mandate.district_id)
        .outerjoin(Region, Region.id == District.region_id)
        .outerjoin(Faction, Faction.id == Mandate.faction_id)
    )


def as_deputy(row: Row[*tuple[Any, ...]]) -> Deputy:
    mandate, person, convocation, assembly, district, region, faction = row
    return Deputy(
        mandate_id=mandate.id,
        person_id=person.id,
        name=person.names,
        assembly_id=assembly.id,
        assembly_code=assembly.code,
        assembly=assembly.names,
        convocation=convocation.number,
        district_id=district.id if district else None,
        district=district.number if district else None,
        elected_by_list=mandate.kind == "list",
        region=region.names if region else None,
        faction=faction.names if faction else None,
        starts_on=mandate.starts_on or convocation.starts_on,
        ends_on=mandate.ends_on or convocation.ends_on,
        takes_appeals=convocation.takes_appeals,
    )


async def deputy(uow: UnitOfWork, mandate_id: int) -> Deputy:
    """Raises NotFound."""

    async def read() -> Deputy:
        row = (await uow.session.execute(deputies().where(Mandate.id == mandate_id))).first()
        if row is None:
            raise NotFound("deputy", mandate_id)
        return as_deputy(row)

    return await kept(uow, (Deputy, mandate_id), read)


async def of_home_districts(uow: UnitOfWork, actor: Actor) -> list[Deputy]:
    """The deputies of the districts that a person calls their own."""
    homes = select(HomeDistrict.district_id).where(HomeDistrict.user_id == actor.user_id)
    rows = await uow.session.execute(
        deputies().where(Mandate.district_id.in_(homes)).order_by(Mandate.id)
    )
    return [as_deputy(row) for row in rows]
