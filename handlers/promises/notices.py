"""Messages about statuses: to coordinators, to who proposed it, to the deputy's side."""

from typing import Any

from domain.errors import NotFound
from domain.promises import ChangeState
from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts, marked
from handlers.promises import change_views
from services.promises import reading
from services.unit_of_work import UnitOfWork

# What is said, and in which states it is still true.
NEWS = {
    "change_proposed": (
        marked("<b>A status is proposed.</b> Please look at the evidence and decide."),
        {ChangeState.PROPOSED},
    ),
    "change_confirmed": (
        marked("<b>A coordinator confirmed the status you proposed.</b>"),
        {ChangeState.WITH_DEPUTY},
    ),
    "change_returned": (
        marked("<b>The status you proposed was returned.</b> It can be proposed anew, mended."),
        {ChangeState.RETURNED},
    ),
    "change_reply": (
        marked(
            "<b>A status of one of your promises is going to be public.</b> "
            "You can reply before others see it; the reply stands beside it."
        ),
        {ChangeState.WITH_DEPUTY},
    ),
    "change_public": (marked("<b>A status of a promise is public now.</b>"), {ChangeState.PUBLIC}),
}


async def _news(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any], kind: str
) -> list[Screen]:
    """What is not true any more is not news."""
    words, states = NEWS[kind]
    found = await reading.change(uow, actor, facts["change_id"])
    if found.verdict.state not in states:
        raise NotFound("change", found.verdict.id)
    return [change_views.change(texts, found, texts(words)).as_fresh()]


async def proposed(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    return await _news(uow, actor, texts, facts, "change_proposed")


async def confirmed(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    return await _news(uow, actor, texts, facts, "change_confirmed")


async def returned(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    return await _news(uow, actor, texts, facts, "change_returned")


async def reply(uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]) -> list[Screen]:
    return await _news(uow, actor, texts, facts, "change_reply")


async def public(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    return await _news(uow, actor, texts, facts, "change_public")


NOTICES = {
    "change_proposed": proposed,
    "change_confirmed": confirmed,
    "change_returned": returned,
    "change_reply": reply,
    "change_public": public,
}
