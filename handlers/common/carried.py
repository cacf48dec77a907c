"""A long text that came outside of any conversation: most likely a letter. It waits for its deputy.

Messages are kept for an hour with their ids, as a letter keeps its parts.
"""

from datetime import datetime, timedelta
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.types import Message

from domain.text import has_letters
from services.appeals.drafts import TEXT_LIMIT

CARRIED = "carried"
KEPT_FOR = timedelta(hours=1)


async def carry(state: FSMContext, message: Message, now: datetime) -> bool:
    """Keeps the text beside those that came just before; False for what is no letter."""
    text = message.text or ""
    if not has_letters(text) or len(text) > TEXT_LIMIT:
        return False
    parts = [*await carried(state, now), [message.message_id, text]]
    if sum(len(part) + 1 for _, part in parts) > TEXT_LIMIT:
        parts = parts[-1:]
    until = (now + KEPT_FOR).isoformat()
    await state.update_data({CARRIED: {"parts": parts, "until": until}})
    return True


async def carried(state: FSMContext, now: datetime) -> list[Any]:
    """Message ids and texts; nothing where none came within the hour."""
    kept = (await state.get_data()).get(CARRIED)
    if kept is None or datetime.fromisoformat(kept["until"]) < now:
        return []
    return list(kept["parts"])
