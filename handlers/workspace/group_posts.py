"""Posts to the group of a workspace, worded when they are sent."""

from dataclasses import replace
from typing import Any

from domain.errors import NotFound
from domain.life_cycle import Action
from domain.roles import Actor
from handlers.common.case_history import all_files, files_of
from handlers.common.post import TITLE_LIMIT, Post
from handlers.common.texts import Texts
from handlers.workspace import group_views as views
from services.appeals import reading
from services.appeals.reading import Case
from services.desk import groups
from services.desk.posting import POST
from services.desk.side import side_of
from services.unit_of_work import UnitOfWork

_OPENING = frozenset({Action.SEND, Action.RELEASE, Action.SUCCEED})


async def event_post(uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]) -> Post:
    """`actor` stands for the group. Raises NotFound for what is not told."""
    case = await reading.in_workspace(uow, actor, facts["appeal_id"])
    group = await groups.group(uow, actor, actor.telegram_id)
    side = await side_of(uow, actor, case.id)
    event = case.events[facts["position"] - 1]
    news = views.news(texts, case, side, event)
    if news is None:
        raise NotFound("news", case.id)
    news = replace(news, files=files_of(case, event))
    card = replace(views.card(texts, case, side, group), files=all_files(case))
    return Post(case.id, _title(case), card, news, opening=event.action in _OPENING)


def _title(case: Case) -> str:
    place = f" · {case.sender_place}" if case.sender_place else ""
    return f"№ {case.number}{place}"[:TITLE_LIMIT]


POSTS = {POST: event_post}
