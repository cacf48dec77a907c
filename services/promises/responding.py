"""The deputy's side answers or disputes what is recorded."""

from typing import Final

from sqlalchemy import select

from domain.errors import TransitionRefused
from domain.promises import ResponseKind, Subject
from domain.roles import Actor
from models.deputies import Mandate
from models.verdicts import DeputyResponse
from services import outbox, people
from services.appeals.wording import sound
from services.directory import deputy
from services.directory_cache import changed
from services.promises import facts, proofs
from services.promises.facts import Fact
from services.promises.proofs import Proof
from services.promises.responses import COLUMNS
from services.unit_of_work import UnitOfWork

TEXT_LIMIT: Final = 1500


async def may(
    uow: UnitOfWork,
    actor: Actor,
    mandate_id: int,
    subject: Subject,
    ident: int,
    kind: ResponseKind,
) -> Fact:
    """Raises NotFound, TransitionRefused while an earlier dispute waits."""
    found = await facts.of_side(uow, actor, mandate_id, subject, ident)
    if kind is ResponseKind.DISPUTE and found.disputed:
        raise TransitionRefused("disputed", kind, "dispute_waits")
    return found


async def respond(
    uow: UnitOfWork,
    actor: Actor,
    mandate_id: int,
    fact: tuple[Subject, int],
    kind: ResponseKind,
    text: str,
    attached: Proof | None,
) -> int:
    """Stands beside the fact at once; of a dispute the coordinators are told.

    Raises BadInput, NotFound, TransitionRefused.
    """
    subject, ident = fact
    words = sound(text, TEXT_LIMIT)
    # Two people of a side at the same moment: one of them waits here.
    held = select(Mandate.id).where(Mandate.id == mandate_id).with_for_update()
    await uow.session.execute(held)
    await may(uow, actor, mandate_id, subject, ident, kind)
    row = DeputyResponse(
        mandate_id=mandate_id,
        kind=kind,
        text=words,
        written_by=actor.user_id,
        written_at=uow.now,
        **{COLUMNS[subject].key: ident},
    )
    uow.session.add(row)
    await uow.session.flush()
    if attached is not None:
        proofs.keep(uow, actor, [attached], response_id=row.id)
    if subject is Subject.FIGURE:
        await changed(uow)  # figures are kept with what is said to them
    if kind is ResponseKind.DISPUTE:
        await _tell(uow, row, (await deputy(uow, mandate_id)).assembly_id)
    return row.id


async def _tell(uow: UnitOfWork, row: DeputyResponse, assembly_id: int) -> None:
    for user_id in await people.coordinators(uow, assembly_id):
        key = f"fact_disputed:{row.id}:{user_id}"
        await outbox.queue(uow, "fact_disputed", user_id, key, response_id=row.id)
