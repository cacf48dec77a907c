"""Work that takes longer than an update may: queued, claimed by one process, watched, stopped."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import and_, or_, select, update

from domain.errors import NotFound
from domain.roles import Actor
from models.jobs import Job
from models.users import User
from services.unit_of_work import UnitOfWork

LEASE: Final = timedelta(seconds=60)  # renewed at each step; so long does a dead process hold it
TRIES: Final = 3  # a job that takes its process down must not do so for ever
OPEN: Final = ("new", "running")


@dataclass(frozen=True, slots=True)
class JobView:
    """As the person who ordered it sees it."""

    id: int
    kind: str
    facts: dict[str, Any]
    state: str
    progress: int
    total: int


@dataclass(frozen=True, slots=True)
class Claimed:
    id: int
    kind: str
    facts: dict[str, Any]
    requested_by: int
    telegram_id: int
    tries: int

    @property
    def hopeless(self) -> bool:
        return self.tries > TRIES


async def queue(uow: UnitOfWork, actor: Actor, kind: str, **facts: Any) -> JobView:
    """One at a time for each person: while one is open, it is that one."""
    open_one = await uow.session.scalar(
        select(Job)
        .where(Job.requested_by == actor.user_id, Job.kind == kind, Job.state.in_(OPEN))
        .order_by(Job.id)
        .limit(1)
    )
    if open_one is not None:
        return _view(open_one)
    job = Job(
        kind=kind, requested_by=actor.user_id, facts=facts, state="new", created_at=uow.now,
        progress=0, total=0,
    )  # fmt: skip
    uow.session.add(job)
    await uow.session.flush()
    uow.session.info["queued"] = True
    return _view(job)


async def view(uow: UnitOfWork, actor: Actor, job_id: int) -> JobView:
    """Raises NotFound for the job of somebody else too."""
    return _view(await _own(uow, actor, job_id))


async def shown_at(uow: UnitOfWork, actor: Actor, job_id: int, message_id: int) -> None:
    """In which message its progress is shown."""
    job = await _own(uow, actor, job_id)
    job.facts = {**job.facts, "message_id": message_id}


async def cancel(uow: UnitOfWork, actor: Actor, job_id: int) -> JobView:
    """A job that is over stays as it is."""
    job = await _own(uow, actor, job_id)
    if job.state in OPEN:
        job.state, job.finished_at, job.claimed_until = "cancelled", uow.now, None
    return _view(job)


async def _own(uow: UnitOfWork, actor: Actor, job_id: int) -> Job:
    job = await uow.session.get(Job, job_id)
    if job is None or job.requested_by != actor.user_id:
        raise NotFound("job", job_id)
    return job


def _view(job: Job) -> JobView:
    return JobView(job.id, job.kind, job.facts, job.state, job.progress, job.total)


async def anything_open(uow: UnitOfWork, real_now: datetime) -> bool:
    """A look that takes no lock."""
    return await uow.session.scalar(select(Job.id).where(_free(real_now)).limit(1)) is not None


def _free(real_now: datetime) -> Any:
    expired = and_(Job.state == "running", Job.claimed_until < real_now)
    return or_(Job.state == "new", expired)


async def claim(uow: UnitOfWork, real_now: datetime) -> Claimed | None:
    """The oldest one that nobody works on."""
    job = await uow.session.scalar(
        select(Job)
        .where(_free(real_now))
        .order_by(Job.id)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    if job is None:
        return None
    tries = int(job.facts.get("tries", 0)) + 1
    job.facts = {**job.facts, "tries": tries}
    job.state, job.claimed_until, job.progress = "running", real_now + LEASE, 0
    user = await uow.session.get_one(User, job.requested_by)
    return Claimed(job.id, job.kind, job.facts, job.requested_by, user.telegram_id, tries)


async def go_on(
    uow: UnitOfWork, job_id: int, progress: int, total: int, real_now: datetime
) -> bool:
    """Notes the progress and renews the lease; False when the job is not wanted any longer."""
    found = await uow.session.execute(
        update(Job)
        .where(Job.id == job_id, Job.state == "running")
        .values(progress=progress, total=total, claimed_until=real_now + LEASE)
    )
    return bool(found.rowcount)  # type: ignore[attr-defined]


async def finish(
    uow: UnitOfWork,
    job_id: int,
    state: str,
    *,
    files: list[dict[str, str]] | None = None,
    error: str | None = None,
) -> bool:
    """`done` with files, or `failed`. False when it was cancelled meanwhile."""
    job = await uow.session.get_one(Job, job_id)
    if job.state != "running":
        return False
    job.facts = {**job.facts, "files": files or []}
    job.state, job.error, job.finished_at, job.claimed_until = state, error, uow.now, None
    return True


async def release_all(uow: UnitOfWork) -> None:
    """At the start of the only process: what the last one was doing begins anew."""
    await uow.session.execute(
        update(Job).where(Job.state == "running").values(state="new", claimed_until=None)
    )
