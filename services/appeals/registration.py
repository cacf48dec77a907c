"""From a draft to a registered appeal: number, dates, receipt, delivery; all in one transaction."""

from sqlalchemy import bindparam, select

from domain.appeals import Kind, State
from domain.calendar import registration_day
from domain.errors import BadInput, NotFound
from domain.life_cycle import Action
from domain.roles import Actor, Role
from models.appeals import Appeal
from services import directory, outbox, people
from services.appeals import delivery, drafts, numbering
from services.appeals.events import move, text_digest
from services.unit_of_work import UnitOfWork

CONSENT_VERSION = "2026-11"


_OWN = (
    select(Appeal)
    .where(Appeal.id == bindparam("id"), Appeal.author_id == bindparam("author_id"))
    .with_for_update()
)


async def send(uow: UnitOfWork, actor: Actor, draft_id: int) -> str:
    """Registers the draft with the author's consent; the number.

    Pressing twice, or on two devices, registers once: the second call gives the same number.
    Raises NotFound for what is not this person's, BadInput for a draft with nothing in it.
    """
    appeal = await uow.session.scalar(_OWN, {"id": draft_id, "author_id": actor.user_id})
    if appeal is None:
        raise NotFound("draft", draft_id)
    if appeal.number is not None:
        return appeal.number
    draft = await drafts.load(uow, actor, draft_id)
    if not draft.can_be_sent:
        raise BadInput("empty")
    if not draft.deputy.takes_appeals:
        raise BadInput("takes_no_appeals")
    await people.consent(uow, actor, CONSENT_VERSION)
    await _register(uow, actor, appeal, draft.deputy.assembly_code)
    await delivery.deliver(uow, appeal)
    await outbox.queue(
        uow,
        "receipt",
        actor.user_id,
        f"receipt:{appeal.id}",
        priority=outbox.Priority.RECEIPT,
        appeal_id=appeal.id,
    )
    return str(appeal.number)


async def _register(uow: UnitOfWork, actor: Actor, appeal: Appeal, code: str) -> None:
    rules = uow.rules
    day = registration_day(uow.now, rules.zone, rules.hours, rules.calendar)
    # Late: the counter's row stays locked until the commit.
    await numbering.give(uow, appeal, code, day)
    appeal.received_at = uow.now
    appeal.registered_on = day
    appeal.expires_at = None
    appeal.language = actor.language
    await move(
        uow,
        appeal,
        Action.SEND,
        actor,
        Role.VOTER,
        number=appeal.number,
        text=text_digest(appeal, appeal.text),
    )


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
            Appeal.state.not_in([State.DRAFT, State.WITHDRAWN]),
        )
        .limit(1)
    )
    found = row.first()
    return (found[0], str(found[1])) if found else None
