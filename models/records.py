"""What activists record about deputies: meetings, requests, what became of programmes; evidence."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Json, Sourced
from models.programmes import Worded


class Recorded(Sourced):
    """Who recorded a fact (nobody: imported), where it was met, what a reviewer decided."""

    state: Mapped[str] = mapped_column(String(20))  # domain.records.RecordState
    recorded_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime]
    touched_at: Mapped[datetime | None]  # by the recorder, while it is a draft
    submitted_at: Mapped[datetime | None]
    reviewed_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    reviewed_at: Mapped[datetime | None]
    returned_for: Mapped[str | None] = mapped_column(String(20))  # domain.records.ReturnReason
    return_note: Mapped[str | None] = mapped_column(Text)
    source_kind: Mapped[str | None] = mapped_column(String(20))  # domain.records.SourceKind
    source_url: Mapped[str | None] = mapped_column(String(2000))


class Meeting(Recorded, Base):
    """A meeting of a deputy with voters, as somebody saw it or read of it."""

    __tablename__ = "meetings"
    __table_args__ = (
        Index("ix_meetings_mandate", "mandate_id", "held_on"),
        Index("ix_meetings_queue", "state", "submitted_at"),
        Index("ix_meetings_recorder", "recorded_by", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    # Empty only while it is being written.
    mandate_id: Mapped[int | None] = mapped_column(ForeignKey("mandates.id"))
    held_on: Mapped[date | None]
    period_from: Mapped[date | None]  # where the source tells only a period
    period_to: Mapped[date | None]
    format: Mapped[str | None] = mapped_column(String(20))  # domain.records.MeetingFormat
    place_id: Mapped[int | None] = mapped_column(ForeignKey("places.id"))
    place_text: Mapped[str | None] = mapped_column(String(300))
    inside: Mapped[bool | None]  # in the deputy's district; None: cannot be told
    inside_set_by: Mapped[int | None] = mapped_column(ForeignKey("users.id"))  # None: computed
    attendance: Mapped[int | None]
    topics: Mapped[list[str]] = mapped_column(Json, default=list)  # domain.appeals.Topic
    wishes: Mapped[str | None] = mapped_column(Text)
    announcement_id: Mapped[int | None] = mapped_column(ForeignKey("announcements.id"), index=True)
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"))


class DeputyRequest(Recorded, Worded, Base):
    """A formal request by a deputy to an official. The texts say what it is about."""

    __tablename__ = "deputy_requests"
    __table_args__ = (
        Index("ix_deputy_requests_initiator", "initiator_id", "sent_on"),
        Index("ix_deputy_requests_queue", "state", "submitted_at"),
        Index("ix_deputy_requests_recorder", "recorded_by", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str | None] = mapped_column(String(80), unique=True)
    convocation_id: Mapped[int | None] = mapped_column(ForeignKey("convocations.id"), index=True)
    initiator_id: Mapped[int | None] = mapped_column(ForeignKey("mandates.id"))
    signatories_complete: Mapped[bool] = mapped_column(default=True)
    signatories_stated: Mapped[int | None]  # how many the source says
    is_group: Mapped[bool] = mapped_column(default=False)  # several requests told as one
    sent_on: Mapped[date | None]
    period_from: Mapped[date | None]
    period_to: Mapped[date | None]
    addressee: Mapped[str | None] = mapped_column(String(300))
    body: Mapped[str | None] = mapped_column(Text)
    topics: Mapped[list[str]] = mapped_column(Json, default=list)  # domain.appeals.Topic
    issues: Mapped[list[str]] = mapped_column(Json, default=list)  # domain.records.Issue
    relates_programme: Mapped[str] = mapped_column(String(20), default="not_stated")  # Relation
    socially_significant: Mapped[bool | None]
    reply_on: Mapped[date | None]
    reply: Mapped[str | None] = mapped_column(Text)
    conflict: Mapped[str | None] = mapped_column(String(1000))  # where sources tell it differently
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("deputy_requests.id"))


class RequestSignatory(Base):
    __tablename__ = "request_signatories"
    __table_args__ = (UniqueConstraint("request_id", "mandate_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    request_id: Mapped[int] = mapped_column(ForeignKey("deputy_requests.id"))
    mandate_id: Mapped[int] = mapped_column(ForeignKey("mandates.id"), index=True)


class ProgrammeEvent(Recorded, Base):
    """One step in the search for a programme: found, asked for, came, the link died."""

    __tablename__ = "programme_events"
    __table_args__ = (
        Index("ix_programme_events_mandate", "mandate_id", "happened_on"),
        Index("ix_programme_events_queue", "state", "submitted_at"),
        Index("ix_programme_events_recorder", "recorded_by", "state"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    mandate_id: Mapped[int | None] = mapped_column(ForeignKey("mandates.id"))
    kind: Mapped[str | None] = mapped_column(String(20))  # domain.records.ProgrammeEventKind
    happened_on: Mapped[date | None]
    note: Mapped[str | None] = mapped_column(Text)
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("programme_events.id"))


class ProgrammeCopy(Base):
    """An archived copy of a programme: the file as it was on that day."""

    __tablename__ = "programme_copies"
    __table_args__ = (UniqueConstraint("programme_id", "sha256"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    programme_id: Mapped[int] = mapped_column(ForeignKey("programmes.id"))
    url: Mapped[str | None] = mapped_column(String(2000))
    file_id: Mapped[str | None] = mapped_column(String(300))  # where a person sent the file
    path: Mapped[str | None] = mapped_column(String(300))  # where it was fetched and kept
    file_name: Mapped[str | None] = mapped_column(String(300))
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    kept_at: Mapped[datetime]


class PromiseTouch(Base):
    """A promise that a meeting, a request or an appeal is about."""

    __tablename__ = "promise_touches"
    __table_args__ = (UniqueConstraint("promise_id", "meeting_id", "request_id", "appeal_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    promise_id: Mapped[int] = mapped_column(ForeignKey("promises.id"))
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"), index=True)
    request_id: Mapped[int | None] = mapped_column(ForeignKey("deputy_requests.id"), index=True)
    appeal_id: Mapped[int | None] = mapped_column(ForeignKey("appeals.id"), index=True)
    relation: Mapped[str] = mapped_column(String(20), default="direct")  # domain.records.Relation


class Evidence(Base):
    """A link, photo or document behind exactly one of the things in the last columns."""

    __tablename__ = "evidence"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))  # link, photo, document
    url: Mapped[str | None] = mapped_column(String(2000))
    file_id: Mapped[str | None] = mapped_column(String(300))
    file_unique_id: Mapped[str | None] = mapped_column(String(100))
    file_name: Mapped[str | None] = mapped_column(String(300))
    dated: Mapped[date | None]
    copy_tries: Mapped[int] = mapped_column(default=0)  # to keep a copy of it
    copy_tried_at: Mapped[datetime | None]
    added_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    added_at: Mapped[datetime]
    meeting_id: Mapped[int | None] = mapped_column(ForeignKey("meetings.id"), index=True)
    request_id: Mapped[int | None] = mapped_column(ForeignKey("deputy_requests.id"), index=True)
    event_id: Mapped[int | None] = mapped_column(ForeignKey("programme_events.id"), index=True)
    change_id: Mapped[int | None] = mapped_column(ForeignKey("status_changes.id"), index=True)
    response_id: Mapped[int | None] = mapped_column(ForeignKey("deputy_responses.id"), index=True)


class Correction(Base):
    """A value of a record that was put right; the old one stays here."""

    __tablename__ = "corrections"
    __table_args__ = (Index("ix_corrections_record", "record", "record_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    record: Mapped[str] = mapped_column(String(40))  # name of the table
    record_id: Mapped[int]
    field: Mapped[str] = mapped_column(String(40))
    was: Mapped[object] = mapped_column(Json, nullable=True)
    became: Mapped[object] = mapped_column(Json, nullable=True)
    corrected_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    corrected_at: Mapped[datetime]
