"""Was it solved? Asked with the answer, and again where nobody said anything."""

from datetime import timedelta
from typing import Final

from domain.appeals import State
from domain.calendar import outside_quiet_hours
from domain.errors import NotFound
from domain.life_cycle import SILENT_AFTER
from domain.roles import Actor
from models.appeals import Appeal
from services import outbox
from services.appeals import reading
from services.appeals.reading import Case
from services.unit_of_work import UnitOfWork

KIND = "survey"
AFTER: Final = (timedelta(days=3), timedelta(days=10))
_NEXT: Final = {3: 10, 10: SILENT_AFTER.days}


async def ask_later(uow: UnitOfWork, appeal: Appeal, answer_id: int) -> None:
    for pause in AFTER:
        await outbox.queue(
            uow,
            KIND,
            appeal.author_id,
            f"{KIND}:{appeal.id}:{answer_id}:{pause.days}",
            priority=outbox.Priority.REMINDER,
            due_at=outside_quiet_hours(uow.now + pause, uow.rules.zone),
            appeal_id=appeal.id,
            days=pause.days,
        )


async def still_open(uow: UnitOfWork, actor: Actor, appeal_id: int, days: int) -> Case:
    """The case, if this question still has its place. Raises NotFound.

    It has none when something was said, a newer answer came, or the next question is due as well.
    """
    case = await reading.authored(uow, actor, appeal_id)
    passed = uow.now - case.since
    in_time = timedelta(days=days) <= passed < timedelta(days=_NEXT[days])
    if case.state is not State.ANSWERED or not in_time:
        raise NotFound("survey", appeal_id)
    return case
