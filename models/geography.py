"""Regions and places, and which districts a place lies in."""

from sqlalchemy import Float, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Named, Sourced


class Region(Named, Base):
    __tablename__ = "regions"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(60), unique=True)
    position: Mapped[int]


class RegionAlias(Base):
    """A former or second name of a region or a republican city."""

    __tablename__ = "region_aliases"
    __table_args__ = (UniqueConstraint("region_id", "alias"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"))
    alias: Mapped[str] = mapped_column(String(200))


class Place(Named, Base):
    """A city, a district of a region or of a city, with a point inside it (degrees, WGS 84)."""

    __tablename__ = "places"

    id: Mapped[int] = mapped_column(primary_key=True)
    kato: Mapped[str] = mapped_column(String(12), unique=True)
    region_id: Mapped[int] = mapped_column(ForeignKey("regions.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))  # city, district, city_district
    latitude: Mapped[float] = mapped_column(Float)
    longitude: Mapped[float] = mapped_column(Float)


class PlaceAlias(Base):
    """A former or second name that people still type."""

    __tablename__ = "place_aliases"
    __table_args__ = (UniqueConstraint("place_id", "alias"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"))
    alias: Mapped[str] = mapped_column(String(200))


class PlaceDistrict(Sourced, Base):
    """A place lies in a district for certain, or may lie in it (several rows say: one of these)."""

    __tablename__ = "place_districts"
    __table_args__ = (UniqueConstraint("place_id", "district_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("places.id"))
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"), index=True)
    certain: Mapped[bool]
