"""All work that is due at a moment. Each part may run any number of times."""

from services import inbox, retention
from services.appeals.drafts import expire, remind
from services.unit_of_work import UnitOfWork


async def do_due_work(uow: UnitOfWork) -> None:
    await inbox.purge(uow)
    await remind(uow)
    await expire(uow)
    await retention.empty_old_letters(uow)
