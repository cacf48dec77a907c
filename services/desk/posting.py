"""What a workspace's group is told: every event of a case, in the topic of that case."""

from sqlalchemy import delete, select

from domain.life_cycle import Action
from domain.names import Language
from domain.roles import Actor, GrantedRole, Role
from models.appeals import Appeal
from models.workspaces import CaseTopic, WorkspaceGroup
from services import outbox, people
from services.unit_of_work import UnitOfWork

POST = "topic"
_QUIET = frozenset({Action.DELIVER})  # it follows upon the sending and says nothing to the group


async def post(uow: UnitOfWork, appeal: Appeal, action: str, position: int) -> None:
    """Queues an event for the group of the mandate, if it has one."""
    if appeal.number is None or action in _QUIET:
        return
    found = await uow.session.execute(
        select(WorkspaceGroup.chat_id, WorkspaceGroup.linked_by).where(
            WorkspaceGroup.mandate_id == appeal.mandate_id
        )
    )
    for chat_id, linked_by in found.all():
        await outbox.queue(
            uow,
            POST,
            linked_by,
            f"{POST}:{appeal.id}:{position}",
            chat_id=chat_id,
            appeal_id=appeal.id,
            position=position,
        )


async def reader(uow: UnitOfWork, chat_id: int) -> Actor | None:
    """The group as somebody who reads what its workspace may; None where nobody works there."""
    row = await uow.session.scalar(select(WorkspaceGroup).where(WorkspaceGroup.chat_id == chat_id))
    if row is None or not await people.workspace_members(uow, row.mandate_id):
        return None
    roles = (GrantedRole(Role.ASSISTANT, row.mandate_id),)
    return Actor(row.linked_by, chat_id, Language(row.language), roles)


async def thread_of(uow: UnitOfWork, chat_id: int, appeal_id: int) -> int | None:
    return await uow.session.scalar(
        select(CaseTopic.thread_id).where(
            CaseTopic.chat_id == chat_id, CaseTopic.appeal_id == appeal_id
        )
    )


async def remember(uow: UnitOfWork, chat_id: int, appeal_id: int, thread_id: int) -> None:
    """The topic of a case; a new one takes the place of one that was deleted."""
    await uow.session.execute(delete(CaseTopic).where(CaseTopic.appeal_id == appeal_id))
    uow.session.add(
        CaseTopic(appeal_id=appeal_id, chat_id=chat_id, thread_id=thread_id, created_at=uow.now)
    )
