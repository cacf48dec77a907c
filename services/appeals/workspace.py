"""What the deputy's side does with an appeal."""

from domain.appeals import State
from domain.errors import BadInput, NotFound, TransitionRefused
from domain.life_cycle import Action
from domain.roles import Actor, Role
from domain.stock import is_stock
from models.appeals import Answer, Appeal
from services import outbox
from services.appeals import answers, survey
from services.appeals.delivery import tell_author, workspace_opened
from services.appeals.events import move, text_digest
from services.appeals.scopes import of_side
from services.appeals.supporting import tell_answered
from services.desk.templates import interim_texts
from services.unit_of_work import UnitOfWork

STOCK_REPLY = "stock_reply"


async def collect(uow: UnitOfWork, actor: Actor) -> None:
    """What could not be delivered, because nobody here could be reached, is delivered now."""
    for mandate_id in sorted(actor.mandates):
        await workspace_opened(uow, mandate_id)


async def acknowledge(
    uow: UnitOfWork, actor: Actor, appeal_id: int, *, quietly: bool = False
) -> None:
    """Takes into work; a second time changes nothing.

    The author is told, unless `quietly`: there is more to tell in a moment.
    """
    appeal, role = await of_side(uow, actor, appeal_id)
    await _acknowledge(uow, actor, appeal, role, quietly=quietly)


async def _acknowledge(
    uow: UnitOfWork, actor: Actor, appeal: Appeal, role: Role, *, quietly: bool = False
) -> None:
    if appeal.state == State.ACKNOWLEDGED:
        return
    if appeal.state == State.REGISTERED:
        # Seen in the inbox before the notice arrived: that is delivery too.
        await move(uow, appeal, Action.DELIVER, None, Role.SYSTEM)
    await move(uow, appeal, Action.ACKNOWLEDGE, actor, role)
    if not quietly:
        # Whoever answers at once is heard in this order.
        await tell_author(uow, appeal, "acknowledged", priority=outbox.Priority.ANSWER)


async def send_answer(uow: UnitOfWork, actor: Actor, appeal_id: int) -> None:
    """Sends the answer with its outcome; answering also takes into work. The author gets it.

    Raises BadInput when there is neither text nor file, or no outcome; TransitionRefused when
    somebody has answered meanwhile, or when it is a stock reply.
    """
    appeal, role = await of_side(uow, actor, appeal_id)
    draft = await answers.unsent(uow, actor, appeal_id)
    if draft is None:
        raise NotFound("answer", appeal_id)
    if not draft.begun:
        raise BadInput("empty")
    if draft.outcome is None:
        raise BadInput("no_outcome")
    if is_stock(draft.text, await interim_texts(uow, appeal.mandate_id)):
        raise TransitionRefused(appeal.state, Action.ANSWER, STOCK_REPLY)
    if appeal.state in {State.REGISTERED, State.DELIVERED}:
        await _acknowledge(uow, actor, appeal, role)
    await move(
        uow,
        appeal,
        Action.ANSWER,
        actor,
        role,
        answer=draft.id,
        outcome=draft.outcome,
        text=text_digest(appeal, draft.text),
    )
    row = await uow.session.get_one(Answer, draft.id)
    row.sent_at = uow.now
    appeal.outcome = draft.outcome
    await tell_answered(uow, appeal, draft.id)
    await survey.ask_later(uow, appeal, draft.id)
