"""What is done with an appeal on its way: questions, more time, redirection, supporters, words."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Clarification(Base):
    """A question to the author; the answer's clock stands until the reply."""

    __tablename__ = "clarifications"

    id: Mapped[int] = mapped_column(primary_key=True)
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"), index=True)
    asked_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    question: Mapped[str] = mapped_column(Text)
    asked_at: Mapped[datetime]
    reply: Mapped[str | None] = mapped_column(Text)
    replied_at: Mapped[datetime | None]


class Extension(Base):
    """More time for the answer, by a reasoned decision."""

    __tablename__ = "extensions"

    id: Mapped[int] = mapped_column(primary_key=True)
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"), index=True)
    decided_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    reason: Mapped[str] = mapped_column(Text)
    was_due: Mapped[date]
    until: Mapped[date]
    decided_at: Mapped[datetime]


class ExtensionRequest(Base):
    """The deputy asks for more time once again: a coordinator decides."""

    __tablename__ = "extension_requests"

    id: Mapped[int] = mapped_column(primary_key=True)
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"), index=True)
    asked_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    reason: Mapped[str] = mapped_column(Text)
    until: Mapped[date]
    asked_at: Mapped[datetime]
    decided_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime | None]
    granted: Mapped[bool | None]


class Redirection(Base):
    """To the body that is competent; `child_id` where it went on as a case of this bot."""

    __tablename__ = "redirections"

    id: Mapped[int] = mapped_column(primary_key=True)
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"), index=True)
    redirected_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    body: Mapped[str] = mapped_column(String(300))
    reference: Mapped[str | None] = mapped_column(String(200))  # the letter or its number
    child_id: Mapped[int | None] = mapped_column(ForeignKey("appeals.id"))
    redirected_at: Mapped[datetime]


class Supporter(Base):
    """A voter who joined somebody's appeal; counted once, told of every answer."""

    __tablename__ = "supporters"
    __table_args__ = (UniqueConstraint("appeal_id", "user_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    joined_at: Mapped[datetime]


class Addition(Base):
    """What was added after the letter: why it is disputed, a second letter, why it was decided so.

    `reason` is one of the fixed list of its action; a coordinator's own words may be left out.
    """

    __tablename__ = "additions"

    id: Mapped[int] = mapped_column(primary_key=True)
    appeal_id: Mapped[int] = mapped_column(ForeignKey("appeals.id"), index=True)
    action: Mapped[str] = mapped_column(String(30))  # domain.life_cycle.Action
    author_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    reason: Mapped[str | None] = mapped_column(String(30))  # domain.decisions
    text: Mapped[str] = mapped_column(Text, default="")
    added_at: Mapped[datetime]
