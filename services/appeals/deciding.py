"""A coordinator decides: about a disputed answer, about a letter that nobody takes."""

from enum import StrEnum

from sqlalchemy import select

from domain.appeals import Closing
from domain.decisions import CloseReason, GiveUpReason, SendBackReason
from domain.life_cycle import Action
from domain.roles import Actor, Role
from models.appeals import Appeal, AppealEvent
from services.appeals import additions, conditions, dates
from services.appeals.delivery import tell_author
from services.appeals.events import move, text_digest
from services.appeals.scopes import coordinated_assemblies, locked
from services.appeals.telling import tell_of_new_work, tell_side
from services.appeals.wording import sound
from services.unit_of_work import UnitOfWork


async def send_back(
    uow: UnitOfWork, actor: Actor, appeal_id: int, reason: SendBackReason, text: str = ""
) -> None:
    """It is answered again, within a new term; once in a case.

    Raises NotFound, BadInput, TransitionRefused.
    """
    appeal, mark = await _decide(uow, actor, appeal_id, Action.SEND_BACK, reason, text)
    await dates.begin_anew(uow, appeal)
    await tell_author(uow, appeal, "sent_back", mark)
    await tell_of_new_work(uow, appeal, "sent_back", mark)


async def close_disputed(
    uow: UnitOfWork, actor: Actor, appeal_id: int, reason: CloseReason, text: str = ""
) -> None:
    """The answer stands; the disagreement stays on record. Raises as above."""
    appeal, mark = await _decide(uow, actor, appeal_id, Action.CLOSE_DISPUTED, reason, text)
    appeal.closed_as = Closing.DISPUTED
    await tell_author(uow, appeal, "dispute_closed", mark)
    await tell_side(uow, appeal, "dispute_closed", mark)


async def give_up(
    uow: UnitOfWork, actor: Actor, appeal_id: int, reason: GiveUpReason, text: str = ""
) -> None:
    """No way leads to this deputy; the author is told of other ways. Raises as above."""
    appeal, mark = await _decide(uow, actor, appeal_id, Action.GIVE_UP, reason, text)
    appeal.closed_as = Closing.NOT_DELIVERABLE
    await tell_author(uow, appeal, "given_up", mark)


async def may(uow: UnitOfWork, actor: Actor, appeal_id: int, action: Action) -> None:
    """Whether it can be decided so now. Raises NotFound, TransitionRefused."""
    appeal = await locked(uow, appeal_id, coordinated_assemblies(actor))
    await conditions.check(uow, appeal, action, Role.COORDINATOR)


async def decided(uow: UnitOfWork, actor: Actor, appeal_id: int, action: Action) -> str | None:
    """The number of a case that this coordinator has just decided so: a second tap asks."""
    appeal = await locked(uow, appeal_id, coordinated_assemblies(actor))
    last = await uow.session.scalar(
        select(AppealEvent)
        .where(AppealEvent.appeal_id == appeal.id)
        .order_by(AppealEvent.position.desc())
        .limit(1)
    )
    mine = last is not None and (last.action, last.actor_id) == (action, actor.user_id)
    return appeal.number if mine else None


async def _decide(
    uow: UnitOfWork, actor: Actor, appeal_id: int, action: Action, reason: StrEnum, text: str
) -> tuple[Appeal, int]:
    appeal = await locked(uow, appeal_id, coordinated_assemblies(actor))
    await conditions.check(uow, appeal, action, Role.COORDINATOR)
    words = sound(text, additions.REASON_LIMIT) if text else ""
    digest = {"text": text_digest(appeal, words)} if words else {}
    await move(uow, appeal, action, actor, Role.COORDINATOR, reason=reason, **digest)
    return appeal, await additions.add(uow, appeal, actor, action, words, reason)
