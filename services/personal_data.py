"""What is kept about one person, shown in full. Erasing it: services/forgetting.py."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import delete, func, select

from domain.appeals import State
from domain.names import Names
from domain.roles import Actor, Role
from models.appeals import Answer, Appeal, AppealEvent, Attachment
from models.assemblies import Assembly, District
from models.casework import Addition, Clarification
from models.messaging import OutboxMessage
from models.users import Consent, Grant, HomeDistrict, User
from services import following, people, traces
from services.directory import Deputy, deputy
from services.grants import Scope, scope_of
from services.ids import known_id
from services.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Home:
    assembly_id: int
    assembly: Names
    district: int


@dataclass(frozen=True, slots=True)
class Term:
    """A role held from a moment to a moment."""

    scope: Scope
    since: datetime
    until: datetime | None
    short_name: str | None  # for colleagues


@dataclass(frozen=True, slots=True)
class About:
    """Everything but the letters."""

    user_id: int
    telegram_id: int
    since: datetime
    homes: tuple[Home, ...]
    consents: tuple[tuple[str, datetime], ...]
    roles: tuple[Term, ...]
    letters: int
    others: int  # what is kept besides letters: see services/traces.py
    messages_waiting: int


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of this person with all that is kept about it; without a number it is a draft."""

    number: str | None
    state: State
    deputy: Deputy
    created_at: datetime
    registered_on: date | None
    ack_due: date | None
    answer_due: date | None
    name: str | None
    place: str | None
    text: str
    summary: str | None  # what all may read
    e_otinish: str | None  # its number there
    files: int
    asked: tuple[tuple[str, str | None], ...]  # questions with the replies, sent or begun
    answers: tuple[str, ...]
    additions: tuple[str, ...]  # what was said to the answers
    steps: int


async def homes(uow: UnitOfWork, actor: Actor) -> tuple[Home, ...]:
    rows = await uow.session.execute(
        select(Assembly, District.number)
        .join(HomeDistrict, HomeDistrict.assembly_id == Assembly.id)
        .join(District, District.id == HomeDistrict.district_id)
        .where(HomeDistrict.user_id == actor.user_id)
        .order_by(HomeDistrict.id)
    )
    return tuple(Home(body.id, body.names, number) for body, number in rows)


async def remove_home(uow: UnitOfWork, actor: Actor, assembly_id: int) -> None:
    """What was followed because of it ends with it."""
    was = dict(await people.homes_of(uow, actor)).get(assembly_id)
    if was is not None:
        await following.moved(uow, actor, was, None)
    await uow.session.execute(
        delete(HomeDistrict).where(
            HomeDistrict.user_id == actor.user_id,
            HomeDistrict.assembly_id == known_id("assembly", assembly_id),
        )
    )
    people.homes_changed(uow, actor)


async def about(uow: UnitOfWork, actor: Actor) -> About:
    user = await uow.session.get_one(User, actor.user_id)
    given = await uow.session.execute(
        select(Consent.version, Consent.given_at)
        .where(Consent.user_id == actor.user_id)
        .order_by(Consent.id)
    )
    held = await uow.session.scalars(
        select(Grant).where(Grant.user_id == actor.user_id).order_by(Grant.id)
    )
    roles = [
        Term(
            await scope_of(uow, Role(row.role), row.mandate_id, row.assembly_id),
            row.granted_at,
            row.revoked_at,
            row.short_name,
        )
        for row in held.all()
    ]
    waiting = select(func.count(OutboxMessage.id)).where(
        OutboxMessage.recipient_id == actor.user_id, OutboxMessage.state == "new"
    )
    return About(
        user.id,
        user.telegram_id,
        user.created_at,
        await homes(uow, actor),
        tuple((version, at) for version, at in given),
        tuple(roles),
        len(await _letters(uow, actor)),
        await traces.count(uow, actor),
        await uow.session.scalar(waiting) or 0,
    )


async def letter(uow: UnitOfWork, actor: Actor, position: int) -> Letter | None:
    """The person's letters one by one, the oldest first, counted from 0."""
    ids = await _letters(uow, actor)
    if not 0 <= position < len(ids):
        return None
    row = await uow.session.get_one(Appeal, ids[position])
    answers = await uow.session.scalars(
        select(Answer.text)
        .where(Answer.appeal_id == row.id, Answer.sent_at.is_not(None))
        .order_by(Answer.id)
    )
    additions = await uow.session.scalars(
        select(Addition.text)
        .where(Addition.appeal_id == row.id, Addition.text != "")
        .order_by(Addition.id)
    )
    asked = await uow.session.execute(
        select(Clarification.question, Clarification.reply)
        .where(Clarification.appeal_id == row.id)
        .order_by(Clarification.id)
    )
    files = select(func.count(Attachment.id)).where(Attachment.appeal_id == row.id)
    steps = select(func.count(AppealEvent.id)).where(AppealEvent.appeal_id == row.id)
    return Letter(
        row.number,
        State(row.state),
        await deputy(uow, row.mandate_id),
        row.created_at,
        row.registered_on,
        row.ack_due,
        row.answer_due,
        row.sender_name,
        row.sender_place,
        row.text,
        row.summary,
        row.e_otinish_number,
        await uow.session.scalar(files) or 0,
        tuple((question, reply) for question, reply in asked if question),
        tuple(answers),
        tuple(additions),
        await uow.session.scalar(steps) or 0,
    )


async def _letters(uow: UnitOfWork, actor: Actor) -> Sequence[int]:
    rows = await uow.session.scalars(
        select(Appeal.id).where(Appeal.author_id == actor.user_id).order_by(Appeal.id)
    )
    return rows.all()
