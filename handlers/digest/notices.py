"""The digest as a message, read and worded when it is sent."""

from datetime import datetime
from typing import Any

from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.digest import views
from services.digests import plans, reading
from services.digests.week import Window
from services.unit_of_work import UnitOfWork


async def digest(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    """Nothing for whoever switched it off meanwhile, or wants silence in a week without news."""
    plan = await plans.plan_of(uow, actor)
    if plan is None or plan.next_at is None:
        return []
    since, until = (datetime.fromisoformat(facts[name]) for name in ("from", "to"))
    found = await reading.digest(uow, actor, Window(since, until))
    if plan.quiet_when_empty and found.is_empty:
        return []
    return [views.digest(texts, found)]


NOTICES = {"digest": digest}
