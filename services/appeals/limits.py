"""How much a person has sent, against the limits in force."""

from sqlalchemy import and_, or_, select

from domain.appeals import OPEN, State
from domain.errors import NotAllowed
from domain.limits import DAY
from domain.roles import Actor
from models.appeals import Appeal
from services.unit_of_work import UnitOfWork

_WAITING = OPEN - {State.ANSWERED, State.REDIRECTED} | {State.HELD}  # for an answer


def refuse_own_side(actor: Actor, mandate_id: int) -> None:
    """Who works for a deputy would be writing to themselves. Raises NotAllowed."""
    if mandate_id in actor.mandates:
        raise NotAllowed("write", "own_mandate")


async def check(uow: UnitOfWork, actor: Actor, mandate_id: int) -> None:
    """Raises LimitReached with the moment from which the next letter may go."""
    here = and_(Appeal.mandate_id == mandate_id, Appeal.state.in_(_WAITING))
    rows = await uow.session.execute(
        select(Appeal.received_at, Appeal.mandate_id, Appeal.state).where(
            Appeal.author_id == actor.user_id,
            Appeal.state.not_in([State.DRAFT, State.JOINED]),
            or_(Appeal.received_at > uow.now - DAY, here),
        )
    )
    sent = rows.all()
    uow.rules.limits.check(
        uow.now,
        [at for at, _, _ in sent if at is not None],
        sum(mandate == mandate_id and state in _WAITING for _, mandate, state in sent),
    )
