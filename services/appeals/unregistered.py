"""The author's letters that have no number: looked at by a person, or returned to be rewritten."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from domain.appeals import ReturnReason, State
from domain.errors import BadInput, NotFound
from domain.life_cycle import DRAFT_LIVES, Action
from domain.roles import Actor, Role
from models.appeals import Appeal
from services import directory
from services.appeals import alike, drafts, holding
from services.appeals.alike import Offer
from services.appeals.drafts import Draft
from services.appeals.events import move
from services.directory import Deputy
from services.unit_of_work import UnitOfWork

LISTED = 5


@dataclass(frozen=True, slots=True)
class Waiting:
    """`look_by` of one that is looked at; `returned_for` and `rewrite_by` of one that came back."""

    id: int
    state: State
    deputy: Deputy
    text: str
    look_by: date | None
    returned_for: ReturnReason | None
    rewrite_by: date | None


_MINE = (
    select(Appeal)
    .where(
        Appeal.author_id == bindparam("author_id"),
        Appeal.state.in_([State.HELD, State.RETURNED]),
    )
    .order_by(Appeal.id.desc())
    .limit(LISTED)
)


async def mine(uow: UnitOfWork, actor: Actor) -> tuple[Waiting, ...]:
    """The newest first; limits keep them few."""
    rows = await uow.session.scalars(_MINE, {"author_id": actor.user_id})
    return tuple([await _view(uow, row) for row in rows.all()])


async def load(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Waiting:
    """Raises NotFound for what is not theirs, or not waiting any longer."""
    return await _view(uow, await _own(uow, actor, appeal_id))


async def _own(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Appeal:
    row = await uow.session.scalar(
        select(Appeal)
        .where(
            Appeal.id == appeal_id,
            Appeal.author_id == actor.user_id,
            Appeal.state.in_([State.HELD, State.RETURNED]),
        )
        .with_for_update()
    )
    if row is None:
        raise NotFound("appeal", appeal_id)
    return row


async def offered(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Offer:
    """Letters about the same that can be joined while this one is looked at."""
    row = await _own(uow, actor, appeal_id)
    if row.state != State.HELD:
        raise NotFound("appeal", appeal_id)
    return await alike.offer(uow, row, await alike.compare(uow, row))


async def rewrite(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Draft:
    """A draft again, with its text. Raises BadInput while another letter is being written."""
    row = await _own(uow, actor, appeal_id)
    if await drafts.current(uow, actor) is not None:
        raise BadInput("another_draft")
    await move(uow, row, Action.REWRITE, actor, Role.VOTER)
    row.expires_at = uow.now + DRAFT_LIVES
    row.received_at = row.held_for = row.returned_for = None
    await uow.session.flush()
    return await drafts.load(uow, actor, appeal_id)


async def take_back(uow: UnitOfWork, actor: Actor, appeal_id: int) -> None:
    """The author does not want it looked at any more."""
    await move(uow, await _own(uow, actor, appeal_id), Action.WITHDRAW, actor, Role.VOTER)


async def _view(uow: UnitOfWork, row: Appeal) -> Waiting:
    held = row.state == State.HELD
    expires = row.expires_at
    return Waiting(
        row.id,
        State(row.state),
        await directory.deputy(uow, row.mandate_id),
        row.text,
        holding.look_by(uow, row) if held else None,
        ReturnReason(row.returned_for) if row.returned_for else None,
        uow.rules.today(expires) if expires and not held else None,
    )
