"""Routers of the whole bot: personal things happen in private chats only."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message, TelegramObject
from markupsafe import Markup

from domain.errors import DomainError, NotAllowed, NotFound
from handlers.common import fact_links, links
from handlers.common.errors import explain, stopped
from handlers.common.screen import Screen

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]
TOAST = 200  # characters that Telegram shows
LARGEST_ID = 2**31 - 1
AWAY = tuple(  # what leads away from a conversation
    f"{one.__prefix__}:"
    for one in CallbackData.__subclasses__()
    if one.__module__ in {links.__name__, fact_links.__name__}
)


def private_only() -> Router:
    """The parent of all features."""
    router = Router(name="private")
    router.message.outer_middleware(leave_on_command)
    for observer in (router.message, router.edited_message):
        observer.outer_middleware(leave_what_is_gone)
    router.callback_query.outer_middleware(refuse_strange_ids)
    router.callback_query.outer_middleware(leave_on_link)
    return router


def in_groups() -> Router:
    """The parent of what happens in groups."""
    router = Router(name="in groups")
    router.callback_query.outer_middleware(tell_only_who_tapped)
    router.callback_query.outer_middleware(refuse_strange_ids)
    return router


async def tell_only_who_tapped(
    handler: Handler, event: TelegramObject, data: dict[str, Any]
) -> Any:
    """What is refused in a group is no matter of the others."""
    uow, texts = data["uow"], data["texts"]
    try:
        async with uow.session.begin_nested():
            return await handler(event, data)
    except DomainError as error:
        uow.forget()
        words = explain(texts, error)[0].text.striptags()
        return Screen(Markup(), toast=words[:TOAST])


async def leave_on_command(handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
    """A command in the middle of a conversation leaves it; what was written so far is kept."""
    text = event.text if isinstance(event, Message) else None
    if text and text.startswith("/") and not text.startswith("/cancel"):
        await _leave(data)
    return await handler(event, data)


async def leave_what_is_gone(handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
    """Amid a conversation its matter, or the right to it, can go: then the conversation ends."""
    if data.get("raw_state") is None:
        return await handler(event, data)
    uow, state = data["uow"], data["state"]
    try:
        async with uow.session.begin_nested():
            return await handler(event, data)
    except (NotFound, NotAllowed):
        await state.clear()
        return stopped(data["texts"])


async def refuse_strange_ids(handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
    """Numbers that no row can have are forged; a database would choke on them."""
    tapped = event.data if isinstance(event, CallbackQuery) else None
    for part in (tapped or "").split(":"):
        if part.lstrip("-").isdecimal() and abs(int(part)) > LARGEST_ID:
            raise NotFound("button")
    return await handler(event, data)


async def leave_on_link(handler: Handler, event: TelegramObject, data: dict[str, Any]) -> Any:
    """So does a button that leads to another feature."""
    tapped = event.data if isinstance(event, CallbackQuery) else None
    if tapped and f"{tapped}:".startswith(AWAY):
        await _leave(data)
    return await handler(event, data)


async def _leave(data: dict[str, Any]) -> None:
    state: FSMContext = data["state"]
    if data.get("raw_state") is not None:
        await state.set_state(None)
        data["raw_state"] = None
