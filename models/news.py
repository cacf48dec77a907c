"""What people follow, when they want to hear of it, and what the deputy's side announces."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base
from models.programmes import Worded


class Subscription(Base):
    """Somebody follows a deputy, a promise, a topic in a district, or an appeal they joined."""

    __tablename__ = "subscriptions"
    __table_args__ = (
        UniqueConstraint("user_id", "what", "mandate_id", "promise_id", "district_id", "topic"),
        Index("ix_subscriptions_mandate", "mandate_id"),
        Index("ix_subscriptions_promise", "promise_id"),
        Index("ix_subscriptions_district", "district_id", "topic"),
        Index("ix_subscriptions_appeal", "appeal_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    what: Mapped[str] = mapped_column(String(10))  # domain.digests.Followed
    mandate_id: Mapped[int | None] = mapped_column(ForeignKey("mandates.id"))
    promise_id: Mapped[int | None] = mapped_column(ForeignKey("promises.id"))
    district_id: Mapped[int | None] = mapped_column(ForeignKey("districts.id"))
    topic: Mapped[str | None] = mapped_column(String(20))
    appeal_id: Mapped[int | None] = mapped_column(ForeignKey("appeals.id"))
    at_once: Mapped[bool] = mapped_column(default=False)  # else in the weekly digest
    announcements: Mapped[bool] = mapped_column(default=True)  # at once, also without the above
    created_at: Mapped[datetime]


class DigestPlan(Base):
    """When somebody gets the weekly digest. `cursor` is where the last one ended."""

    __tablename__ = "digest_plans"
    __table_args__ = (Index("ix_digest_plans_next", "next_at"),)

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), primary_key=True)
    weekday: Mapped[int] = mapped_column(default=0)  # 0 is Monday
    hour: Mapped[int] = mapped_column(default=9)  # local
    quiet_when_empty: Mapped[bool] = mapped_column(default=False)
    cursor: Mapped[datetime]
    next_at: Mapped[datetime | None]  # empty: switched off


class Announcement(Worded, Base):
    """A meeting, reception, report or news, by the deputy's side. A change is a new `version`."""

    __tablename__ = "announcements"
    __table_args__ = (
        Index("ix_announcements_mandate", "mandate_id", "state", "starts_at"),
        Index("ix_announcements_start", "state", "starts_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    mandate_id: Mapped[int] = mapped_column(ForeignKey("mandates.id"))
    kind: Mapped[str] = mapped_column(String(10))  # domain.announcements.AnnouncementKind
    state: Mapped[str] = mapped_column(String(10))  # domain.announcements.AnnouncementState
    version: Mapped[int] = mapped_column(default=1)
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    place: Mapped[str | None] = mapped_column(String(300))
    url: Mapped[str | None] = mapped_column(String(2000))
    created_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime]
    published_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]  # cancelled by the side, or stopped
    ended_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    end_reason: Mapped[str | None] = mapped_column(Text)


class Attendance(Base):
    """Somebody said "I will come", and afterwards whether it took place."""

    __tablename__ = "attendances"
    __table_args__ = (UniqueConstraint("announcement_id", "user_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    announcement_id: Mapped[int] = mapped_column(ForeignKey("announcements.id"))
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    coming: Mapped[bool]
    answered_at: Mapped[datetime]
    took_place: Mapped[bool | None]


class ReceptionSlot(Base):
    """A time for one visit. Booking is one UPDATE of a slot that nobody has."""

    __tablename__ = "reception_slots"
    __table_args__ = (
        UniqueConstraint("mandate_id", "starts_at"),
        Index("ix_reception_slots_voter", "booked_by", "starts_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    mandate_id: Mapped[int] = mapped_column(ForeignKey("mandates.id"))
    announcement_id: Mapped[int | None] = mapped_column(ForeignKey("announcements.id"))
    starts_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    place: Mapped[str | None] = mapped_column(String(300))
    opened_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    closed_at: Mapped[datetime | None]  # the side took it away
    booked_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    booked_at: Mapped[datetime | None]  # stays when it becomes free
    freed_at: Mapped[datetime | None]
    booking: Mapped[int] = mapped_column(default=0)  # counts bookings: reminders of old ones lapse
    subject: Mapped[str | None] = mapped_column(String(300))


class Broadcast(Base):
    """One thing told to many. `cursor` is the last user it was made for, so a kill loses none."""

    __tablename__ = "broadcasts"
    __table_args__ = (
        Index("ix_broadcasts_state", "state", "id"),
        UniqueConstraint("kind", "subject_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))  # of the outbox messages it makes
    announcement_id: Mapped[int | None] = mapped_column(ForeignKey("announcements.id"))
    subject_id: Mapped[int | None]  # what else it is about, by its kind: a meeting, a change
    version: Mapped[int] = mapped_column(default=1)  # of the announcement
    state: Mapped[str] = mapped_column(String(10))  # building, sending, done, cancelled
    cursor: Mapped[int] = mapped_column(default=0)
    built: Mapped[int] = mapped_column(default=0)
    created_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime]
    finished_at: Mapped[datetime | None]
