"""What is kept for a limited time: the words of a case, then all of it but its number."""

from collections.abc import Sequence
from typing import Final

from sqlalchemy import delete, select, update

from domain.appeals import FINAL, State, Visibility
from domain.life_cycle import DATES_KEPT, WORDS_KEPT, Action
from domain.names import Language
from domain.roles import Role
from domain.terms import RuleId
from models.appeals import Answer, Appeal, AppealEvent, Handover
from models.casework import (
    Addition,
    Clarification,
    Extension,
    ExtensionRequest,
    Redirection,
    Supporter,
)
from models.users import User
from services.appeals.events import move
from services.forgetting import empty_letters
from services.unit_of_work import UnitOfWork

AT_ONCE: Final = 100
NOBODY: Final = 0  # no Telegram account has this number
_TRACES: Final = (
    Answer,
    Clarification,
    Extension,
    ExtensionRequest,
    Redirection,
    Handover,
    Supporter,
    Addition,
    AppealEvent,
)


async def anonymise(uow: UnitOfWork) -> bool:
    """Words, names and files of cases that ended long ago go. True: there may be more."""
    rows = await uow.session.scalars(
        select(Appeal)
        .where(
            Appeal.state.in_(FINAL - {State.ANONYMISED}),
            Appeal.state_since <= uow.now - WORDS_KEPT,
        )
        .order_by(Appeal.state_since)
        .limit(AT_ONCE)
        .with_for_update(skip_locked=True)
    )
    found = rows.all()
    for appeal in found:
        ended_at = appeal.state_since or uow.now
        await move(uow, appeal, Action.ANONYMISE, None, Role.SYSTEM)
        appeal.expires_at = ended_at + DATES_KEPT
    if found:
        await uow.session.flush()
        await empty_letters(uow, [appeal.id for appeal in found])
    return len(found) == AT_ONCE


async def leave_the_number(uow: UnitOfWork) -> bool:
    """Of an anonymised case only the row of its number stays. True: there may be more."""
    rows = await uow.session.scalars(
        select(Appeal.id)
        .where(Appeal.state == State.ANONYMISED, Appeal.expires_at <= uow.now)
        .order_by(Appeal.expires_at)
        .limit(AT_ONCE)
    )
    ids = rows.all()
    if ids:
        await _reduce(uow, ids, await _nobody(uow))
    return len(ids) == AT_ONCE


async def _reduce(uow: UnitOfWork, ids: Sequence[int], nobody: int) -> None:
    """Assembly, year, serial, number and the mandate stay: the numbers keep having no gaps."""
    for table in _TRACES:
        await uow.session.execute(delete(table).where(table.appeal_id.in_(ids)))
    no_dates = dict.fromkeys(
        (
            "received_at",
            "registered_on",
            "clock_started_on",
            "ack_due",
            "answer_due",
            "handover_due",
            "reply_due",
            "state_since",
            "expires_at",
            "e_otinish_on",
        )
    )
    no_facts = dict.fromkeys(
        (
            "kind",
            "topic",
            "outcome",
            "closed_as",
            "held_for",
            "returned_for",
            "parent_id",
            "assignee_id",
            "calendar_version",
        )
    )
    await uow.session.execute(
        update(Appeal)
        .where(Appeal.id.in_(ids))
        .values(
            author_id=nobody,
            language=Language.KK,
            visibility=Visibility.PRIVATE,
            created_at=uow.now,
            clock_rule=RuleId.ANSWER,
            **no_dates,
            **no_facts,
        )
    )


async def _nobody(uow: UnitOfWork) -> int:
    """Stands where an author stood."""
    found = await uow.session.scalar(select(User).where(User.telegram_id == NOBODY))
    if found is None:
        found = User(
            telegram_id=NOBODY,
            language=Language.KK,
            created_at=uow.now,
            blocked_at=uow.now,
        )
        uow.session.add(found)
        await uow.session.flush()
    return found.id
