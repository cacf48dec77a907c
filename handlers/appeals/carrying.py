"""A long text that was sent outside of any conversation becomes a letter."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.roles import Actor
from handlers.appeals import compose_views as views
from handlers.appeals import draft_views
from handlers.appeals.callbacks import AddCarried
from handlers.appeals.compose import show_draft
from handlers.common.carried import carried
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from services import directory
from services.appeals import drafts
from services.unit_of_work import UnitOfWork


async def write_this(
    _query: CallbackQuery, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
) -> Screen:
    """To whom? Where another letter is not sent yet, that is asked first."""
    kept = bool(await carried(state, uow.now))
    draft = await drafts.current(uow, actor)
    if draft is None:
        return views.to_whom(texts, await directory.of_home_districts(uow, actor), kept=kept)
    return draft_views.ask_to_add(texts, draft) if kept else await show_draft(state, texts, draft)


async def add_carried(
    _query: CallbackQuery,
    callback_data: AddCarried,
    uow: UnitOfWork,
    actor: Actor,
    texts: Texts,
    state: FSMContext,
) -> Screen:
    draft = await drafts.load(uow, actor, callback_data.draft_id)
    if parts := await carried(state, uow.now):
        parts = [*([[0, draft.text]] if draft.text else []), *parts]
        draft = await drafts.write(uow, actor, draft.id, [text for _, text in parts])
        await state.set_data({"draft": draft.id, "parts": parts})
    return await show_draft(state, texts, draft)
