"""Messages about reports that are ready or could not be made."""

from typing import Any

from domain.errors import ElectionTime
from domain.roles import Actor
from handlers.common.errors import explain
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.report import views
from services import jobs, report_orders
from services.unit_of_work import UnitOfWork


async def ready(uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]) -> list[Screen]:
    """Raises NotAllowed when the role has ended meanwhile."""
    job = await jobs.view(uow, actor, facts["job_id"])
    return await _closed(uow, actor, texts, job) or [views.ready(texts, job)]


async def failed(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    job = await jobs.view(uow, actor, facts["job_id"])
    return await _closed(uow, actor, texts, job) or [views.failed(texts)]


async def _closed(uow: UnitOfWork, actor: Actor, texts: Texts, job: jobs.JobView) -> list[Screen]:
    """An election that began after the order: the law is named instead of a report."""
    try:
        await report_orders.of_job(uow, actor, job.facts)
    except ElectionTime as closed:
        return explain(texts, closed)
    return []


NOTICES = {"report_ready": ready, "report_failed": failed}
