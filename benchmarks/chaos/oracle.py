"""What must hold after any number of kills. Each violation is one sentence with ids only."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import func, select

from benchmarks.chaos.story import CANARY, Ledger, receipt_number
from benchmarks.processes import TOKEN
from benchmarks.stand_in import Json, StandIn
from domain.appeals import State
from domain.life_cycle import Action
from models.appeals import Answer, Appeal, AppealEvent
from models.messaging import InboxUpdate, OutboxMessage
from services.checking import check
from services.unit_of_work import Database, UnitOfWork


async def waiting(database: Database, telegram: StandIn) -> str:
    """What is still to be done, in words; empty when everything has settled."""
    queued = (await telegram.stats())["queued"]
    async with database.read() as uow:
        stored = await uow.session.scalar(select(func.count()).select_from(InboxUpdate)) or 0
        new = await uow.session.scalar(
            select(func.count()).select_from(InboxUpdate).where(InboxUpdate.state == "new")
        )
        unsent = await uow.session.scalar(
            select(func.count())
            .select_from(OutboxMessage)
            .where(OutboxMessage.state.in_(["new", "sending"]), OutboxMessage.due_at <= uow.now)
        )
    if stored < queued or new or unsent:
        return f"{queued - stored} updates are with Telegram, {new} and {unsent} messages wait"
    return ""


async def violations(
    database: Database, telegram: StandIn, ledger: Ledger, kills: int, logs: list[Path]
) -> list[str]:
    """All that does not hold; the database has settled."""
    found: list[str] = []
    async with database.read() as uow:
        found += await _inbox(uow, (await telegram.stats())["queued"])
        found += await _once(uow, ledger)
        found += await _receipts(uow, await telegram.calls("sendMessage"), kills)
        # I2 numbers, I5 integrity, chains of events: as the administrator's `check` sees them.
        found += [one.message for one in await check(uow)]
    if unsettled := await waiting(database, telegram):
        found.append(f"I4: {unsettled}")
    return found + list(_leaks(logs))


async def _inbox(uow: UnitOfWork, queued: int) -> list[str]:
    """I1: what Telegram handed over is here, once, and done."""
    rows = await uow.session.execute(
        select(InboxUpdate.state, func.count()).group_by(InboxUpdate.state)
    )
    states = dict(rows.all())
    found = [f"I1: {states[one]} updates are {one}" for one in states if one != "done"]
    if sum(states.values()) != queued:
        found.append(f"I1: {queued} updates were accepted, {sum(states.values())} are stored")
    return found


async def _once(uow: UnitOfWork, ledger: Ledger) -> list[str]:
    """I1: each letter and each answer has exactly one effect."""
    letters = " ".join(await uow.session.scalars(select(Appeal.text)))
    answers = " ".join(
        await uow.session.scalars(select(Answer.text).where(Answer.sent_at.is_not(None)))
    )
    found = [*_counted(letters, ledger.letters), *_counted(answers, ledger.answers)]
    drafts = set(await uow.session.scalars(select(Appeal.id).where(Appeal.state == State.DRAFT)))
    found += [f"I1: draft {one} was sent but not registered" for one in ledger.sent & drafts]
    doubled = await uow.session.scalars(
        select(AppealEvent.appeal_id)
        .where(AppealEvent.action.in_([Action.SEND, Action.ANSWER]))
        .group_by(AppealEvent.appeal_id, AppealEvent.action)
        .having(func.count() > 1)
    )
    return found + [f"I1: appeal {one} was sent or answered twice" for one in doubled]


def _counted(text: str, words: list[str]) -> Iterator[str]:
    for word in words:
        if (times := text.count(word)) != 1:
            yield f"I1: {word.removeprefix(CANARY)} is there {times} times"


async def _receipts(uow: UnitOfWork, calls: list[Json], kills: int) -> list[str]:
    """I3: each number reached its author, and not more often than the bot was killed."""
    arrived = Counter(
        receipt_number(call["result"])
        for call in calls
        if call["error"] is None and call["result"] is not None
    )
    numbers = await uow.session.scalars(select(Appeal.number).where(Appeal.number.is_not(None)))
    return [
        f"I3: the receipt of {number} arrived {arrived[number]} times"
        for number in numbers
        if not 1 <= arrived[number] <= 1 + kills
    ]


def _leaks(logs: list[Path]) -> Iterator[str]:
    """I6: no token and no letter in any log."""
    secret = TOKEN.partition(":")[2]
    for path in logs:
        text = path.read_text(encoding="utf-8", errors="replace")
        for name, canary in (("token", secret), ("letter", CANARY)):
            if canary in text:
                yield f"I6: a {name} in {path.name}"


async def figures(database: Database) -> str:
    """How much has happened, in words."""
    async with database.read() as uow:
        updates = await uow.session.scalar(select(func.count()).select_from(InboxUpdate))
        appeals = await uow.session.scalar(select(func.count(Appeal.number)))
        answers = await uow.session.scalar(select(func.count(Answer.sent_at)))
    return f"{updates} updates, {appeals} appeals, {answers} answers"
