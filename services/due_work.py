"""All work that is due at a moment. Each part may run any number of times."""

from services import inbox
from services.appeals import drafts
from services.unit_of_work import UnitOfWork


async def do_due_work(uow: UnitOfWork) -> None:
    await inbox.purge(uow)
    await drafts.remind(uow)
    await drafts.expire(uow)
