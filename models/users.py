"""People who talk to the bot, their roles, invitations and consents. Their names are not kept."""

from datetime import datetime

from sqlalchemy import BigInteger, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    telegram_id: Mapped[int] = mapped_column(BigInteger, unique=True)
    language: Mapped[str] = mapped_column(String(2))
    language_chosen: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    blocked_at: Mapped[datetime | None]  # Telegram said that the person blocked the bot


class HomeDistrict(Base):
    """The district that somebody calls theirs: one for each assembly."""

    __tablename__ = "home_districts"
    __table_args__ = (UniqueConstraint("user_id", "assembly_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    assembly_id: Mapped[int] = mapped_column(ForeignKey("assemblies.id"))
    district_id: Mapped[int] = mapped_column(ForeignKey("districts.id"))


class Consent(Base):
    __tablename__ = "consents"
    __table_args__ = (UniqueConstraint("user_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    version: Mapped[str] = mapped_column(String(20))
    given_at: Mapped[datetime]


class Grant(Base):
    """A role: deputy and assistant for a mandate, the others for an assembly or for all."""

    __tablename__ = "grants"
    __table_args__ = (Index("ix_grants_active", "user_id", "revoked_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    role: Mapped[str] = mapped_column(String(20))  # domain.roles.Role
    mandate_id: Mapped[int | None] = mapped_column(ForeignKey("mandates.id"), index=True)
    assembly_id: Mapped[int | None] = mapped_column(ForeignKey("assemblies.id"))
    granted_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    granted_at: Mapped[datetime]
    revoked_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    revoked_at: Mapped[datetime | None]
    short_name: Mapped[str | None] = mapped_column(String(30))  # for colleagues, as chosen by them


class Invite(Base):
    """A one-time link. Only the digest of its token is kept."""

    __tablename__ = "invites"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_digest: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(20))
    mandate_id: Mapped[int | None] = mapped_column(ForeignKey("mandates.id"))
    assembly_id: Mapped[int | None] = mapped_column(ForeignKey("assemblies.id"))
    created_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
