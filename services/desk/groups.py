"""The Telegram group of a workspace. It is a window: what counts is in the database."""

from dataclasses import dataclass

import structlog
from sqlalchemy import delete, select, update

from domain.errors import BadInput, NotFound
from domain.names import Language
from domain.roles import Actor
from models.messaging import OutboxMessage
from models.workspaces import CaseTopic, WorkspaceGroup
from services import outbox
from services.unit_of_work import UnitOfWork

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Group:
    mandate_id: int
    chat_id: int
    language: Language
    with_names: bool


async def _row(uow: UnitOfWork, chat_id: int) -> WorkspaceGroup | None:
    return await uow.session.scalar(select(WorkspaceGroup).where(WorkspaceGroup.chat_id == chat_id))


def _view(row: WorkspaceGroup) -> Group:
    return Group(row.mandate_id, row.chat_id, Language(row.language), row.with_names)


async def group(uow: UnitOfWork, actor: Actor, chat_id: int) -> Group:
    """Raises NotFound for a chat that is no group of a workspace this person works in."""
    row = await _row(uow, chat_id)
    if row is None or actor.role_for(row.mandate_id) is None:
        raise NotFound("group")
    return _view(row)


async def connect(uow: UnitOfWork, actor: Actor, chat_id: int) -> Group:
    """From now on the group gets what happens; the one the workspace had before gets no more.

    Raises NotFound for whoever works for nobody, BadInput for a group of another workspace.
    """
    if not actor.mandates:
        raise NotFound("workspace")
    row = await _row(uow, chat_id)
    if row is not None and row.mandate_id not in actor.mandates:
        raise BadInput("group_taken")
    if row is None:
        row = await _link(uow, actor, chat_id)
        log.info("group_connected", mandate=row.mandate_id, by=actor.user_id)
    return _view(row)


async def _link(uow: UnitOfWork, actor: Actor, chat_id: int) -> WorkspaceGroup:
    """For somebody of several workspaces: the first that has no group yet."""
    linked = select(WorkspaceGroup).where(WorkspaceGroup.mandate_id.in_(actor.mandates))
    known = {row.mandate_id: row for row in await uow.session.scalars(linked)}
    free = sorted(actor.mandates - known.keys())
    mandate_id = free[0] if free else min(known)
    if not free:
        await lost(uow, known[mandate_id].chat_id)
    row = WorkspaceGroup(
        mandate_id=mandate_id,
        chat_id=chat_id,
        language=actor.language,
        linked_by=actor.user_id,
        linked_at=uow.now,
    )
    uow.session.add(row)
    await uow.session.flush()
    return row


async def disconnect(uow: UnitOfWork, actor: Actor, chat_id: int) -> Group:
    found = await group(uow, actor, chat_id)
    await lost(uow, chat_id)
    log.info("group_disconnected", mandate=found.mandate_id, by=actor.user_id)
    return found


async def show_names(uow: UnitOfWork, actor: Actor, chat_id: int, *, shown: bool) -> Group:
    """Whether cards tell who signed the letter."""
    await group(uow, actor, chat_id)
    await uow.session.execute(
        update(WorkspaceGroup).where(WorkspaceGroup.chat_id == chat_id).values(with_names=shown)
    )
    return await group(uow, actor, chat_id)


async def lost(uow: UnitOfWork, chat_id: int) -> int | None:
    """Nothing goes there any more; who had linked it, if it was linked."""
    linked_by = await uow.session.scalar(
        delete(WorkspaceGroup)
        .where(WorkspaceGroup.chat_id == chat_id)
        .returning(WorkspaceGroup.linked_by)
    )
    await uow.session.execute(delete(CaseTopic).where(CaseTopic.chat_id == chat_id))
    await uow.session.execute(
        update(OutboxMessage)
        .where(OutboxMessage.chat_id == chat_id, outbox.waits(), OutboxMessage.state == "new")
        .values(state="cancelled", error="group gone")
    )
    return linked_by


async def removed(uow: UnitOfWork, chat_id: int) -> None:
    """The bot was put out of the group: whoever linked it is told."""
    linked_by = await lost(uow, chat_id)
    if linked_by is not None:
        key = f"group_lost:{chat_id}:{uow.now.timestamp()}"
        await outbox.queue(uow, "group_lost", linked_by, key)


async def follow(uow: UnitOfWork, old: int, new: int) -> None:
    """A group that became a supergroup has another id; a second time changes nothing."""
    for table in (WorkspaceGroup, CaseTopic, OutboxMessage):
        await uow.session.execute(update(table).where(table.chat_id == old).values(chat_id=new))
