"""From a draft to a registered appeal: number, dates, receipt, delivery; all in one transaction."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, select

from domain.appeals import Kind, State
from domain.calendar import registration_day
from domain.errors import BadInput, NotFound
from domain.life_cycle import Action
from domain.roles import Actor, Role
from models.appeals import Appeal
from services import directory, outbox, people
from services.appeals import alike, delivery, drafts, holding, limits, numbering
from services.appeals.alike import Offer
from services.appeals.events import move, text_digest
from services.unit_of_work import UnitOfWork

CONSENT_VERSION = "2026-11"


_OWN = (
    select(Appeal)
    .where(Appeal.id == bindparam("id"), Appeal.author_id == bindparam("author_id"))
    .with_for_update()
)


@dataclass(frozen=True, slots=True)
class Sent:
    """Registered with a number, or looked at by a person first, by a day."""

    appeal_id: int
    number: str | None = None
    looked_at_by: date | None = None


async def send(uow: UnitOfWork, actor: Actor, draft_id: int, *, own: bool = True) -> Sent | Offer:
    """Registers the draft with the author's consent, or holds it for a person to look at.

    Not `own`: where others ask the same already, nothing is sent and they are offered first.
    Pressing twice, or on two devices, sends once: the second call gives the same number.
    Raises NotFound for what is not this person's, BadInput for a draft with nothing in it,
    LimitReached, NotAllowed for the deputy's own side.
    """
    appeal = await uow.session.scalar(_OWN, {"id": draft_id, "author_id": actor.user_id})
    if appeal is None:
        raise NotFound("draft", draft_id)
    if appeal.number is not None:
        return Sent(appeal.id, appeal.number)
    if appeal.state == State.HELD:
        return Sent(appeal.id, looked_at_by=holding.look_by(uow, appeal))
    draft = await drafts.load(uow, actor, draft_id)
    if not draft.can_be_sent:
        raise BadInput("empty")
    if not draft.deputy.takes_appeals:
        raise BadInput("takes_no_appeals")
    limits.refuse_own_side(actor, appeal.mandate_id)
    await limits.check(uow, actor, appeal.mandate_id)
    compared = await alike.compare(uow, appeal) if appeal.text else []
    if not own and (found := await alike.offer(uow, appeal, compared)):
        return found
    await people.consent(uow, actor, CONSENT_VERSION)
    appeal.received_at, appeal.expires_at, appeal.language = uow.now, None, actor.language
    if reason := await holding.reason(uow, actor, appeal, compared):
        return Sent(appeal.id, looked_at_by=await holding.hold(uow, appeal, reason))
    code = draft.deputy.assembly_code
    return Sent(appeal.id, await register(uow, appeal, code, Action.SEND, actor, Role.VOTER))


async def register(
    uow: UnitOfWork, appeal: Appeal, code: str, action: Action, actor: Actor, role: Role
) -> str:
    """Number, receipt and delivery. The day is that of the moment at which it was received."""
    rules = uow.rules
    received = appeal.received_at or uow.now
    day = registration_day(received, rules.zone, rules.hours, rules.calendar)
    # Late: the counter's row stays locked until the commit.
    number = await numbering.give(uow, appeal, code, day)
    appeal.registered_on = day
    digest = text_digest(appeal, appeal.text)
    await move(uow, appeal, action, actor, role, number=number, text=digest)
    await delivery.deliver(uow, appeal)
    await outbox.queue(
        uow,
        "receipt",
        appeal.author_id,
        f"receipt:{appeal.id}",
        priority=outbox.Priority.RECEIPT,
        appeal_id=appeal.id,
    )
    return number


async def programme_request(
    uow: UnitOfWork, actor: Actor, mandate_id: int
) -> tuple[int, str] | None:
    """This person's request for this deputy's programme: id and number, if there is one."""
    await directory.deputy(uow, mandate_id)
    row = await uow.session.execute(
        select(Appeal.id, Appeal.number)
        .where(
            Appeal.author_id == actor.user_id,
            Appeal.mandate_id == mandate_id,
            Appeal.kind == Kind.PROGRAMME,
            Appeal.number.is_not(None),
            Appeal.state != State.WITHDRAWN,
        )
        .limit(1)
    )
    found = row.first()
    return (found[0], str(found[1])) if found else None
