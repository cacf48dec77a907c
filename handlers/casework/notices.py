"""Messages about what is done with an appeal on its way."""

from typing import Any

from domain.appeals import Closing, State
from domain.errors import NotFound
from domain.roles import Actor
from handlers.casework import deciding_views, succession_views
from handlers.casework import notice_views as views
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from services import directory
from services.appeals import reading, succession, supporting, time_requests
from services.appeals.course import Asked
from services.appeals.reading import Case
from services.unit_of_work import UnitOfWork

Facts = dict[str, Any]


async def question(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    case = await reading.authored(uow, actor, facts["appeal_id"])
    return [views.question(texts, case, _awaited(case, facts))]


async def question_waits(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    case = await reading.authored(uow, actor, facts["appeal_id"])
    return [views.question_waits(texts, case, _awaited(case, facts))]


def _awaited(case: Case, facts: Facts) -> Asked:
    """What was replied to, withdrawn or closed meanwhile is not asked any more."""
    asked = case.course.asked[-1]
    if case.state is not State.CLARIFICATION or asked.id != facts["question_id"]:
        raise NotFound("question", facts["question_id"])
    return asked


async def reply_came(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    case = await reading.in_workspace(uow, actor, facts["appeal_id"])
    return [views.reply_came(texts, case)]


async def not_replied(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    case = _closed(await reading.authored(uow, actor, facts["appeal_id"]))
    return [views.not_replied(texts, case)]


async def not_replied_side(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts
) -> list[Screen]:
    case = _closed(await reading.in_workspace(uow, actor, facts["appeal_id"]))
    return [views.not_replied_side(texts, case)]


def _closed(case: Case) -> Case:
    if case.state is not State.CLOSED:
        raise NotFound(Closing.NO_REPLY, case.id)
    return case


async def redirected(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    case = await reading.authored(uow, actor, facts["appeal_id"])
    done = case.course.redirected
    if done is None:
        raise NotFound("redirection", case.id)
    child = await reading.authored(uow, actor, done.child_id) if done.child_id else None
    return [views.redirected(texts, case, done, child)]


async def extended(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    case = await reading.authored(uow, actor, facts["appeal_id"])
    return [views.extended(texts, case)]


async def time_asked(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    found = await time_requests.time_request(uow, actor, facts["request_id"])
    if found.granted is not None:
        raise NotFound("request", found.id)
    return [deciding_views.request(texts, found)]


async def time_decided(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    case = await reading.in_workspace(uow, actor, facts["appeal_id"])
    granted = await time_requests.outcome(uow, facts["request_id"])
    return [views.time_decided(texts, case, granted=granted)]


async def merged(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    case = await reading.authored(uow, actor, facts["appeal_id"])
    return [views.merged(texts, case)]


async def shared_answer(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    found = await supporting.shared_answer(uow, actor, facts["appeal_id"], facts["answer_id"])
    return [views.shared_answer(texts, found)]


async def successor_asked(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts
) -> list[Screen]:
    """Who answered, withdrew or agreed meanwhile is not asked."""
    case = await reading.authored(uow, actor, facts["appeal_id"])
    gone_on = case.deputy.mandate_id == facts["mandate_id"]
    if gone_on or case.state not in succession.WAITING:
        raise NotFound("appeal", case.id)
    successor = await directory.deputy(uow, facts["mandate_id"])
    return [succession_views.asked(texts, case, successor)]


NOTICES = {
    "successor_asked": successor_asked,
    "merged": merged,
    "shared_answer": shared_answer,
    "extended": extended,
    "time_asked": time_asked,
    "time_decided": time_decided,
    "redirected": redirected,
    "question": question,
    "question_waits": question_waits,
    "reply_came": reply_came,
    "not_replied": not_replied,
    "not_replied_side": not_replied_side,
}
