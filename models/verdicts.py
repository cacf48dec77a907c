"""Verdicts about promises and what the deputy's side says to what is recorded about it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class StatusChange(Base):
    """A proposed status of a promise. The newest public one is its status; the rest is history."""

    __tablename__ = "status_changes"
    __table_args__ = (
        Index("ix_status_changes_promise", "promise_id", "state"),
        Index("ix_status_changes_due", "state", "reply_due"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    promise_id: Mapped[int] = mapped_column(ForeignKey("promises.id"))
    status: Mapped[str] = mapped_column(String(20))  # domain.promises.PromiseStatus
    reason: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(String(20))  # domain.promises.ChangeState
    proposed_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    proposed_at: Mapped[datetime]
    reviewed_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    reviewed_at: Mapped[datetime | None]
    returned_for: Mapped[str | None] = mapped_column(String(20))  # domain.records.ReturnReason
    reply_due: Mapped[date | None]  # until then the deputy may reply before it is public
    reached_deputy: Mapped[bool | None]  # False: the deputy is not in the bot; said beside it
    published_at: Mapped[datetime | None]


class DeputyResponse(Base):
    """The deputy's side answers or disputes what is recorded; it stands beside the fact."""

    __tablename__ = "deputy_responses"
    __table_args__ = (Index("ix_deputy_responses_queue", "kind", "settled_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mandate_id: Mapped[int] = mapped_column(ForeignKey("mandates.id"), index=True)
    kind: Mapped[str] = mapped_column(String(10))  # domain.promises.ResponseKind
    text: Mapped[str] = mapped_column(Text)
    written_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    written_at: Mapped[datetime]
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    settled_at: Mapped[datetime | None]
    decision: Mapped[str | None] = mapped_column(String(20))  # domain.promises.Decision
    decided_because: Mapped[str | None] = mapped_column(Text)
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"), index=True)
    request_id: Mapped[int | None] = mapped_column(ForeignKey("deputy_requests.id"), index=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("programme_events.id"), index=True)
    change_id: Mapped[int | None] = mapped_column(ForeignKey("status_changes.id"), index=True)
    figure_id: Mapped[int | None] = mapped_column(ForeignKey("stated_figures.id"), index=True)
