"""What was read of the directory, kept in the process until somebody changes the directory.

Whoever changes it says so (`changed`) in the same transaction: that adds a row whose id is asked
for once in each transaction, so all processes follow. What is kept are facts about deputies that
anyone may see, never people or rights.
"""

from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from sqlalchemy import func, select, text

from models.assemblies import DirectoryVersion
from services.unit_of_work import UnitOfWork

T = TypeVar("T")
COORDINATOR = ""  # in the place of the digest of imported files

_versions = DirectoryVersion.__table__.c
_NEWEST = select(func.max(_versions.id))


@dataclass
class _Shelf:
    version: int | None
    kept: dict[Hashable, Any] = field(default_factory=dict)


async def kept(uow: UnitOfWork, key: Hashable, read: Callable[[], Awaitable[T]]) -> T:
    """What `read` gives, read once for each version of the directory."""
    if DirectoryVersion not in uow.session.info:
        uow.session.info[DirectoryVersion] = await _shelf(uow)
    shelf: _Shelf | None = uow.session.info[DirectoryVersion]
    if shelf is None:
        return await read()
    if key not in shelf.kept:
        shelf.kept[key] = await read()
    found: T = shelf.kept[key]
    return found


async def changed(uow: UnitOfWork) -> None:
    """After a change by hand. An import adds a row of its own: see `bypass`."""
    await alone(uow)
    latest = select(DirectoryVersion.data_date).order_by(DirectoryVersion.id.desc()).limit(1)
    uow.session.add(
        DirectoryVersion(
            digest=COORDINATOR,
            data_date=await uow.session.scalar(latest),
            imported_at=uow.now,
        )
    )
    bypass(uow)


async def alone(uow: UnitOfWork) -> None:
    """One after the other on PostgreSQL: an id that is committed late would never be the newest."""
    if uow.session.get_bind().dialect.name == "postgresql":
        await uow.session.execute(text("LOCK TABLE directory_versions IN EXCLUSIVE MODE"))


def bypass(uow: UnitOfWork) -> None:
    """Nothing is kept until this transaction ends: a rollback would give its id to another one."""
    uow.session.info[DirectoryVersion] = None


async def _shelf(uow: UnitOfWork) -> _Shelf | None:
    """This transaction's shelf; None where nothing was ever imported, so nothing tells of changes.

    A transaction holds on to the shelf it began with while others may be on a newer one already.
    """
    version = await uow.session.scalar(_NEWEST)
    if version is None:
        return None
    shelf: _Shelf | None = uow.process.get(DirectoryVersion)
    if shelf is None or shelf.version != version:
        shelf = uow.process[DirectoryVersion] = _Shelf(version)
    return shelf
