"""What is missing is told to the coordinators."""

from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.roles import Actor
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.lookup import gap_views, views
from handlers.lookup.callbacks import TellGap
from services import lookup_gaps
from services.lookup_cache import LookupCache
from services.unit_of_work import UnitOfWork

SOUGHT = "sought"


async def remember(state: FSMContext, words: str) -> None:
    """Keep what was not found: "Ask a coordinator" passes it on."""
    await state.update_data({SOUGHT: words[: lookup_gaps.LONGEST]})


async def tell(
    _query: CallbackQuery,
    callback_data: TellGap,
    state: FSMContext,
    uow: UnitOfWork,
    texts: Texts,
    lookup_cache: LookupCache,
) -> Screen:
    gap = callback_data.gap
    words = ""
    if gap is lookup_gaps.Gap.WORDS:
        words = str((await state.get_data()).get(SOUGHT, ""))
        if not words:
            return views.ask(texts)
    told = await lookup_gaps.tell(uow, lookup_cache, gap, callback_data.ident, words)
    return gap_views.told(texts, told)


async def render(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    """The notice for a coordinator. They are few, so the directory is read anew."""
    gap = lookup_gaps.Gap(facts["gap"])
    notice = await lookup_gaps.read_notice(
        uow, actor, LookupCache(), gap, facts["ident"], facts["words"]
    )
    return [gap_views.gap_notice(texts, notice)] if notice else []


def register(router: Router) -> None:
    router.callback_query.register(tell, TellGap.filter())
