"""Updates that came in and messages that must go out."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class InboxUpdate(Base):
    """One raw update, stored before it is confirmed. The id makes it handled once."""

    __tablename__ = "inbox"
    __table_args__ = (Index("ix_inbox_work", "state", "update_id"),)

    update_id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    payload: Mapped[str | None] = mapped_column(Text)  # removed when it is done
    state: Mapped[str] = mapped_column(String(10))  # new, done, dead
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(String(500))
    received_at: Mapped[datetime]
    try_after: Mapped[datetime | None]


_waiting = text("state IN ('new', 'sending')")
_lost = text("state = 'undeliverable'")


class OutboxMessage(Base):
    """Something that must reach somebody: kind and facts, no text; rendered when it is sent."""

    __tablename__ = "outbox"
    __table_args__ = (
        # Whatever number has gone: of each priority the next ones, of each person the first one.
        Index(
            "ix_outbox_waiting", "priority", "due_at", "id",
            sqlite_where=_waiting, postgresql_where=_waiting,
        ),
        Index(
            "ix_outbox_line", "recipient_id", "id",
            sqlite_where=_waiting, postgresql_where=_waiting,
        ),
        Index("ix_outbox_lost", "id", sqlite_where=_lost, postgresql_where=_lost),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(String(120), unique=True)  # what, for whom, for which date
    kind: Mapped[str] = mapped_column(String(40))
    recipient_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    chat_id: Mapped[int | None] = mapped_column(BigInteger)  # a group, in place of their own chat
    facts: Mapped[dict[str, Any]]
    priority: Mapped[int]  # 0 first
    due_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(15))  # new, sending, sent, cancelled, undeliverable
    parts_sent: Mapped[int] = mapped_column(default=0)
    attempts: Mapped[int] = mapped_column(default=0)
    error: Mapped[str | None] = mapped_column(String(500))
    claimed_until: Mapped[datetime | None]
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
