"""The author's reply to a question: begun, added to, sent. It is in the database from its start."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import ColumnElement, String, cast, delete, exists, literal, select

from domain.appeals import Closing, State
from domain.calendar import outside_quiet_hours
from domain.errors import BadInput, NotFound, TransitionRefused
from domain.life_cycle import Action
from domain.roles import Actor, Role
from models.appeals import Appeal, Attachment
from models.casework import Clarification
from models.messaging import OutboxMessage
from services import outbox, people
from services.appeals import dates
from services.appeals.course import files
from services.appeals.events import move, text_digest
from services.appeals.files import FILE_LIMIT, StoredFile, add_file
from services.appeals.scopes import of_author
from services.appeals.wording import joined
from services.unit_of_work import UnitOfWork

REPLY_LIMIT = 4000
AT_ONCE = 100
REMIND_AFTER = (7, 3)  # days; whoever was away gets the latest one only


@dataclass(frozen=True, slots=True)
class Reply:
    """What was asked, and what the author has written so far."""

    appeal_id: int
    number: str
    question: str
    until: date | None
    text: str
    files: tuple[StoredFile, ...]

    @property
    def begun(self) -> bool:
        return bool(self.text or self.files)


async def current(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Reply:
    """Raises TransitionRefused when no reply is awaited, with the reason why."""
    appeal, row = await _open(uow, actor, appeal_id)
    return await _view(uow, appeal, row)


async def _open(uow: UnitOfWork, actor: Actor, appeal_id: int) -> tuple[Appeal, Clarification]:
    appeal = await of_author(uow, actor, appeal_id)
    row = await uow.session.scalar(
        select(Clarification)
        .where(Clarification.appeal_id == appeal_id)
        .order_by(Clarification.id.desc())
        .limit(1)
    )
    if row is None:
        raise NotFound("question", appeal_id)
    if appeal.state != State.CLARIFICATION:
        late = appeal.state == State.CLOSED and appeal.closed_as == Closing.NO_REPLY
        given = "reply_given" if row.replied_at else "reply_not_needed"
        raise TransitionRefused(appeal.state, Action.REPLY, "reply_late" if late else given)
    return appeal, row


async def write(uow: UnitOfWork, actor: Actor, appeal_id: int, parts: list[str]) -> Reply:
    """Replaces the text by these messages, joined. Raises BadInput; the old text stays then."""
    appeal, row = await _open(uow, actor, appeal_id)
    row.reply = joined(parts, REPLY_LIMIT)
    return await _view(uow, appeal, row)


async def attach(uow: UnitOfWork, actor: Actor, appeal_id: int, file: StoredFile) -> Reply:
    """Adds a file; the same one twice counts once. Raises BadInput when there are ten."""
    appeal, row = await _open(uow, actor, appeal_id)
    known = await files(uow, Attachment.clarification_id == row.id)
    if file.file_unique_id not in {one.file_unique_id for one in known}:
        if len(known) >= FILE_LIMIT:
            raise BadInput("too_many_files", limit=FILE_LIMIT)
        add_file(uow, appeal.id, file, clarification_id=row.id)
        await uow.session.flush()
    return await _view(uow, appeal, row)


async def start_over(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Reply:
    appeal, row = await _open(uow, actor, appeal_id)
    row.reply = None
    await uow.session.execute(delete(Attachment).where(Attachment.clarification_id == row.id))
    return await _view(uow, appeal, row)


async def send(uow: UnitOfWork, actor: Actor, appeal_id: int) -> None:
    """The clock goes on with the rest of its days; whoever works on the case is told.

    Raises BadInput for a reply with nothing in it, TransitionRefused when it is not awaited.
    """
    appeal, row = await _open(uow, actor, appeal_id)
    if not (await _view(uow, appeal, row)).begun:
        raise BadInput("empty")
    digest = text_digest(appeal, row.reply or "")
    await move(uow, appeal, Action.REPLY, actor, Role.VOTER, reply=digest)
    row.replied_at = uow.now
    appeal.reply_due = None
    await uow.session.flush()
    await dates.compute(uow, appeal)
    members = await people.workspace_members(uow, appeal.mandate_id)
    told = [appeal.assignee_id] if appeal.assignee_id in members else members
    for user_id in told:
        key = f"reply_came:{row.id}:{user_id}"
        await outbox.queue(uow, "reply_came", user_id or 0, key, appeal_id=appeal.id)


async def remind(uow: UnitOfWork) -> bool:
    """On the third and the seventh day after the question, never at night."""
    due_at = outside_quiet_hours(uow.now, uow.rules.zone)
    more = False
    for index, days in enumerate(REMIND_AFTER):
        # Whoever gets the later reminder needs no earlier one any more.
        later = [
            exists().where(OutboxMessage.key == _key(one)) for one in REMIND_AFTER[: index + 1]
        ]
        rows = await uow.session.execute(
            select(Clarification.id, Appeal.id, Appeal.author_id)
            .join(Appeal, Appeal.id == Clarification.appeal_id)
            .where(
                Appeal.state == State.CLARIFICATION,
                Appeal.state_since <= uow.now - timedelta(days=days),
                Clarification.replied_at.is_(None),
                *(~one for one in later),
            )
            .limit(AT_ONCE)
        )
        found = rows.all()
        more = more or len(found) == AT_ONCE
        for ident, appeal_id, author_id in found:
            await outbox.queue(
                uow,
                "question_waits",
                author_id,
                f"question_waits:{ident}:{days}",
                priority=outbox.Priority.REMINDER,
                due_at=due_at,
                appeal_id=appeal_id,
                question_id=ident,
            )
    return more


def _key(days: int) -> ColumnElement[str]:
    return literal("question_waits:") + cast(Clarification.id, String) + literal(f":{days}")


async def _view(uow: UnitOfWork, appeal: Appeal, row: Clarification) -> Reply:
    return Reply(
        appeal.id,
        appeal.number or "",
        row.question,
        appeal.reply_due,
        row.reply or "",
        await files(uow, Attachment.clarification_id == row.id),
    )
