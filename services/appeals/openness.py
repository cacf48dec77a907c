"""Who may read a letter that was sent: its author closes it at any time, opens it while it runs."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy import or_, select

from domain.appeals import OPEN, State, Visibility
from domain.errors import TransitionRefused
from domain.roles import Actor, Role
from models.appeals import Appeal
from models.casework import Redirection
from services.appeals.events import record, text_digest
from services.appeals.publicity import public_words, sound_summary
from services.appeals.scopes import of_author
from services.unit_of_work import UnitOfWork

# Events without a change of state.
CLOSED_TO_ALL: Final = "made_private"
OPENED_TO_ALL: Final = "made_public"


@dataclass(frozen=True, slots=True)
class Readers:
    """Who may read a letter now; `words` are what all see, masked."""

    appeal_id: int
    number: str
    visibility: Visibility
    words: str | None
    may_open: bool


async def readers(uow: UnitOfWork, actor: Actor, appeal_id: int) -> Readers:
    """Of one's own letter. Raises NotFound."""
    appeal = await of_author(uow, actor, appeal_id)
    visibility = Visibility(appeal.visibility)
    return Readers(
        appeal.id,
        appeal.number or "",
        visibility,
        public_words(visibility, appeal.summary, appeal.text),
        State(appeal.state) in OPEN,
    )


async def close(uow: UnitOfWork, actor: Actor, appeal_id: int) -> None:
    """Only the deputies' sides read it from now on. A second time changes nothing.

    The same letter stands with another deputy where it was redirected: it is closed there too.
    """
    for ident in await _everywhere(uow, (await of_author(uow, actor, appeal_id)).id):
        appeal = await of_author(uow, actor, ident)
        if appeal.visibility != Visibility.PRIVATE:
            appeal.visibility, appeal.summary = Visibility.PRIVATE, None
            await record(uow, appeal, CLOSED_TO_ALL, actor, Role.VOTER)


async def _everywhere(uow: UnitOfWork, appeal_id: int) -> list[int]:
    """The cases of one letter, linked by redirections, in the order of their ids."""
    found = [appeal_id]
    for ident in found:
        linked = or_(Redirection.appeal_id == ident, Redirection.child_id == ident)
        rows = await uow.session.execute(
            select(Redirection.appeal_id, Redirection.child_id).where(linked)
        )
        found += {one for pair in rows for one in pair if one is not None} - set(found)
    return sorted(found)


async def may_open(uow: UnitOfWork, actor: Actor, appeal_id: int) -> None:
    """Raises NotFound, TransitionRefused when nobody could join it any more."""
    _check(await of_author(uow, actor, appeal_id))


async def open_summary(uow: UnitOfWork, actor: Actor, appeal_id: int, summary: str) -> None:
    """All may read these words, masked; the letter itself stays private.

    The same words a second time change nothing. Raises BadInput, and as above.
    """
    words = sound_summary(summary)
    appeal = await of_author(uow, actor, appeal_id)
    _check(appeal)
    if (appeal.visibility, appeal.summary) == (Visibility.SUMMARY, words):
        return
    appeal.visibility, appeal.summary = Visibility.SUMMARY, words
    digest = text_digest(appeal, words)
    await record(uow, appeal, OPENED_TO_ALL, actor, Role.VOTER, summary=digest)


def _check(appeal: Appeal) -> None:
    if State(appeal.state) not in OPEN:
        raise TransitionRefused(appeal.state, OPENED_TO_ALL, "open_closed")
