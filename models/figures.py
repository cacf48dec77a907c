"""Figures that a source states. Never mixed with what the registers count."""

from datetime import date

from sqlalchemy import Float, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Sourced


class StatedFigure(Sourced, Base):
    """One figure as a source prints it, about a mandate, a faction or the whole convocation.

    Without a convocation it is about all assemblies together.
    """

    __tablename__ = "stated_figures"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(120), unique=True)
    convocation_id: Mapped[int | None] = mapped_column(ForeignKey("convocations.id"), index=True)
    mandate_id: Mapped[int | None] = mapped_column(ForeignKey("mandates.id"), index=True)
    faction_id: Mapped[int | None] = mapped_column(ForeignKey("factions.id"))
    measure: Mapped[str] = mapped_column(String(120))
    value: Mapped[float] = mapped_column(Float)
    unit: Mapped[str] = mapped_column(String(40))
    period_from: Mapped[date | None]
    period_to: Mapped[date | None]
