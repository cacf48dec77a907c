"""Messages about reports that are ready or could not be made."""

from typing import Any

from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.report import views
from services import jobs, report_orders
from services.unit_of_work import UnitOfWork


async def ready(uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]) -> list[Screen]:
    """Raises NotAllowed when the role has ended meanwhile."""
    job = await jobs.view(uow, actor, facts["job_id"])
    await report_orders.of_job(uow, actor, job.facts)
    return [views.ready(texts, job)]


async def failed(
    _uow: UnitOfWork, _actor: Actor, texts: Texts, _facts: dict[str, Any]
) -> list[Screen]:
    return [views.failed(texts)]


NOTICES = {"report_ready": ready, "report_failed": failed}
