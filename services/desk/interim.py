"""A word on the way: the author hears of the case, the state stays and the clock runs on."""

from sqlalchemy import select

from domain.appeals import AWAITING_ANSWER, State
from domain.errors import BadInput, NotFound, TransitionRefused
from domain.life_cycle import Action
from domain.roles import Actor
from models.appeals import Answer, Appeal
from services.appeals import answers
from services.appeals.delivery import tell_author
from services.appeals.events import record, text_digest
from services.appeals.scopes import of_side
from services.desk.scope import case_of
from services.desk.templates import template
from services.unit_of_work import UnitOfWork

INTERIM = "interim"  # an event without a change of state


async def text_of(uow: UnitOfWork, actor: Actor, appeal_id: int, template_id: int | None) -> str:
    """What would be sent: the text of a template, or what this person has begun to write."""
    appeal = await case_of(uow, actor, appeal_id)
    if template_id is not None:
        found = await template(uow, actor, template_id)
        if found.mandate_id != appeal.mandate_id:
            raise NotFound("template")
        return found.text
    draft = await answers.unsent(uow, actor, appeal_id)
    if draft is None:
        raise NotFound("answer", appeal_id)
    if not draft.text:
        raise BadInput("empty")
    return draft.text


async def send(uow: UnitOfWork, actor: Actor, appeal_id: int, template_id: int | None) -> None:
    """Sends it to the author; the same words a second time change nothing.

    Raises TransitionRefused where no answer is owed.
    """
    appeal, role = await of_side(uow, actor, appeal_id)
    text = await text_of(uow, actor, appeal_id, template_id)
    if State(appeal.state) not in AWAITING_ANSWER:
        raise TransitionRefused(appeal.state, Action.ANSWER, "state")
    if await _said_before(uow, appeal, text):
        return
    row = await _row(uow, actor, appeal, text, template_id)
    row.interim, row.outcome, row.sent_at = True, None, uow.now
    await uow.session.flush()
    digest = text_digest(appeal, text)
    await record(uow, appeal, INTERIM, actor, role, answer=row.id, text=digest)
    await tell_author(uow, appeal, INTERIM, row.id)


async def _said_before(uow: UnitOfWork, appeal: Appeal, text: str) -> bool:
    found = await uow.session.scalar(
        select(Answer.id).where(
            Answer.appeal_id == appeal.id,
            Answer.interim.is_(True),
            Answer.sent_at.is_not(None),
            Answer.text == text,
        )
    )
    return found is not None


async def _row(
    uow: UnitOfWork, actor: Actor, appeal: Appeal, text: str, template_id: int | None
) -> Answer:
    draft = await answers.unsent(uow, actor, appeal.id) if template_id is None else None
    if draft is not None:
        return await uow.session.get_one(Answer, draft.id)
    row = Answer(
        appeal_id=appeal.id,
        author_id=actor.user_id,
        text=text,
        came_by="bot",
        created_at=uow.now,
    )
    uow.session.add(row)
    return row
