"""An appeal that its author sends through the state's e-Otinish too: its number and clock there."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from sqlalchemy import select

from domain.due import RULES, DueDate, RuleId, due
from domain.errors import BadInput, NotFound
from domain.roles import Actor, Role
from domain.text import clean
from models.appeals import Appeal
from services.appeals.events import record
from services.unit_of_work import UnitOfWork

EVENT: Final = "e_otinish"
NUMBER_LIMIT: Final = 60


@dataclass(frozen=True, slots=True)
class StateClock:
    """The number there, since when, and by when a state body has to answer."""

    number: str
    since: date
    due: DueDate


def state_clock(uow: UnitOfWork, appeal: Appeal) -> StateClock | None:
    if appeal.e_otinish_number is None or appeal.e_otinish_on is None:
        return None
    registered = uow.rules.calendar.next_working(appeal.e_otinish_on)
    until = due(registered, RULES[RuleId.STATE_ANSWER], uow.rules.calendar)
    return StateClock(appeal.e_otinish_number, appeal.e_otinish_on, until)


async def note(uow: UnitOfWork, actor: Actor, appeal_id: int, typed: str) -> None:
    """Keeps the number that the author got there; the state's clock counts from today.

    The same number again changes nothing. Raises NotFound, BadInput.
    """
    number = " ".join(clean(typed).split())
    if not any(sign.isdigit() for sign in number):
        raise BadInput("no_digits")
    if len(number) > NUMBER_LIMIT:
        raise BadInput("too_long", limit=NUMBER_LIMIT)
    appeal = await uow.session.scalar(
        select(Appeal)
        .where(
            Appeal.id == appeal_id,
            Appeal.author_id == actor.user_id,
            Appeal.number.is_not(None),
        )
        .with_for_update()
    )
    if appeal is None:
        raise NotFound("appeal", appeal_id)
    if appeal.e_otinish_number == number:
        return
    appeal.e_otinish_number = number
    appeal.e_otinish_on = uow.rules.today(uow.now)
    await record(uow, appeal, EVENT, actor, Role.VOTER)
