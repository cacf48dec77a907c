"""Work that takes longer than a blink: queued in an update, done outside of its transaction."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Job(Base):
    """`progress` of `total` steps are done; whoever asked may cancel it."""

    __tablename__ = "jobs"
    __table_args__ = (Index("ix_jobs_state", "state", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(30))  # report
    requested_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    facts: Mapped[dict[str, Any]]
    state: Mapped[str] = mapped_column(String(20))  # new, running, done, failed, cancelled
    progress: Mapped[int] = mapped_column(default=0)
    total: Mapped[int] = mapped_column(default=0)
    path: Mapped[str | None] = mapped_column(String(300))
    error: Mapped[str | None] = mapped_column(String(300))
    created_at: Mapped[datetime]
    claimed_until: Mapped[datetime | None]
    finished_at: Mapped[datetime | None]
