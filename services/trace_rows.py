"""Where a person left something besides letters: one query for each kind, all of one shape."""

from enum import StrEnum
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Integer,
    Select,
    Text,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.sql.selectable import CompoundSelect

from domain.roles import Actor
from models.appeals import Answer, Appeal, Handover
from models.calendar import CalendarOverride
from models.casework import (
    Addition,
    Clarification,
    Extension,
    ExtensionRequest,
    Redirection,
    Supporter,
)
from models.jobs import Job
from models.news import Announcement, Attendance, ReceptionSlot, Subscription
from models.programmes import Programme, Promise, Worded
from models.records import Correction, DeputyRequest, Evidence, Meeting, ProgrammeEvent
from models.users import Invite
from models.verdicts import DeputyResponse, StatusChange
from models.workspaces import AnswerTemplate, CaseNote, WorkspaceGroup


class Trace(StrEnum):
    FOLLOWS = "follows"
    FOLLOWS_TOPIC = "follows_topic"
    JOINED = "joined"
    COMES = "comes"
    VISIT = "visit"
    MEETING = "meeting"
    REQUEST = "request"
    PROGRAMME = "programme"
    EVIDENCE = "evidence"
    PROPOSAL = "proposal"
    RESPONSE = "response"
    DECISION = "decision"
    ANSWER = "answer"
    NOTE = "note"
    TEMPLATE = "template"
    QUESTION = "question"
    MORE_TIME = "more_time"
    REDIRECTION = "redirection"
    HANDOVER = "handover"
    ANNOUNCEMENT = "announcement"
    CORRECTION = "correction"
    REVIEW = "review"
    WORKING_DAY = "working_day"
    INVITE = "invite"
    GROUP = "group"
    REPORT = "report"


Column = ColumnElement[Any]
_NOBODY: Final = cast(null(), Integer)
_NOTHING: Final = cast(null(), Text)


def _row(
    trace: Trace, at: Any, mandate: Any = _NOBODY, number: Any = _NOTHING, text: Any = _NOTHING
) -> Select[Any]:
    return select(
        literal(str(trace)).label("trace"),
        at.label("at"),
        mandate.label("mandate_id"),
        cast(number, Text).label("number"),
        cast(text, Text).label("text"),
    )


def _words(row: type[Worded]) -> Column:
    return func.coalesce(row.text_kk, row.text_ru, row.text_en)


def _of_case(trace: Trace, table: Any, at: Any, text: Any, theirs: Any) -> Select[Any]:
    """What somebody wrote while they worked on an appeal."""
    found = _row(trace, at, Appeal.mandate_id, Appeal.number, text)
    return found.select_from(table).join(Appeal, Appeal.id == table.appeal_id).where(theirs)


def _as_voter(me: int) -> list[Select[Any]]:
    follows = _row(
        Trace.FOLLOWS,
        Subscription.created_at,
        func.coalesce(Subscription.mandate_id, Programme.mandate_id, Appeal.mandate_id),
        Appeal.number,
        _words(Promise),
    )
    return [
        follows.select_from(Subscription)
        .outerjoin(Promise, Promise.id == Subscription.promise_id)
        .outerjoin(Programme, Programme.id == Promise.programme_id)
        .outerjoin(Appeal, Appeal.id == Subscription.appeal_id)
        .where(Subscription.user_id == me, Subscription.topic.is_(None)),
        _row(Trace.FOLLOWS_TOPIC, Subscription.created_at, text=Subscription.topic).where(
            Subscription.user_id == me, Subscription.topic.is_not(None)
        ),
        _of_case(Trace.JOINED, Supporter, Supporter.joined_at, _NOTHING, Supporter.user_id == me),
        _row(
            Trace.COMES, Attendance.answered_at, Announcement.mandate_id, text=_words(Announcement)
        )
        .join(Announcement, Announcement.id == Attendance.announcement_id)
        .where(Attendance.user_id == me),
        _row(
            Trace.VISIT,
            ReceptionSlot.starts_at,
            ReceptionSlot.mandate_id,
            text=ReceptionSlot.subject,
        ).where(ReceptionSlot.booked_by == me),
    ]


