"""Where a person is in a conversation; the rows behind aiogram's conversation state."""

from typing import Any

from models.conversations import Conversation
from services.unit_of_work import UnitOfWork


async def find(uow: UnitOfWork, key: str) -> Conversation | None:
    row = await uow.session.get(Conversation, key)
    if row is not None:
        uow.keep(row)
    return row


async def _row(uow: UnitOfWork, key: str) -> Conversation:
    row = await find(uow, key)
    if row is None:
        row = Conversation(key=key, state=None, data={}, menu={}, updated_at=uow.now)
        uow.session.add(row)
    row.updated_at = uow.now
    return row


async def set_state(uow: UnitOfWork, key: str, state: str | None) -> None:
    row = await find(uow, key)
    if (row.state if row else None) != state:
        (await _row(uow, key)).state = state


async def set_data(uow: UnitOfWork, key: str, data: dict[str, Any]) -> None:
    row = await find(uow, key)
    if (row.data if row else {}) != data:
        (await _row(uow, key)).data = data


async def remember_menu(uow: UnitOfWork, key: str, menu: dict[str, str]) -> None:
    """Keeps what may be typed instead of tapped on the screen that is about to be shown."""
    row = await find(uow, key)
    if (row.menu if row else {}) != menu:
        (await _row(uow, key)).menu = menu


async def typed_tap(uow: UnitOfWork, key: str, text: str) -> str | None:
    """The callback data behind a typed label or number of the last screen, if there is one."""
    row = await find(uow, key)
    return row.menu.get(text) if row else None
