"""Answers that are being written: by the deputy's side, or written down by a coordinator."""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, delete, or_, select

from domain.appeals import Outcome, State
from domain.errors import BadInput, NotFound, TransitionRefused
from domain.life_cycle import ANSWERS, Action, possible
from domain.roles import Actor, Role
from models.appeals import Answer, Appeal, Attachment, Handover
from services.appeals.files import FILE_LIMIT, StoredFile, add_file, files_of
from services.appeals.wording import joined
from services.unit_of_work import UnitOfWork

ANSWER_LIMIT = 12_000


@dataclass(frozen=True, slots=True)
class AnswerDraft:
    """An answer that is being written; it survives /cancel and restarts."""

    id: int
    appeal_id: int
    text: str
    files: tuple[StoredFile, ...]
    outcome: Outcome | None

    @property
    def begun(self) -> bool:
        return bool(self.text or self.files)


def _passed_on(actor: Actor) -> ColumnElement[bool]:
    """Cases whose answer a coordinator records: passed on outside the bot, in their assemblies."""
    handed_over = Appeal.id.in_(select(Handover.appeal_id))
    assemblies = actor.coordinated_assemblies
    return (
        handed_over if assemblies is None else and_(handed_over, Appeal.assembly_id.in_(assemblies))
    )


async def _answerable(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Appeal:
    """Theirs to answer, or to record the answer to. Raises NotFound."""
    theirs: ColumnElement[bool] = Appeal.mandate_id.in_(actor.mandates)
    if actor.has(Role.COORDINATOR):
        theirs = or_(theirs, _passed_on(actor))
    row = await uow.session.scalar(
        select(Appeal)
        .where(Appeal.id == appeal_id, Appeal.number.is_not(None), theirs)
        .with_for_update()
    )
    if row is None:
        raise NotFound("appeal", appeal_id)
    return row


async def begin(uow: UnitOfWork, actor: Actor, appeal_id: int) -> AnswerDraft:
    """The answer this person is writing, begun now where there is none.

    The deputy's side answers; a coordinator writes down what came by other ways. Raises NotFound,
    TransitionRefused.
    """
    appeal = await _answerable(uow, actor, appeal_id)
    role = actor.role_for(appeal.mandate_id) or Role.COORDINATOR
    if not possible(State(appeal.state), role) & ANSWERS:
        raise TransitionRefused(appeal.state, Action.ANSWER, "state")
    row = await _draft_row(uow, actor, appeal_id)
    if row is None:
        row = Answer(
            appeal_id=appeal_id, author_id=actor.user_id, came_by="bot", created_at=uow.now
        )
        uow.session.add(row)
    row.touched_at = uow.now
    await uow.session.flush()
    return await _view(uow, row)


async def unsent(uow: UnitOfWork, actor: Actor, appeal_id: int) -> AnswerDraft | None:
    """What this person has begun to write, whatever became of the case; None where nothing is."""
    row = await _draft_row(uow, actor, appeal_id)
    return await _view(uow, row) if row else None


async def _draft_row(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Answer | None:
    return await uow.session.scalar(
        select(Answer).where(
            Answer.appeal_id == appeal_id,
            Answer.author_id == actor.user_id,
            Answer.sent_at.is_(None),
        )
    )


async def _own_draft(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Answer:
    await _answerable(uow, actor, appeal_id)
    row = await _draft_row(uow, actor, appeal_id)
    if row is None:
        raise NotFound("answer", appeal_id)
    row.touched_at = uow.now
    return row


async def write(uow: UnitOfWork, actor: Actor, appeal_id: int, parts: list[str]) -> AnswerDraft:
    """Replaces the text of the answer by these messages, joined. Raises BadInput."""
    row = await _own_draft(uow, actor, appeal_id)
    row.text = joined(parts, ANSWER_LIMIT)
    return await _view(uow, row)


async def attach(uow: UnitOfWork, actor: Actor, appeal_id: int, file: StoredFile) -> AnswerDraft:
    """Adds a file; the same one twice counts once. Raises BadInput when there are ten."""
    row = await _own_draft(uow, actor, appeal_id)
    found = await _view(uow, row)
    if file.file_unique_id in {one.file_unique_id for one in found.files}:
        return found
    if len(found.files) >= FILE_LIMIT:
        raise BadInput("too_many_files", limit=FILE_LIMIT)
    add_file(uow, appeal_id, file, answer_id=row.id)
    await uow.session.flush()
    return await _view(uow, row)


async def choose_outcome(
    uow: UnitOfWork, actor: Actor, appeal_id: int, outcome: Outcome
) -> AnswerDraft:
    row = await _own_draft(uow, actor, appeal_id)
    row.outcome = outcome
    return await _view(uow, row)


async def discard(uow: UnitOfWork, actor: Actor, appeal_id: int) -> None:
    """Throws away what this person has begun; a second time changes nothing."""
    row = await _draft_row(uow, actor, appeal_id)
    if row is not None:
        await uow.session.execute(delete(Attachment).where(Attachment.answer_id == row.id))
        await uow.session.execute(delete(Answer).where(Answer.id == row.id))


async def _view(uow: UnitOfWork, row: Answer) -> AnswerDraft:
    files = (await files_of(uow, row.appeal_id)).get(row.id, ())
    outcome = Outcome(row.outcome) if row.outcome else None
    return AnswerDraft(row.id, row.appeal_id, row.text, files, outcome)
