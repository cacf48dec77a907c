"""The list of a deputy's announcements."""

from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.events import views
from services.events import scope, slots
from services.unit_of_work import UnitOfWork


async def announcements(
    uow: UnitOfWork, actor: Actor, texts: Texts, mandate_id: int, page: int = 0
) -> Screen:
    found = await scope.listed(uow, actor, mandate_id, page)
    visits = found.is_side or await slots.any_for(uow, actor, mandate_id)
    return views.listed(texts, found, visits=visits)
