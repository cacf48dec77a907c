"""aiogram's conversation state in the transaction of the update."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from services import conversations
from services.conversations import Talk
from services.unit_of_work import UnitOfWork


def conversation_key(chat_id: int, user_id: int) -> str:
    return f"{chat_id}:{user_id}"


def conversation(uow: UnitOfWork, bot_id: int, chat_id: int, user_id: int) -> FSMContext:
    """What handlers know as `state`."""
    return FSMContext(TalkStorage(uow), StorageKey(bot_id, chat_id, user_id))


@dataclass
class TalkStorage(BaseStorage):
    uow: UnitOfWork

    async def _talk(self, key: StorageKey) -> Talk:
        return await conversations.find(self.uow, conversation_key(key.chat_id, key.user_id))

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        name = state.state if isinstance(state, State) else state
        (await self._talk(key)).put("state", name)

    async def get_state(self, key: StorageKey) -> str | None:
        return (await self._talk(key)).state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        (await self._talk(key)).put("data", dict(data))

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        return dict((await self._talk(key)).data)

    async def close(self) -> None:
        """Nothing to close: the connection is the worker's."""
