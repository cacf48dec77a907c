"""Joining somebody's letter instead of sending the same: counted once, told of every answer."""

from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import bindparam, delete, func, select

from domain.appeals import AWAITING_ANSWER, OPEN, Closing, State, Visibility
from domain.errors import NotFound, TransitionRefused
from domain.life_cycle import Action
from domain.roles import Actor, Role
from models.appeals import Appeal
from models.casework import Supporter
from services import directory, following, people
from services.appeals.alike import supporters
from services.appeals.course import Redirected, course_of
from services.appeals.events import move, record
from services.appeals.publicity import public_words
from services.appeals.registration import CONSENT_VERSION
from services.appeals.supporting import own_number
from services.directory import Deputy
from services.unit_of_work import UnitOfWork

PAGE = 5
LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Joined:
    """Another's letter, as its supporters see it: no name, no place, only what is public."""

    id: int
    number: str
    state: State
    deputy: Deputy
    words: str | None
    people: int
    joined_on: date
    answer_due: date | None


@dataclass(frozen=True, slots=True)
class Progress:
    """What became of it, without what only its author was told."""

    letter: Joined
    own: str | None  # the number of their letter that was merged into it
    redirected: Redirected | None
    merged_into: str | None
    closed_as: Closing | None


@dataclass(frozen=True, slots=True)
class JoinedPage:
    rows: tuple[Joined, ...]
    page: int
    total: int


async def join(uow: UnitOfWork, actor: Actor, letter_id: int, appeal_id: int) -> Joined:
    """Instead of this draft or held letter. A second time changes nothing.

    Raises NotFound for what is not theirs or not public, TransitionRefused when the other letter
    is closed meanwhile.
    """
    parent = await _public(uow, actor, appeal_id)
    mine = await uow.session.scalar(
        select(Appeal)
        .where(Appeal.id == letter_id, Appeal.author_id == actor.user_id)
        .with_for_update()
    )
    if mine is None or mine.mandate_id != parent.mandate_id:
        raise NotFound("draft", letter_id)
    if mine.state != State.JOINED or mine.parent_id != parent.id:
        if parent.state not in OPEN:
            raise TransitionRefused(parent.state, Action.JOIN, "join_closed")
        mine.parent_id = parent.id
        mine.expires_at = None
        await people.consent(uow, actor, CONSENT_VERSION)
        await move(uow, mine, Action.JOIN, actor, Role.VOTER, parent=parent.id)
        await _support(uow, actor, parent)
    return await joined(uow, actor, parent.id)


async def _public(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Appeal:
    row = await uow.session.scalar(
        select(Appeal)
        .where(
            Appeal.id == appeal_id,
            Appeal.number.is_not(None),
            Appeal.visibility != Visibility.PRIVATE,
            Appeal.author_id != actor.user_id,
        )
        .with_for_update()
    )
    if row is None:
        raise NotFound("appeal", appeal_id)
    return row


async def _support(uow: UnitOfWork, actor: Actor, parent: Appeal) -> None:
    """The row of the parent is locked, so two taps cannot count one person twice."""
    known = select(Supporter.id).where(
        Supporter.appeal_id == parent.id, Supporter.user_id == actor.user_id
    )
    if await uow.session.scalar(known) is None:
        uow.session.add(Supporter(appeal_id=parent.id, user_id=actor.user_id, joined_at=uow.now))
        await uow.session.flush()
        await following.follow_appeal(uow, actor.user_id, parent.id)


async def joined(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Joined:
    """Raises NotFound for whoever has not joined it."""
    row = (
        await uow.session.execute(
            select(Appeal, Supporter)
            .join(Supporter, Supporter.appeal_id == Appeal.id)
            .where(Appeal.id == appeal_id, Supporter.user_id == actor.user_id)
        )
    ).first()
    if row is None:
        raise NotFound("appeal", appeal_id)
    parent, support = row
    return await _view(uow, parent, support)


async def progress(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Progress:
    """Raises NotFound for whoever has not joined it, or has left."""
    letter = await joined(uow, actor, appeal_id)
    appeal = await uow.session.get_one(Appeal, letter.id)
    found = await course_of(uow, appeal)
    passed_on = found.redirected
    return Progress(
        letter,
        await own_number(uow, actor, letter.id),
        replace(passed_on, files=()) if passed_on else None,
        found.merged_into,
        Closing(appeal.closed_as) if appeal.closed_as else None,
    )


async def mine(uow: UnitOfWork, actor: Actor, page: int) -> JoinedPage:
    """What this person has joined, the newest first."""
    theirs = Supporter.user_id == actor.user_id
    total = await count(uow, actor)
    here = min(max(page, 0), max(0, (total - 1) // PAGE))
    rows = await uow.session.execute(
        select(Appeal, Supporter)
        .join(Supporter, Supporter.appeal_id == Appeal.id)
        .where(theirs)
        .order_by(Supporter.id.desc())
        .offset(here * PAGE)
        .limit(PAGE)
    )
    found = [await _view(uow, parent, support) for parent, support in rows.all()]
    return JoinedPage(tuple(found), here, total)


_COUNT = select(func.count(Supporter.id)).where(Supporter.user_id == bindparam("user_id"))


async def count(uow: UnitOfWork, actor: Actor) -> int:
    return await uow.session.scalar(_COUNT, {"user_id": actor.user_id}) or 0


async def leave(uow: UnitOfWork, actor: Actor, appeal_id: int) -> None:
    """Not counted and not told any longer. A second time changes nothing."""
    await following.leave_appeal(uow, actor, appeal_id)
    await uow.session.execute(
        delete(Supporter).where(
            Supporter.appeal_id == appeal_id, Supporter.user_id == actor.user_id
        )
    )
    rows = await uow.session.scalars(
        select(Appeal).where(
            Appeal.author_id == actor.user_id,
            Appeal.parent_id == appeal_id,
            Appeal.state == State.JOINED,
        )
    )
    for own in rows.all():
        await record(uow, own, LEAVE, actor, Role.VOTER, parent=appeal_id)


async def _view(uow: UnitOfWork, parent: Appeal, support: Supporter) -> Joined:
    return Joined(
        parent.id,
        parent.number or "",
        State(parent.state),
        await directory.deputy(uow, parent.mandate_id),
        public_words(Visibility(parent.visibility), parent.summary, parent.text),
        (await supporters(uow, [parent.id])).get(parent.id, 0) + 1,
        uow.rules.today(support.joined_at),
        parent.answer_due if parent.state in AWAITING_ANSWER else None,
    )
