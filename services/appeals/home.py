"""The district that an author calls their own: the deputy's side sees it, not who it is."""

from dataclasses import dataclass

from sqlalchemy import bindparam, select

from domain.names import Names
from models.assemblies import District
from models.geography import Region
from models.users import HomeDistrict
from services.directory import Deputy
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Home:
    """`same`: it is the district of the deputy who is written to."""

    number: int
    region: Names | None
    same: bool


_home, _district, _region = HomeDistrict.__table__, District.__table__, Region.__table__
_HOME = (
    select(
        _district.c.id,
        _district.c.number,
        _region.c.name_kk,
        _region.c.name_ru,
        _region.c.name_en,
    )
    .select_from(_home)
    .join(_district, _district.c.id == _home.c.district_id)
    .outerjoin(_region, _region.c.id == _district.c.region_id)
    .where(_home.c.user_id == bindparam("user_id"), _home.c.assembly_id == bindparam("assembly_id"))
)


async def home_of(uow: UnitOfWork, user_id: int, deputy: Deputy) -> Home | None:
    """None where the author has not said which district is theirs in this assembly."""
    key = {"user_id": user_id, "assembly_id": deputy.assembly_id}
    row = (await uow.session.execute(_HOME, key)).first()
    if row is None:
        return None
    district_id, number, *names = row
    ru = names[1]
    region = Names(*names) if ru is not None else None
    return Home(number, region, same=district_id == deputy.district_id)
