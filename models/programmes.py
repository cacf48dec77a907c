"""Election programmes, their promises, and theses of parties."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from domain.names import Names
from models.base import Base, Sourced


class Worded:
    """A text in three languages, each possibly missing."""

    text_kk: Mapped[str | None] = mapped_column(String(2000))
    text_ru: Mapped[str | None] = mapped_column(String(2000))
    text_en: Mapped[str | None] = mapped_column(String(2000))

    @property
    def texts(self) -> Names:
        return Names(kk=self.text_kk, ru=self.text_ru, en=self.text_en)


class Programme(Sourced, Base):
    __tablename__ = "programmes"

    id: Mapped[int] = mapped_column(primary_key=True)
    mandate_id: Mapped[int] = mapped_column(ForeignKey("mandates.id"), unique=True)
    availability: Mapped[str] = mapped_column(String(20))  # domain.programmes.Availability
    kind: Mapped[str] = mapped_column(String(20))  # domain.programmes.ProgrammeKind
    url: Mapped[str | None] = mapped_column(String(2000))
    note: Mapped[str | None] = mapped_column(String(2000))
    link_checked_at: Mapped[datetime | None]
    link_failed_on: Mapped[date | None]  # the first day on which the link led nowhere


class Promise(Worded, Sourced, Base):
    __tablename__ = "promises"
    __table_args__ = (UniqueConstraint("programme_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"))
    position: Mapped[int]
    topic: Mapped[str] = mapped_column(String(60))
    thesis_id: Mapped[int | None] = mapped_column(ForeignKey("theses.id"))
    indicator: Mapped[str | None] = mapped_column(String(1000))  # by what it can be measured
    scope: Mapped[str | None] = mapped_column(String(10))  # domain.promises.PromiseScope


class Thesis(Worded, Sourced, Base):
    """A point of a party's own programme that deputies adapt."""

    __tablename__ = "theses"
    __table_args__ = (UniqueConstraint("party", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    party: Mapped[str] = mapped_column(String(60))
    number: Mapped[int]
    slug: Mapped[str] = mapped_column(String(60))
