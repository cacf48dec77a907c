"""Appeals with their attachments, answers, handovers and append-only events."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Appeal(Base):
    """A voter's letter to a deputy, from draft to close. Lateness is computed, never stored."""

    __tablename__ = "appeals"
    __table_args__ = (
        UniqueConstraint("assembly_id", "year", "serial"),
        Index("ix_appeals_author", "author_id", "id"),
        Index("ix_appeals_inbox", "mandate_id", "state", "answer_due"),
        Index("ix_appeals_expiry", "state", "expires_at"),
        Index("ix_appeals_since", "state", "state_since"),
        Index("ix_appeals_due", "state", "answer_due"),
        Index("ix_appeals_parent", "parent_id"),
        Index("ix_appeals_newest", "mandate_id", "id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    mandate_id: Mapped[int] = mapped_column(ForeignKey("mandates.id"))
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    state: Mapped[str] = mapped_column(String(20))  # domain.appeals.State
    kind: Mapped[str | None] = mapped_column(String(20))  # domain.appeals.Kind
    topic: Mapped[str | None] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(2))
    visibility: Mapped[str] = mapped_column(String(10), default="private")
    text: Mapped[str] = mapped_column(Text, default="")
    sender_name: Mapped[str | None] = mapped_column(String(200))  # as the voter chose to sign
    sender_place: Mapped[str | None] = mapped_column(String(200))
    summary: Mapped[str | None] = mapped_column(Text)  # what may be public, as the author wrote it
    created_at: Mapped[datetime]
    # Of a draft, of a letter that was returned, and of what is left of an anonymised one.
    expires_at: Mapped[datetime | None]
    state_since: Mapped[datetime | None]
    held_for: Mapped[str | None] = mapped_column(String(20))  # domain.appeals.HoldReason
    returned_for: Mapped[str | None] = mapped_column(String(20))  # domain.appeals.ReturnReason
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("appeals.id"))  # joined, merged, child
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    year: Mapped[int | None]
    serial: Mapped[int | None]
    number: Mapped[str | None] = mapped_column(String(40), unique=True)
    received_at: Mapped[datetime | None]
    registered_on: Mapped[date | None]
    clock_started_on: Mapped[date | None]  # the day from which the two dates count
    clock_rule: Mapped[str] = mapped_column(String(20), default="answer")  # domain.terms.RuleId
    ack_due: Mapped[date | None]
    answer_due: Mapped[date | None]
    handover_due: Mapped[date | None]  # by when a coordinator passes it on
    reply_due: Mapped[date | None]  # by when the author replies to what was asked
    calendar_version: Mapped[str | None] = mapped_column(String(40))
    outcome: Mapped[str | None] = mapped_column(String(20))  # domain.appeals.Outcome
    closed_as: Mapped[str | None] = mapped_column(String(20))  # domain.appeals.Closing
    secret_word: Mapped[str | None] = mapped_column(String(40))  # lets others verify the receipt
    e_otinish_number: Mapped[str | None] = mapped_column(String(60))  # as the author typed it
    e_otinish_on: Mapped[date | None]
    salt: Mapped[str] = mapped_column(String(32))  # of the digests in the events


class Attachment(Base):
    """A photo or document as Telegram's file id: of the letter, or of one of the things named."""

    __tablename__ = "attachments"

    id: Mapped[int] = mapped_column(primary_key=True)
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"), index=True)
    answer_id: Mapped[int | None] = mapped_column(ForeignKey("answers.id"))
    clarification_id: Mapped[int | None] = mapped_column(ForeignKey("clarifications.id"))
    redirection_id: Mapped[int | None] = mapped_column(ForeignKey("redirections.id"))
    kind: Mapped[str] = mapped_column(String(10))  # photo, document
    file_id: Mapped[str] = mapped_column(String(300))
    file_unique_id: Mapped[str] = mapped_column(String(100))
    file_name: Mapped[str | None] = mapped_column(String(300))


class Answer(Base):
    __tablename__ = "answers"

    id: Mapped[int] = mapped_column(primary_key=True)
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    text: Mapped[str] = mapped_column(Text, default="")
    outcome: Mapped[str | None] = mapped_column(String(20))
    came_by: Mapped[str] = mapped_column(String(20))  # bot, or how it reached the coordinator
    interim: Mapped[bool] = mapped_column(default=False)  # a word on the way: no outcome, no answer
    created_at: Mapped[datetime]
    touched_at: Mapped[datetime | None]  # while it is fresh, others see that somebody is answering
    sent_at: Mapped[datetime | None]  # empty while it is being written


class Handover(Base):
    """How a coordinator passed an appeal to a deputy who has no workspace."""

    __tablename__ = "handovers"

    id: Mapped[int] = mapped_column(primary_key=True)
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"), index=True)
    coordinator_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    way: Mapped[str] = mapped_column(String(20))  # domain.appeals.Way
    reference: Mapped[str | None] = mapped_column(String(200))
    handed_on: Mapped[date]
    created_at: Mapped[datetime]


class AppealEvent(Base):
    """What happened, in a hash chain. Holds ids, states, times and digests, never text or names."""

    __tablename__ = "appeal_events"
    __table_args__ = (UniqueConstraint("appeal_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"))
    position: Mapped[int]
    action: Mapped[str] = mapped_column(String(30))
    state: Mapped[str] = mapped_column(String(20))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    actor_role: Mapped[str] = mapped_column(String(20))
    at: Mapped[datetime]
    data: Mapped[dict[str, Any]]
    previous: Mapped[str] = mapped_column(String(64))
    digest: Mapped[str] = mapped_column(String(64))


class NumberCounter(Base):
    """The last serial given out in an assembly and year; taken in the appeal's own transaction."""

    __tablename__ = "number_counters"

    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True)
    value: Mapped[int]