def _as_recorder(me: int) -> list[Select[Any]]:
    proposal = _row(
        Trace.PROPOSAL, StatusChange.proposed_at, Programme.mandate_id, text=StatusChange.reason
    )
    response = DeputyResponse
    return [
        _row(Trace.MEETING, Meeting.created_at, Meeting.mandate_id, text=Meeting.wishes).where(
            Meeting.recorded_by == me
        ),
        _row(
            Trace.REQUEST,
            DeputyRequest.created_at,
            DeputyRequest.initiator_id,
            text=_words(DeputyRequest),
        ).where(DeputyRequest.recorded_by == me),
        _row(
            Trace.PROGRAMME,
            ProgrammeEvent.created_at,
            ProgrammeEvent.mandate_id,
            text=ProgrammeEvent.note,
        ).where(ProgrammeEvent.recorded_by == me),
        _row(
            Trace.EVIDENCE, Evidence.added_at, text=func.coalesce(Evidence.url, Evidence.file_name)
        ).where(Evidence.added_by == me),
        proposal.select_from(StatusChange)
        .join(Promise, Promise.id == StatusChange.promise_id)
        .join(Programme, Programme.id == Promise.programme_id)
        .where(StatusChange.proposed_by == me),
        _row(Trace.RESPONSE, response.written_at, response.mandate_id, text=response.text).where(
            response.written_by == me
        ),
        _row(
            Trace.DECISION, response.settled_at, response.mandate_id, text=response.decided_because
        ).where(response.settled_by == me),
    ]


def _at_work(me: int) -> list[Select[Any]]:
    others = Appeal.author_id != me
    asked, longer, wished = Clarification, Extension, ExtensionRequest
    return [
        _of_case(Trace.ANSWER, Answer, Answer.created_at, Answer.text, Answer.author_id == me),
        _of_case(
            Trace.NOTE, CaseNote, CaseNote.created_at, CaseNote.text, CaseNote.author_id == me
        ),
        _of_case(Trace.QUESTION, asked, asked.asked_at, asked.question, asked.asked_by == me),
        _of_case(
            Trace.MORE_TIME, longer, longer.decided_at, longer.reason, longer.decided_by == me
        ),
        _of_case(Trace.MORE_TIME, wished, wished.asked_at, wished.reason, wished.asked_by == me),
        _of_case(
            Trace.REDIRECTION,
            Redirection,
            Redirection.redirected_at,
            Redirection.body,
            Redirection.redirected_by == me,
        ),
        _of_case(
            Trace.HANDOVER,
            Handover,
            Handover.created_at,
            Handover.reference,
            Handover.coordinator_id == me,
        ),
        _of_case(
            Trace.DECISION, Addition, Addition.added_at, Addition.text, Addition.author_id == me
        ).where(others),
        _row(
            Trace.TEMPLATE,
            AnswerTemplate.created_at,
            AnswerTemplate.mandate_id,
            text=AnswerTemplate.text,
        ).where(AnswerTemplate.created_by == me),
        _row(
            Trace.ANNOUNCEMENT,
            Announcement.created_at,
            Announcement.mandate_id,
            text=_words(Announcement),
        ).where(Announcement.created_by == me),
    ]


def _as_organiser(me: int) -> list[Select[Any]]:
    day, invite, group = CalendarOverride, Invite, WorkspaceGroup
    reviews = [
        _row(Trace.REVIEW, table.reviewed_at, mandate).where(table.reviewed_by == me)
        for table, mandate in (
            (Meeting, Meeting.mandate_id),
            (DeputyRequest, DeputyRequest.initiator_id),
            (ProgrammeEvent, ProgrammeEvent.mandate_id),
        )
    ]
    return [
        *reviews,
        _row(Trace.REVIEW, StatusChange.reviewed_at).where(StatusChange.reviewed_by == me),
        _row(Trace.CORRECTION, Correction.corrected_at).where(Correction.corrected_by == me),
        _row(Trace.WORKING_DAY, day.entered_at, text=day.name_ru).where(day.entered_by == me),
        _row(Trace.INVITE, invite.created_at, invite.mandate_id).where(invite.created_by == me),
        _row(Trace.GROUP, group.linked_at, group.mandate_id).where(group.linked_by == me),
        _row(Trace.REPORT, Job.created_at).where(Job.requested_by == me),
    ]


def all_of(actor: Actor) -> CompoundSelect[Any]:
    me = actor.user_id
    return union_all(*_as_voter(me), *_as_recorder(me), *_at_work(me), *_as_organiser(me))
