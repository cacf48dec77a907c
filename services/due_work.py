"""All work that is due at a moment. Each part may run any number of times."""

from collections.abc import Awaitable, Callable
from typing import Final

from services import inbox, news, outbox, retention
from services.appeals import (
    changed_dates,
    clarification,
    closing,
    holding,
    left_alone,
    reminders,
    replying,
    succession,
)
from services.digests import building, plans
from services.events import afterwards, fanout
from services.promises import publishing
from services.records import drafts as record_drafts
from services.records import waiting
from services.unit_of_work import Database, UnitOfWork

# One part in one short transaction. True: there was more than one helping, come again.
Part = Callable[[UnitOfWork], Awaitable[bool | None]]

PARTS: Final[tuple[Part, ...]] = (
    inbox.purge,
    changed_dates.follow_calendar,
    reminders.remind,
    left_alone.remind,
    left_alone.expire,
    replying.remind,
    clarification.close_unanswered,
    succession.offer,
    holding.alarm,
    closing.close_silent,
    closing.close_settled,
    closing.close_redirected,
    publishing.publish,
    afterwards.ask,
    fanout.build,
    plans.of_administrators,
    building.build_due,
    news.build,
    retention.anonymise,
    retention.leave_the_number,
    record_drafts.expire,
    waiting.tell,
    outbox.purge,
)


async def do_due_work(database: Database) -> None:
    """Runs every part until it has nothing left. A part that fails does not hold up the others.

    Raises ExceptionGroup at the end with what failed.
    """
    faults: list[Exception] = []
    for part in PARTS:
        try:
            await _to_its_end(database, part)
        except Exception as fault:  # noqa: BLE001 - raised below, after the others had their turn
            faults.append(fault)
    if faults:
        message = "due work"
        raise ExceptionGroup(message, faults)


async def _to_its_end(database: Database, part: Part) -> None:
    more: bool | None = True
    while more:
        async with database.write() as uow:
            more = await part(uow)
