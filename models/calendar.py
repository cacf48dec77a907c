"""Changes of the calendar that coordinators enter: days moved or declared by the government."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Named


class CalendarOverride(Base, Named):
    """One day that is worked, or not worked, against the rule. The names say why."""

    __tablename__ = "calendar_overrides"

    day: Mapped[date] = mapped_column(primary_key=True)
    working: Mapped[bool]
    source: Mapped[str | None] = mapped_column(String(1000))
    entered_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    entered_at: Mapped[datetime]
