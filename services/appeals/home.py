"""The district that an author calls their own: the deputy's side sees it, not who it is."""

from dataclasses import dataclass

from sqlalchemy import select

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


async def home_of(uow: UnitOfWork, user_id: int, deputy: Deputy) -> Home | None:
    """None where the author has not said which district is theirs in this assembly."""
    row = (
        await uow.session.execute(
            select(District.id, District.number, Region)
            .join(HomeDistrict, HomeDistrict.district_id == District.id)
            .outerjoin(Region, Region.id == District.region_id)
            .where(
                HomeDistrict.user_id == user_id,
                HomeDistrict.assembly_id == deputy.assembly_id,
            )
        )
    ).first()
    if row is None:
        return None
    district_id, number = row[0], row[1]
    region: Region | None = row[2]
    return Home(
        number, region.names if region is not None else None, same=district_id == deputy.district_id
    )
