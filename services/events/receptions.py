"""Voters book one visit with a deputy, move it, cancel it; both sides are reminded."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import select, update

from domain.announcements import Before, remind_at
from domain.errors import BadInput, LimitReached, NotAllowed, NotFound, TransitionRefused
from domain.roles import Actor
from domain.text import clean
from models.news import ReceptionSlot
from models.users import User
from services import outbox, people
from services.events import slots, visit_changes
from services.events.scope import PAGE, require_side
from services.events.slots import Slot, booked_by, row_of, slot, view
from services.unit_of_work import UnitOfWork

SUBJECT_LIMIT: Final = 300
TO_VOTER: Final = "visit_soon"
TO_SIDE: Final = "reception_soon"


async def book(uow: UnitOfWork, actor: Actor, ident: int, *, move: bool = False) -> Slot:
    """Takes a free time; with `move` it takes the place of the visit booked before.

    Raises LimitReached for a second visit with the same deputy, TransitionRefused when somebody
    was quicker: then what was booked before stays.
    """
    row = await row_of(uow, actor, ident)
    if actor.role_for(row.mandate_id) is not None:
        raise NotAllowed("book", "own_mandate")
    # The same person on two devices: one after the other.
    await uow.session.get_one(User, actor.user_id, with_for_update=True)
    before = await booked_by(uow, actor, row.mandate_id)
    if before is not None and before.id == ident:
        return before
    if before is not None and not move:
        raise LimitReached("visits_open")
    await _take(uow, actor, ident)
    subject = await _release(uow, actor, before.id) if before is not None else None
    await uow.session.refresh(row)
    row.subject = subject
    await visit_changes.note(uow, row)
    await _plan_reminders(uow, row)
    return await view(uow, actor, row)


async def _take(uow: UnitOfWork, actor: Actor, ident: int) -> None:
    """One statement: of two people at the same moment one gets it."""
    result = await uow.session.execute(
        update(ReceptionSlot)
        .where(
            ReceptionSlot.id == ident,
            ReceptionSlot.booked_by.is_(None),
            ReceptionSlot.closed_at.is_(None),
            ReceptionSlot.starts_at > uow.now,
        )
        .values(booked_by=actor.user_id, booked_at=uow.now, booking=ReceptionSlot.booking + 1)
        .execution_options(synchronize_session=False)
    )
    if result.rowcount != 1:  # type: ignore[attr-defined]
        raise TransitionRefused("booked", "book", "visit_taken")


async def _release(uow: UnitOfWork, actor: Actor, ident: int) -> str | None:
    """Frees a time that this person booked; what the visit was to be about."""
    row = await row_of(uow, actor, ident)
    subject = row.subject
    await uow.session.execute(
        update(ReceptionSlot)
        .where(ReceptionSlot.id == ident, ReceptionSlot.booked_by == actor.user_id)
        .values(booked_by=None, subject=None, freed_at=uow.now)
    )
    await uow.session.refresh(row)
    await visit_changes.note(uow, row)
    return subject


async def cancel(uow: UnitOfWork, actor: Actor, ident: int) -> Slot:
    """The time is free again. A second tap is refused as what is not theirs."""
    found = await mine(uow, actor, ident)
    if found.has_begun or found.is_closed:
        raise TransitionRefused("begun", "cancel", "state")
    await _release(uow, actor, ident)
    return found


async def say_subject(uow: UnitOfWork, actor: Actor, ident: int, typed: str) -> Slot:
    await mine(uow, actor, ident)
    text = clean(typed)
    if not text:
        raise BadInput("empty")
    if len(text) > SUBJECT_LIMIT:
        raise BadInput("too_long", limit=SUBJECT_LIMIT)
    row = await row_of(uow, actor, ident)
    row.subject = text
    return await view(uow, actor, row)


async def mine(uow: UnitOfWork, actor: Actor, ident: int) -> Slot:
    """A visit of this person. Raises NotFound."""
    found = await slot(uow, actor, ident)
    if not found.is_mine:
        raise NotFound("reception", ident)
    return found


async def my_visits(uow: UnitOfWork, actor: Actor) -> Sequence[Slot]:
    """All that are still to come, one for each deputy."""
    rows = await uow.session.scalars(
        select(ReceptionSlot)
        .where(
            ReceptionSlot.booked_by == actor.user_id,
            ReceptionSlot.closed_at.is_(None),
            ReceptionSlot.starts_at > uow.now,
        )
        .order_by(ReceptionSlot.starts_at)
        .limit(PAGE)
    )
    return [await view(uow, actor, row) for row in rows.all()]


async def _plan_reminders(uow: UnitOfWork, row: ReceptionSlot) -> None:
    """Whether the booking still stands is looked up when they go out."""
    side = await people.workspace_members(uow, row.mandate_id)
    for before in Before:
        due_at = remind_at(row.starts_at, before, uow.rules.zone)
        tell = {TO_VOTER: [row.booked_by or 0], TO_SIDE: side}
        if due_at <= uow.now:
            if before is Before.DAY:
                continue
            tell = {TO_SIDE: side}  # the voter has just read it
        for kind, users in tell.items():
            for user_id in users:
                await outbox.queue(
                    uow,
                    kind,
                    user_id,
                    f"{kind}:{row.id}:{row.booking}:{user_id}:{before}",
                    priority=outbox.Priority.REMINDER,
                    due_at=max(due_at, uow.now),
                    slot_id=row.id,
                    booking=row.booking,
                    before=before,
                )


async def visit_soon(uow: UnitOfWork, actor: Actor, ident: int, booking: int) -> Slot:
    """For a reminder: still this person's, open, and to come. Raises NotFound."""
    found = await mine(uow, actor, ident)
    if found.is_closed or found.has_begun or found.booking != booking:
        raise NotFound("reception", ident)
    return found


async def reception_soon(uow: UnitOfWork, actor: Actor, ident: int, booking: int) -> Sequence[Slot]:
    """For the side: the visits of a day, with the first of them only. Raises NotFound."""
    row = await row_of(uow, actor, ident)
    require_side(actor, row.mandate_id)
    visits = await slots.of_day(uow, actor, row)
    to_come = [one for one in visits if not one.has_begun]
    first = to_come[0] if to_come else None
    if first is None or first.id != ident or first.booking != booking:
        raise NotFound("reception", ident)
    return to_come


async def visit_closed(uow: UnitOfWork, actor: Actor, ident: int) -> Slot:
    """For the word that the side took the time away. Raises NotFound."""
    found = await mine(uow, actor, ident)
    if not found.is_closed:
        raise NotFound("reception", ident)
    return found
