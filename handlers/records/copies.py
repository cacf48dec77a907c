"""Archived copies of a programme: the list, and the file itself."""

from pathlib import Path

from aiogram.types import CallbackQuery

from handlers.common.fact_links import OpenCopies, OpenCopy
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from handlers.records import copy_views as views
from services.records import archive as kept
from services.unit_of_work import UnitOfWork


async def shelf(
    _query: CallbackQuery, callback_data: OpenCopies, uow: UnitOfWork, texts: Texts
) -> Screen:
    return views.shelf(texts, await kept.shelf(uow, callback_data.mandate_id, callback_data.page))


async def hand_out(
    _query: CallbackQuery, callback_data: OpenCopy, uow: UnitOfWork, texts: Texts, archive: Path
) -> Screen:
    """The file, or a word that this machine does not hold it."""
    about, one = await kept.copy(uow, callback_data.mandate_id, callback_data.copy_id)
    path = archive / one.path if one.path else None
    if path is not None and not path.is_file():
        return views.not_at_hand(texts, about, one)
    return views.copy(texts, about, one, path)
