"""Letters that a coordinator looks at before they are registered."""

from typing import Any

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery
from markupsafe import Markup

from domain.errors import NotFound
from domain.roles import Actor
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.coordination import held_views as views
from handlers.coordination.callbacks import (
    AskReturn,
    GiveBack,
    HeldFiles,
    HeldLetters,
    OpenHeld,
    Release,
)
from services.appeals import held
from services.unit_of_work import UnitOfWork


def register(found: Router) -> None:
    found.callback_query.register(queue, HeldLetters.filter())
    found.callback_query.register(open_letter, OpenHeld.filter())
    found.callback_query.register(release, Release.filter())
    found.callback_query.register(ask_return, AskReturn.filter())
    found.callback_query.register(give_back, GiveBack.filter())
    found.callback_query.register(files, HeldFiles.filter())


async def queue(
    _query: CallbackQuery, callback_data: HeldLetters, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.queue(texts, await held.queue(uow, actor, callback_data.page))


async def open_letter(
    _query: CallbackQuery,
    callback_data: OpenHeld,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    await state.clear()
    return await _letter(uow, actor, texts, callback_data.letter_id)


async def _letter(uow: UnitOfWork, actor: Actor, texts: Texts, letter_id: int) -> Screen:
    """Somebody else may have looked at it meanwhile: then the queue."""
    try:
        return views.letter(texts, await held.letter(uow, actor, letter_id))
    except NotFound:
        return await _next(uow, actor, texts, texts("This letter does not wait any more."))


async def _next(uow: UnitOfWork, actor: Actor, texts: Texts, note: Markup) -> Screen:
    return views.queue(texts, await held.queue(uow, actor, 0), note)


async def release(
    _query: CallbackQuery, callback_data: Release, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    try:
        number = await held.release(uow, actor, callback_data.letter_id)
    except NotFound:
        return await _letter(uow, actor, texts, callback_data.letter_id)
    words = texts("Registered as {number}; the author has the receipt.", number=f"№ {number}")
    return await _next(uow, actor, texts, words)


async def ask_return(
    _query: CallbackQuery, callback_data: AskReturn, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.ask_reason(texts, await held.letter(uow, actor, callback_data.letter_id))


async def give_back(
    _query: CallbackQuery, callback_data: GiveBack, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    try:
        await held.give_back(uow, actor, callback_data.letter_id, callback_data.reason)
    except NotFound:
        return await _letter(uow, actor, texts, callback_data.letter_id)
    return await _next(uow, actor, texts, texts("Returned. The author reads the reason."))


async def files(
    _query: CallbackQuery, callback_data: HeldFiles, uow: UnitOfWork, actor: Actor, texts: Texts
) -> Screen:
    return views.files(texts, await held.letter(uow, actor, callback_data.letter_id))


async def held_new(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    """At most one message an hour, whatever comes: it tells how many wait."""
    del facts
    return [await _news(uow, actor, texts, texts("<b>Letters wait to be looked at.</b>"))]


async def held_too_long(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    await held.letter(uow, actor, facts["appeal_id"])
    words = texts("<b>A letter has not been looked at in time.</b> Its author waits.")
    return [await _news(uow, actor, texts, words)]


async def _news(uow: UnitOfWork, actor: Actor, texts: Texts, words: Markup) -> Screen:
    count = await held.count(uow, actor)
    if not count:
        raise NotFound("queue")
    _ = texts
    return Screen(
        lines(words, _.n("{n} letter waits.", "{n} letters wait.", count)),
        rows=((Button(_.label("Open"), tap=HeldLetters()),), home_row(_)),
    )


NOTICES = {"held": held_new, "held_too_long": held_too_long}
