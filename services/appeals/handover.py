"""What coordinators do for a deputy who is not in the bot: pass on, and record the answer."""

from datetime import date

from sqlalchemy import ColumnElement, select

from domain.appeals import Outcome, State, Way
from domain.errors import BadInput, NotFound
from domain.life_cycle import Action
from domain.roles import Actor, Role
from domain.text import clean
from models.appeals import Answer, Appeal, Handover
from services.appeals import answers, dates, survey
from services.appeals.delivery import tell_author
from services.appeals.events import move, text_digest
from services.appeals.files import StoredFile, add_file
from services.appeals.supporting import tell_answered
from services.unit_of_work import UnitOfWork

REFERENCE_LIMIT = 200


def _scope(actor: Actor) -> ColumnElement[bool]:
    assemblies = actor.coordinated_assemblies
    everything = Appeal.number.is_not(None)
    return everything if assemblies is None else Appeal.assembly_id.in_(assemblies)


async def _case(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Appeal:
    if not actor.has(Role.COORDINATOR):
        raise NotFound("appeal", appeal_id)
    row = await uow.session.scalar(
        select(Appeal)
        .where(Appeal.id == appeal_id, Appeal.number.is_not(None), _scope(actor))
        .with_for_update()
    )
    if row is None:
        raise NotFound("appeal", appeal_id)
    return row


async def hand_over(
    uow: UnitOfWork,
    actor: Actor,
    appeal_id: int,
    way: Way,
    handed_on: date,
    reference: str | None = None,
) -> None:
    """Notes how, when and under what number it was passed on; the clocks start on that day.

    Raises BadInput for a day in the future or before the registration.
    """
    appeal = await _case(uow, actor, appeal_id)
    _check_day(uow, appeal, handed_on)
    note = clean(reference)[:REFERENCE_LIMIT] if reference else None
    await move(
        uow,
        appeal,
        Action.HAND_OVER,
        actor,
        Role.COORDINATOR,
        way=way,
        handed_on=handed_on.isoformat(),
    )
    uow.session.add(
        Handover(
            appeal_id=appeal.id,
            coordinator_id=actor.user_id,
            way=way,
            reference=note,
            handed_on=handed_on,
            created_at=uow.now,
        )
    )
    await dates.start_clocks(uow, appeal, uow.rules.calendar.next_working(handed_on))
    await tell_author(uow, appeal, "handed_over")


async def check_day(uow: UnitOfWork, actor: Actor, appeal_id: int, handed_on: date) -> None:
    """Whether an appeal can have been passed on that day, before anything else is asked."""
    _check_day(uow, await _case(uow, actor, appeal_id), handed_on)


def _check_day(uow: UnitOfWork, appeal: Appeal, handed_on: date) -> None:
    today = uow.rules.today(uow.now)
    received = uow.rules.today(appeal.received_at or uow.now)
    if handed_on > today or handed_on < received:
        raise BadInput("handover_day", first=received, last=today)


async def send_recorded(uow: UnitOfWork, actor: Actor, appeal_id: int) -> None:
    """Sends what the coordinator wrote down with `answers.begin` and what follows it."""
    await _case(uow, actor, appeal_id)
    draft = await answers.unsent(uow, actor, appeal_id)
    if draft is None:
        raise NotFound("answer", appeal_id)
    if draft.outcome is None:
        raise BadInput("no_outcome")
    await record_answer(uow, actor, appeal_id, draft.text, list(draft.files), draft.outcome)
    await answers.discard(uow, actor, appeal_id)


async def record_answer(
    uow: UnitOfWork,
    actor: Actor,
    appeal_id: int,
    text: str,
    files: list[StoredFile],
    outcome: Outcome,
) -> None:
    """The answer came another way: the document, its text and its outcome go to the author."""
    appeal = await _case(uow, actor, appeal_id)
    letter = _words(text, files)
    row = Answer(
        appeal_id=appeal.id,
        author_id=actor.user_id,
        text=letter,
        outcome=outcome,
        came_by=await _way(uow, appeal_id),
        created_at=uow.now,
        sent_at=uow.now,
    )
    uow.session.add(row)
    await uow.session.flush()
    for file in files:
        add_file(uow, appeal.id, file, answer_id=row.id)
    if appeal.state == State.DELIVERED:
        # It was answered, so it was taken into work: the coordinator writes down both.
        await move(uow, appeal, Action.ACKNOWLEDGE, actor, Role.COORDINATOR)
    await move(
        uow,
        appeal,
        Action.RECORD_ANSWER,
        actor,
        Role.COORDINATOR,
        answer=row.id,
        outcome=outcome,
        text=text_digest(appeal, letter),
    )
    appeal.outcome = outcome
    await tell_answered(uow, appeal, row.id)
    await survey.ask_later(uow, appeal, row.id)


async def _way(uow: UnitOfWork, appeal_id: int) -> str:
    """How it was passed on last. Raises NotFound."""
    way = await uow.session.scalar(
        select(Handover.way).where(Handover.appeal_id == appeal_id).order_by(Handover.id.desc())
    )
    if way is None:
        raise NotFound("handover", appeal_id)
    return way


def _words(text: str, files: list[StoredFile]) -> str:
    """The document is the answer, words may be left out. Raises BadInput."""
    letter = clean(text)
    if not files:
        raise BadInput("no_document")
    if len(letter) > answers.ANSWER_LIMIT:
        raise BadInput("letter_too_long", length=len(letter), limit=answers.ANSWER_LIMIT)
    return letter
