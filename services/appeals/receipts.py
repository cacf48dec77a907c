"""A receipt that others can verify: number and secret words show that and when it was registered.

Whoever has both sees dates and the state, never a name or a word of the letter.
"""

import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import select

from domain import numbers
from domain.appeals import Outcome, State
from domain.errors import BadInput, LimitReached, NotFound
from domain.names import Names
from domain.roles import Actor
from domain.secret_words import folded, new_words
from models.appeals import Appeal
from models.assemblies import Assembly
from services.appeals import dates
from services.unit_of_work import UnitOfWork

WRONG_TRIES: Final = 10
WITHIN: Final = timedelta(hours=1)
LONGEST: Final = 100  # characters of number and words together


@dataclass
class Tries:
    """Wrong words of each person; kept in memory, since the words alone are beyond guessing."""

    now: Callable[[], datetime]
    _wrong: dict[int, deque[datetime]] = field(default_factory=dict)

    def check(self, user_id: int) -> None:
        """Raises LimitReached."""
        recent = self._wrong.get(user_id)
        while recent and recent[0] <= self.now() - WITHIN:
            recent.popleft()
        if recent and len(recent) >= WRONG_TRIES:
            raise LimitReached("receipts", recent[0] + WITHIN)

    def wrong(self, user_id: int) -> None:
        self._wrong.setdefault(user_id, deque()).append(self.now())


@dataclass(frozen=True, slots=True)
class Receipt:
    """What its author shows to others."""

    appeal_id: int
    number: str
    words: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What others see: no names, no text."""

    number: str
    assembly: Names
    received_at: datetime
    registered_on: date
    state: State
    state_since: datetime | None
    acknowledge_by: date | None
    answer_by: date | None
    outcome: Outcome | None


def give_words(appeal: Appeal) -> str:
    """At registration; an appeal that is older than this gets its words when they are asked for."""
    if appeal.secret_word is None:
        appeal.secret_word = new_words(secrets.choice)
    return appeal.secret_word


async def own(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Receipt:
    """For the author alone; the words are "" where none were given yet. Raises NotFound."""
    appeal = await _own(uow, actor, appeal_id)
    return Receipt(appeal.id, str(appeal.number), appeal.secret_word or "")


async def shown(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Receipt:
    """The same, with words in any case. Raises NotFound."""
    appeal = await _own(uow, actor, appeal_id)
    return Receipt(appeal.id, str(appeal.number), give_words(appeal))


async def _own(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Appeal:
    appeal = await uow.session.scalar(
        select(Appeal).where(
            Appeal.id == appeal_id,
            Appeal.author_id == actor.user_id,
            Appeal.number.is_not(None),
        )
    )
    if appeal is None:
        raise NotFound("appeal", appeal_id)
    return appeal


async def verify(uow: UnitOfWork, actor: Actor, tries: Tries, number: str, words: str) -> Verified:
    """Raises NotFound alike for a number that is not there and for words that do not fit it."""
    tries.check(actor.user_id)
    row = (
        await uow.session.execute(
            select(Appeal, Assembly)
            .join(Assembly, Assembly.id == Appeal.assembly_id)
            .where(Appeal.number == _number(number))
        )
    ).first()
    expected = folded(row[0].secret_word or "") if row else ""
    given = folded(words)
    if row is None or not expected or not secrets.compare_digest(expected, given):
        tries.wrong(actor.user_id)
        raise NotFound("receipt")
    return _verified(uow, row[0], row[1])


def _number(typed: str) -> str:
    try:
        return str(numbers.parse(typed))
    except BadInput:
        return ""  # no appeal has it: the same answer as for wrong words


def _verified(uow: UnitOfWork, appeal: Appeal, assembly: Assembly) -> Verified:
    running = dates.in_force(appeal)
    received = appeal.received_at or appeal.created_at
    return Verified(
        number=str(appeal.number),
        assembly=assembly.names,
        received_at=received,
        registered_on=appeal.registered_on or uow.rules.today(received),
        state=State(appeal.state),
        state_since=appeal.state_since,
        acknowledge_by=running.get("ack"),
        answer_by=running.get("answer"),
        outcome=Outcome(appeal.outcome) if appeal.outcome else None,
    )


def read(typed: str) -> tuple[str, str] | None:
    """Number and words in one line as people type them; None where it is something else.

    The words are "" where only a number was typed.
    """
    if len(typed) > LONGEST:
        return None
    parts = typed.split()
    for end in range(len(parts), 0, -1):
        try:
            number = numbers.parse(" ".join(parts[:end]))
        except BadInput:
            continue
        return str(number), " ".join(parts[end:])
    return None
