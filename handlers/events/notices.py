"""Messages about announcements. Each is looked up anew when it goes out."""

from datetime import datetime
from typing import Any

from domain.announcements import Before
from domain.errors import NotFound
from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.events import notice_views, reception_views, visit_views
from services.events import (
    afterwards,
    attending,
    fanout,
    receptions,
    reminders,
    scope,
    visit_changes,
)
from services.records import announced as announced_records
from services.unit_of_work import UnitOfWork

Facts = dict[str, Any]


async def announced(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    found, subscription_id = await attending.for_follower(uow, actor, facts["announcement_id"])
    return [notice_views.announced(texts, found, subscription_id)]


async def changed(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    found = await attending.told(uow, actor, facts["announcement_id"], facts["version"])
    head = texts("<b>What you want to come to was changed.</b> This is how it stands now:")
    return [notice_views.notice(texts, head, found)]


async def ended(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    return [notice_views.ended(texts, await attending.ended(uow, actor, facts["announcement_id"]))]


async def soon(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    found = await attending.soon(uow, actor, facts["announcement_id"], facts["version"])
    if facts["before"] == Before.DAY:
        head = texts("<b>A reminder: you said that you will come.</b>")
    else:
        head = texts("<b>It begins soon.</b>")
    return [notice_views.notice(texts, head, found)]


async def over(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    found = await attending.asked_whether(uow, actor, facts["announcement_id"])
    return [notice_views.ask_whether(texts, found)]


async def to_log(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    ident = facts["announcement_id"]
    if await announced_records.own(uow, actor, ident) is not None:
        raise NotFound("announcement", ident)
    return [notice_views.to_log(texts, await afterwards.to_log(uow, actor, ident))]


async def stopped(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    row = await scope.shown(uow, actor, facts["announcement_id"])
    scope.require_side(actor, row.deputy.mandate_id)
    return [notice_views.stopped(texts, row)]


async def visit_soon(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    found = await receptions.visit_soon(uow, actor, facts["slot_id"], facts["booking"])
    return [visit_views.remind(texts, found)]


async def to_side(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    found = await receptions.reception_soon(uow, actor, facts["slot_id"], facts["booking"])
    return [reception_views.remind_side(texts, found)]


async def visits_changed(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    since, until = (datetime.fromisoformat(facts[name]) for name in ("since", "until"))
    found = await visit_changes.told(uow, actor, facts["mandate_id"], since, until)
    return [reception_views.changes(texts, found)]


async def visit_closed(uow: UnitOfWork, actor: Actor, texts: Texts, facts: Facts) -> list[Screen]:
    found = await receptions.visit_closed(uow, actor, facts["slot_id"])
    return [visit_views.told_closed(texts, found)]


NOTICES = {
    fanout.NEW: announced,
    fanout.CHANGED: changed,
    fanout.ENDED: ended,
    reminders.NOTICE: soon,
    fanout.OVER: over,
    fanout.TO_LOG: to_log,
    "announcement_stopped": stopped,
    receptions.TO_VOTER: visit_soon,
    receptions.TO_SIDE: to_side,
    "visit_closed": visit_closed,
    visit_changes.KIND: visits_changed,
}
