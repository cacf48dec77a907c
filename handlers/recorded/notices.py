"""Messages about disputes: to coordinators, and what was decided to both sides."""

from typing import Any

from domain.errors import NotFound
from domain.promises import Decision
from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.recorded import dispute_views
from services.promises import settling
from services.unit_of_work import UnitOfWork


async def disputed(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    found = await settling.dispute(uow, actor, facts["response_id"])
    if not found.may_settle:
        raise NotFound("dispute", found.response.id)
    note = texts("<b>A deputy disagrees with a record.</b> Please look at it and decide.")
    return [dispute_views.dispute(texts, found, note).as_fresh()]


async def settled(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    found = await settling.dispute(uow, actor, facts["response_id"])
    note = (
        texts("<b>A coordinator agreed with the deputy's side.</b> The record is returned.")
        if found.response.decision is Decision.UPHELD
        else texts("<b>A coordinator decided about a dispute: the record stays.</b>")
    )
    return [dispute_views.dispute(texts, found, note).as_fresh()]


NOTICES = {"fact_disputed": disputed, "dispute_settled": settled}
