"""Persons, every spelling of their names, and their mandates."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Named, Sourced


class Person(Named, Sourced, Base):
    __tablename__ = "persons"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), unique=True)
    # For coordinators: doubts about the name.
    note: Mapped[str | None] = mapped_column(String(2000))


class PersonSpelling(Base):
    """A form of the name met in a source, right or wrong: searched, never shown as the name."""

    __tablename__ = "person_spellings"
    __table_args__ = (UniqueConstraint("person_id", "spelling"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    spelling: Mapped[str] = mapped_column(String(200))


class Mandate(Sourced, Base):
    """A person's seat. Without a district: from a list, or the district is not known."""

    __tablename__ = "mandates"
    __table_args__ = (UniqueConstraint("person_id", "convocation_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    convocation_id: Mapped[int] = mapped_column(ForeignKey("convocations.id"), index=True)
    kind: Mapped[str] = mapped_column(String(20))  # district, list
    district_id: Mapped[int | None] = mapped_column(ForeignKey("districts.id"), index=True)
    district_source: Mapped[str | None] = mapped_column(String(1000))
    # Who filled a gap of the data; empty while the district is as imported.
    district_set_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    district_set_at: Mapped[datetime | None]
    faction_id: Mapped[int | None] = mapped_column(ForeignKey("factions.id"))
    faction_source: Mapped[str | None] = mapped_column(String(1000))
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
