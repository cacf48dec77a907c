"""aiogram's conversation state in the transaction of the update.

aiogram hands its storage nothing but a key, and asks it before any middleware of ours runs; so the
worker sets the unit of work in a context variable.
"""

from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from services import conversations
from services.unit_of_work import UnitOfWork

current: ContextVar[UnitOfWork] = ContextVar("unit_of_work")


def conversation_key(chat_id: int, user_id: int) -> str:
    return f"{chat_id}:{user_id}"


def _key(key: StorageKey) -> str:
    return conversation_key(key.chat_id, key.user_id)


class DatabaseStorage(BaseStorage):
    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = state.state if isinstance(state, State) else state
        await conversations.set_state(current.get(), _key(key), name)

    async def get_state(self, key: StorageKey) -> str | None:
        row = await conversations.find(current.get(), _key(key))
        return row.state if row else None

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        await conversations.set_data(current.get(), _key(key), dict(data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        row = await conversations.find(current.get(), _key(key))
        return dict(row.data) if row else {}

    async def close(self) -> None:
        """Nothing to close: the connection is the worker's."""
