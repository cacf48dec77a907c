"""Redirecting to the body that is competent, or to another deputy who works in this bot."""

import secrets
from dataclasses import dataclass

from domain.appeals import State
from domain.calendar import registration_day
from domain.errors import BadInput, TransitionRefused
from domain.life_cycle import Action
from domain.roles import Actor, Role
from models.appeals import Appeal
from models.casework import Redirection
from services import directory, outbox
from services.appeals import dates, delivery, numbering, supporting
from services.appeals.course import redirect_by
from services.appeals.events import move, record, text_digest
from services.appeals.files import StoredFile, add_file, files_of
from services.appeals.scopes import of_either
from services.appeals.wording import sound
from services.directory import Deputy
from services.unit_of_work import UnitOfWork

BODY_LIMIT = 300
REFERENCE_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Whereto:
    """A body with the letter sent to it or the letter's number; or a deputy, by the mandate."""

    body: str = ""
    reference: str = ""
    file: StoredFile | None = None
    mandate_id: int | None = None


async def redirect(uow: UnitOfWork, actor: Actor, appeal_id: int, whereto: Whereto) -> None:
    """The author is told at once. Raises BadInput for nowhere, TransitionRefused when too late."""
    appeal, role = await of_either(uow, actor, appeal_id)
    deputy = await check_deputy(uow, appeal, whereto.mandate_id) if whereto.mandate_id else None
    body, reference = (deputy.name.ru or "", "") if deputy else checked(whereto)
    await check_time(uow, appeal, role)
    if role is Role.COORDINATOR:
        # Nobody's clock ran so far; the case must come to an end all the same.
        await dates.start_clocks(uow, appeal, dates.today_working(uow))
    elif appeal.state == State.REGISTERED:
        await move(uow, appeal, Action.DELIVER, None, Role.SYSTEM)
    child = await _register_child(uow, appeal, deputy) if deputy else None
    if child:
        await supporting.go_along(uow, appeal, child)
    facts = {"child": child.id} if child else {"body": text_digest(appeal, body)}
    await move(uow, appeal, Action.REDIRECT, actor, role, **facts)
    row = Redirection(
        appeal_id=appeal.id,
        redirected_by=actor.user_id,
        body=body,
        reference=reference or None,
        child_id=child.id if child else None,
        redirected_at=uow.now,
    )
    uow.session.add(row)
    await uow.session.flush()
    if whereto.file and not deputy:
        add_file(uow, appeal.id, whereto.file, redirection_id=row.id)
    key = f"redirected:{row.id}"
    await outbox.queue(uow, "redirected", appeal.author_id, key, appeal_id=appeal.id)


def checked(whereto: Whereto) -> tuple[str, str]:
    """Body and reference as they are kept. Raises BadInput: a redirection to nowhere is none."""
    body = sound(whereto.body, BODY_LIMIT)
    if whereto.reference:
        return body, sound_reference(whereto.reference)
    if whereto.file is None:
        raise BadInput("redirect_no_letter")
    return body, ""


def sound_reference(text: str) -> str:
    """A number may have no letters in it."""
    found = " ".join(text.split())
    if not any(character.isalnum() for character in found):
        raise BadInput("redirect_no_letter")
    if len(found) > REFERENCE_LIMIT:
        raise BadInput("too_long", limit=REFERENCE_LIMIT)
    return found


async def check_deputy(uow: UnitOfWork, appeal: Appeal, mandate_id: int) -> Deputy:
    """Another one, who takes appeals, and not one it has come from."""
    deputy = await directory.deputy(uow, mandate_id)
    if not deputy.takes_appeals:
        raise BadInput("takes_no_appeals")
    if mandate_id == appeal.mandate_id:
        raise BadInput("redirect_same")
    before = appeal.parent_id
    while before is not None:
        parent = await uow.session.get_one(Appeal, before)
        if parent.mandate_id == mandate_id:
            raise BadInput("redirect_back")
        before = parent.parent_id
    return deputy


async def check_time(uow: UnitOfWork, appeal: Appeal, role: Role) -> None:
    """The deputy's side has three working days; who has it by other ways has no such term."""
    if role is Role.COORDINATOR:
        return
    last = redirect_by(uow, appeal)
    if last is None or uow.rules.today(uow.now) > last:
        raise TransitionRefused(appeal.state, Action.REDIRECT, "redirect_late")


async def _register_child(uow: UnitOfWork, parent: Appeal, deputy: Deputy) -> Appeal:
    """The same letter as a case of the other deputy, with a number and dates of its own."""
    rules = uow.rules
    day = registration_day(uow.now, rules.zone, rules.hours, rules.calendar)
    child = Appeal(
        author_id=parent.author_id,
        mandate_id=deputy.mandate_id,
        assembly_id=deputy.assembly_id,
        state=State.REGISTERED,
        kind=parent.kind,
        topic=parent.topic,
        language=parent.language,
        visibility=parent.visibility,
        text=parent.text,
        summary=parent.summary,
        sender_name=parent.sender_name,
        sender_place=parent.sender_place,
        parent_id=parent.id,
        created_at=uow.now,
        received_at=uow.now,
        registered_on=day,
        state_since=uow.now,
        salt=secrets.token_hex(16),
    )
    uow.session.add(child)
    await uow.session.flush()
    for file in (await files_of(uow, parent.id)).get(None, ()):
        add_file(uow, child.id, file)
    number = await numbering.give(uow, child, deputy.assembly_code, day)
    digest = text_digest(child, child.text)
    await record(
        uow, child, Action.SEND, None, Role.SYSTEM, number=number, text=digest, parent=parent.id
    )
    await delivery.deliver(uow, child)
    return child
