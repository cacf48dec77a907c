"""The author goes on with a case: disputes the answer, writes once more, opens it again."""

from collections.abc import Sequence

from domain.life_cycle import Action
from domain.roles import Actor, Role
from domain.terms import RuleId
from models.appeals import Appeal
from services.appeals import additions, conditions, dates
from services.appeals.events import move, text_digest
from services.appeals.files import StoredFile, add_file
from services.appeals.scopes import of_author
from services.appeals.telling import tell_coordinators, tell_of_new_work, tell_side
from services.appeals.wording import sound
from services.unit_of_work import UnitOfWork


async def dispute(uow: UnitOfWork, actor: Actor, appeal_id: int, reason: str) -> None:
    """The answer did not help; the deputy's side has a short term, a coordinator looks at it.

    Raises NotFound, BadInput, TransitionRefused.
    """
    appeal = await of_author(uow, actor, appeal_id)
    mark = await _go_on(uow, actor, appeal, Action.DISPUTE, sound(reason, additions.REASON_LIMIT))
    await dates.start_clocks(uow, appeal, dates.today_working(uow), RuleId.DISPUTE)
    await tell_side(uow, appeal, "disputed", mark)
    await tell_coordinators(uow, appeal, "disputed", mark)


async def write_again(
    uow: UnitOfWork, actor: Actor, appeal_id: int, text: str, files: Sequence[StoredFile] = ()
) -> None:
    """A second letter goes on with a case that was solved in part, once. Raises as above."""
    appeal = await of_author(uow, actor, appeal_id)
    words = sound(text, additions.LETTER_LIMIT)
    mark = await _go_on(uow, actor, appeal, Action.WRITE_AGAIN, words)
    for file in files:
        add_file(uow, appeal.id, file)
    await _back_to_work(uow, appeal, "wrote_again", mark)


async def reopen(uow: UnitOfWork, actor: Actor, appeal_id: int, reason: str) -> None:
    """A closed case is taken up again, once. Raises as above."""
    appeal = await of_author(uow, actor, appeal_id)
    mark = await _go_on(uow, actor, appeal, Action.REOPEN, sound(reason, additions.REASON_LIMIT))
    await _back_to_work(uow, appeal, "reopened", mark)


async def may(uow: UnitOfWork, actor: Actor, appeal_id: int, action: Action) -> None:
    """Before words are asked for: can it be done? Raises NotFound, TransitionRefused."""
    await conditions.check(uow, await of_author(uow, actor, appeal_id), action, Role.VOTER)


async def _go_on(uow: UnitOfWork, actor: Actor, appeal: Appeal, action: Action, words: str) -> int:
    await conditions.check(uow, appeal, action, Role.VOTER)
    await move(uow, appeal, action, actor, Role.VOTER, text=text_digest(appeal, words))
    return await additions.add(uow, appeal, actor, action, words)


async def _back_to_work(uow: UnitOfWork, appeal: Appeal, what: str, mark: int) -> None:
    await dates.begin_anew(uow, appeal)
    await tell_of_new_work(uow, appeal, what, mark)
