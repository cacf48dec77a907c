"""Whoever asks the same as an appeal gets its answer too, without a word of the author's letter."""

from dataclasses import dataclass

from sqlalchemy import insert, select

from domain.errors import NotFound
from domain.roles import Actor
from models.appeals import Answer, Appeal
from models.casework import Supporter
from services import directory, following, outbox
from services.appeals import record
from services.appeals.delivery import tell_author
from services.appeals.files import files_of
from services.appeals.record import AnswerView
from services.directory import Deputy
from services.outbox import Priority, Queued
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class SharedAnswer:
    """`own` is the number of the letter of theirs that was merged into this one, if it was.

    `subscription_id` is what they can stop with one tap.
    """

    appeal_id: int
    number: str
    own: str | None
    deputy: Deputy
    answer: AnswerView
    subscription_id: int | None


async def tell_answered(uow: UnitOfWork, appeal: Appeal, answer_id: int) -> None:
    """One answer reaches all."""
    await tell_author(uow, appeal, "answered", answer_id)
    await tell_supporters(uow, appeal, answer_id, await following.hears_at_once(uow, appeal.id))


async def tell_supporters(
    uow: UnitOfWork, appeal: Appeal, answer_id: int, user_ids: list[int]
) -> None:
    kind, facts = "shared_answer", {"appeal_id": appeal.id, "answer_id": answer_id}
    shared = [
        Queued(kind, user_id, f"{kind}:{answer_id}:{user_id}", Priority.ANSWER, facts)
        for user_id in user_ids
    ]
    await outbox.queue_many(uow, shared)


async def add(uow: UnitOfWork, appeal: Appeal, user_id: int) -> bool:
    """Counts somebody once; the author asks already. The appeal's row is held by the caller."""
    known = select(Supporter.id).where(
        Supporter.appeal_id == appeal.id, Supporter.user_id == user_id
    )
    if user_id == appeal.author_id or await uow.session.scalar(known) is not None:
        return False
    uow.session.add(Supporter(appeal_id=appeal.id, user_id=user_id, joined_at=uow.now))
    await uow.session.flush()
    await following.follow_appeal(uow, user_id, appeal.id)
    return True


async def go_along(uow: UnitOfWork, appeal: Appeal, onto: Appeal) -> list[int]:
    """Whoever joined a case joins the one in which it goes on; who is new there."""
    there = select(Supporter.user_id).where(Supporter.appeal_id == onto.id)
    rows = await uow.session.scalars(
        select(Supporter.user_id)
        .where(
            Supporter.appeal_id == appeal.id,
            Supporter.user_id != onto.author_id,
            Supporter.user_id.not_in(there),
        )
        .order_by(Supporter.id)
    )
    new = list(rows)
    if new:
        joined = {"appeal_id": onto.id, "joined_at": uow.now}
        await uow.session.execute(insert(Supporter), [joined | {"user_id": one} for one in new])
    await following.follow_on(uow, appeal.id, onto.id, new)
    return new


async def last_answer(uow: UnitOfWork, appeal_id: int) -> int | None:
    """The newest one that was sent and is no word on the way."""
    return await uow.session.scalar(
        select(Answer.id)
        .where(
            Answer.appeal_id == appeal_id, Answer.sent_at.is_not(None), Answer.interim.is_(False)
        )
        .order_by(Answer.id.desc())
        .limit(1)
    )


async def own_number(uow: UnitOfWork, actor: Actor, appeal_id: int) -> str | None:
    """Of the letter of theirs that was merged into this one, if one was."""
    return await uow.session.scalar(
        select(Appeal.number)
        .where(
            Appeal.author_id == actor.user_id,
            Appeal.parent_id == appeal_id,
            Appeal.number.is_not(None),
        )
        .limit(1)
    )


async def shared_answer(
    uow: UnitOfWork, actor: Actor, appeal_id: int, answer_id: int
) -> SharedAnswer:
    """For supporters only. Raises NotFound."""
    appeal = await uow.session.scalar(
        select(Appeal)
        .join(Supporter, Supporter.appeal_id == Appeal.id)
        .where(Appeal.id == appeal_id, Supporter.user_id == actor.user_id)
    )
    files = await files_of(uow, appeal_id)
    rows = await uow.session.scalars(
        select(Answer.id)
        .where(Answer.appeal_id == appeal_id, Answer.sent_at.is_not(None))
        .order_by(Answer.sent_at, Answer.id)
    )
    sent = dict(zip(rows.all(), await record.answers(uow, appeal_id, files), strict=True))
    if appeal is None or appeal.number is None or answer_id not in sent:
        raise NotFound("answer", answer_id)
    own = await own_number(uow, actor, appeal_id)
    deputy = await directory.deputy(uow, appeal.mandate_id)
    followed = await following.of_appeal(uow, actor, appeal_id)
    return SharedAnswer(appeal.id, appeal.number, own, deputy, sent[answer_id], followed)
