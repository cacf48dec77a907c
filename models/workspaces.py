"""The workspace of a deputy: notes among colleagues, stock texts, and the group with its topics."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class CaseNote(Base):
    """Internal: the voter never sees it."""

    __tablename__ = "case_notes"

    id: Mapped[int] = mapped_column(primary_key=True)
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"), index=True)
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    text: Mapped[str] = mapped_column(Text)
    created_at: Mapped[datetime]


class AnswerTemplate(Base):
    """A text to begin an answer with. An interim one ("we received your letter") stops no clock."""

    __tablename__ = "answer_templates"
    __table_args__ = (UniqueConstraint("mandate_id", "title"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    mandate_id: Mapped[int] = mapped_column(ForeignKey("mandates.id"))
    title: Mapped[str] = mapped_column(String(60))
    text: Mapped[str] = mapped_column(Text)
    interim: Mapped[bool] = mapped_column(default=False)
    created_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime]


class WorkspaceGroup(Base):
    """A Telegram group with topics that a workspace works in; the database stays the truth."""

    __tablename__ = "workspace_groups"

    id: Mapped[int] = mapped_column(primary_key=True)
    mandate_id: Mapped[int] = mapped_column(ForeignKey("mandates.id"), unique=True)
    chat_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    language: Mapped[str] = mapped_column(String(2))
    with_names: Mapped[bool] = mapped_column(default=False)  # whether letters show who signed them
    linked_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    linked_at: Mapped[datetime]


class CaseTopic(Base):
    """The topic of an appeal in the group; a new row's thread replaces one that was deleted."""

    __tablename__ = "case_topics"
    __table_args__ = (UniqueConstraint("chat_id", "thread_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"), unique=True)
    chat_id: Mapped[int] = mapped_column(BigInteger)
    thread_id: Mapped[int]
    created_at: Mapped[datetime]
