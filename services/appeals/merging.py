"""Several letters about the same become one case: the author keeps the number, gets the answer."""

from sqlalchemy import and_, select

from domain import numbers
from domain.appeals import OPEN, State
from domain.errors import BadInput, NotFound
from domain.life_cycle import Action, target
from domain.roles import Actor, Role
from models.appeals import Appeal
from services import outbox
from services.appeals import reading, scopes, supporting
from services.appeals.events import move
from services.appeals.reading import Page
from services.unit_of_work import UnitOfWork


async def look_alikes(uow: UnitOfWork, actor: Actor, appeal_id: int, page: int) -> Page:
    """Open cases of the same deputy on the same topic, the newest first."""
    appeal, _ = await scopes.of_either(uow, actor, appeal_id)
    alike = and_(
        scopes.either(actor),
        Appeal.mandate_id == appeal.mandate_id,
        Appeal.state.in_(OPEN),
        Appeal.topic == appeal.topic if appeal.topic else Appeal.topic.is_(None),
        Appeal.id != appeal.id,
    )
    return await reading.page_of(uow, alike, page, Appeal.id.desc())


async def by_number(uow: UnitOfWork, actor: Actor, appeal_id: int, text: str) -> int:
    """The case that a typed number means. Raises BadInput when it cannot be merged into."""
    number = str(numbers.parse(text))
    found = await uow.session.scalar(
        select(Appeal.id).where(Appeal.number == number, scopes.either(actor))
    )
    if found is None:
        raise BadInput("merge_nowhere")
    await check(uow, actor, appeal_id, found)
    return found


async def check(uow: UnitOfWork, actor: Actor, appeal_id: int, into_id: int) -> None:
    await _pair(uow, actor, appeal_id, into_id)


async def _pair(
    uow: UnitOfWork, actor: Actor, appeal_id: int, into_id: int
) -> tuple[Appeal, Appeal, Role]:
    """Both rows, held in the order of their ids: two merges at once never wait for each other."""
    rows = await uow.session.scalars(
        select(Appeal)
        .where(Appeal.id.in_([appeal_id, into_id]), scopes.either(actor))
        .order_by(Appeal.id)
        .with_for_update()
    )
    found = {row.id: row for row in rows.all()}
    if appeal_id not in found:
        raise NotFound("appeal", appeal_id)
    appeal = found[appeal_id]
    role = actor.role_for(appeal.mandate_id) or Role.COORDINATOR
    target(State(appeal.state), Action.MERGE, role)
    if appeal_id == into_id:
        raise BadInput("merge_itself")
    into = found.get(into_id)
    if into is None or into.mandate_id != appeal.mandate_id:
        raise BadInput("merge_nowhere")
    if into.state not in OPEN:
        raise BadInput("merge_closed")
    return appeal, into, role


async def merge(uow: UnitOfWork, actor: Actor, appeal_id: int, into_id: int) -> None:
    """Its author and whoever joined it are told of every answer to the other case.

    Raises BadInput for a case that cannot take it in, TransitionRefused.
    """
    appeal, into, role = await _pair(uow, actor, appeal_id, into_id)
    await move(uow, appeal, Action.MERGE, actor, role, into=into.id)
    appeal.parent_id, appeal.reply_due = into.id, None
    author = [appeal.author_id] if await supporting.add(uow, into, appeal.author_id) else []
    added = author + await supporting.go_along(uow, appeal, into)
    answered = await supporting.last_answer(uow, into.id) if into.state == State.ANSWERED else None
    if answered is not None:
        await supporting.tell_supporters(uow, into, answered, added)
    key = f"merged:{appeal.id}:{into.id}"
    await outbox.queue(uow, "merged", appeal.author_id, key, appeal_id=appeal.id)
