"""What the deputy's side said to what is recorded, as it stands beside the fact."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import InstrumentedAttribute

from domain.masks import mask
from domain.promises import Decision, ResponseKind, Subject
from models.records import Evidence
from models.verdicts import DeputyResponse
from services.promises.proofs import Proof, behind
from services.unit_of_work import UnitOfWork

COLUMNS: dict[Subject, InstrumentedAttribute[Any]] = {
    Subject.MEETING: DeputyResponse.meeting_id,
    Subject.REQUEST: DeputyResponse.request_id,
    Subject.EVENT: DeputyResponse.event_id,
    Subject.CHANGE: DeputyResponse.change_id,
    Subject.FIGURE: DeputyResponse.figure_id,
}


@dataclass(frozen=True, slots=True)
class Response:
    """`decision` is None for an answer, and for a dispute that waits."""

    id: int
    kind: ResponseKind
    text: str
    written_at: datetime
    proofs: tuple[Proof, ...]
    decision: Decision | None
    because: str | None

    @property
    def waits(self) -> bool:
        return self.kind is ResponseKind.DISPUTE and self.decision is None


async def about(
    uow: UnitOfWork, subject: Subject, ids: Sequence[int]
) -> Mapping[int, tuple[Response, ...]]:
    """By the id of what is answered, the oldest first."""
    column = COLUMNS[subject]
    rows = (
        await uow.session.scalars(
            select(DeputyResponse).where(column.in_(ids)).order_by(DeputyResponse.id)
        )
    ).all()
    proofs = await behind(uow, Evidence.response_id, [row.id for row in rows])
    found: dict[int, tuple[Response, ...]] = defaultdict(tuple)
    for row in rows:
        found[getattr(row, column.key)] += (as_response(row, proofs.get(row.id, ())),)
    return found


def as_response(row: DeputyResponse, proofs: tuple[Proof, ...]) -> Response:
    return Response(
        row.id,
        ResponseKind(row.kind),
        mask(row.text),
        row.written_at,
        proofs,
        Decision(row.decision) if row.decision else None,
        row.decided_because,
    )
