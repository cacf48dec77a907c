"""Assemblies, their convocations, districts and factions."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Named, Sourced


class Assembly(Named, Sourced, Base):
    """A body with deputies. `code` opens the registration numbers of its appeals."""

    __tablename__ = "assemblies"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    code: Mapped[str] = mapped_column(String(8), unique=True)
    # national, region, republican_city, city, district
    level: Mapped[str] = mapped_column(String(20))
    region_id: Mapped[int | None] = mapped_column(ForeignKey("regions.id"), index=True)
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"), index=True)
    seats: Mapped[int | None]
    seats_single_mandate: Mapped[int | None]


class Convocation(Sourced, Base):
    """One term of an assembly. `takes_appeals` is edited by coordinators; import sets it once."""

    __tablename__ = "convocations"
    __table_args__ = (UniqueConstraint("assembly_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    number: Mapped[int]
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    takes_appeals: Mapped[bool]


class District(Sourced, Base):
    """A single-mandate district. Territory is a description, not a border."""

    __tablename__ = "districts"
    __table_args__ = (UniqueConstraint("convocation_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    convocation_id: Mapped[int] = mapped_column(ForeignKey("convocations.id"))
    number: Mapped[int]
    region_id: Mapped[int | None] = mapped_column(ForeignKey("regions.id"), index=True)
    territory_kk: Mapped[str | None] = mapped_column(String(1000))
    territory_ru: Mapped[str | None] = mapped_column(String(1000))
    territory_en: Mapped[str | None] = mapped_column(String(1000))
    electorate: Mapped[int | None]
    electorate_on: Mapped[date | None]
    electorate_source: Mapped[str | None] = mapped_column(String(1000))


class Faction(Named, Sourced, Base):
    __tablename__ = "factions"
    __table_args__ = (UniqueConstraint("convocation_id", "slug"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    convocation_id: Mapped[int] = mapped_column(ForeignKey("convocations.id"))
    slug: Mapped[str] = mapped_column(String(60))
    members: Mapped[int | None]


class DirectoryVersion(Base):
    """One row for each import that changed something: caches of the directory follow it."""

    __tablename__ = "directory_versions"

    id: Mapped[int] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(String(64))
    data_date: Mapped[date | None]  # what the data describe is as of this day
    imported_at: Mapped[datetime]
