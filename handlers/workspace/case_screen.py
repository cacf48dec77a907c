"""The case card with everything that stands on it, for every act that leads back to it."""

from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.workspace import views
from services.appeals import answers, reading
from services.desk.side import side_of
from services.unit_of_work import UnitOfWork


async def case_screen(
    uow: UnitOfWork, actor: Actor, texts: Texts, appeal_id: int, *, changed: bool = False
) -> Screen:
    """`changed`: the button that was tapped belonged to an earlier state."""
    case = await reading.in_workspace(uow, actor, appeal_id)
    draft = await answers.unsent(uow, actor, appeal_id)
    side = await side_of(uow, actor, appeal_id)
    note = texts("This has changed meanwhile. It now stands like this:") if changed else None
    return views.case(texts, case, side, draft, uow.rules.today(uow.now), note)
