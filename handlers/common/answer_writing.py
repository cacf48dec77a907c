"""The words and files of an answer, as they come in one message after another."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import F, Router
from aiogram.filters import Command, StateFilter
from aiogram.fsm.context import FSMContext
from aiogram.types import Message, TelegramObject

from domain.errors import BadInput
from domain.roles import Actor
from handlers.common import answer_views as views
from handlers.common.answer_desk import Desk
from handlers.common.errors import explain
from handlers.common.files import stored_file
from handlers.common.parts import Parts, added, edited
from handlers.common.screen import Notice, Screen
from handlers.common.texts import Texts
from handlers.common.typed import WORDS
from services.appeals import answers
from services.unit_of_work import UnitOfWork

Handler = Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]]


class Writing:
    """What is sent while somebody sits at the desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def router(self) -> Router:
        found = Router(name=f"writing at {self.desk.state.state}")
        here = StateFilter(self.desk.state)
        found.message.register(self.cancel, here, Command("cancel"))
        found.message.register(self.add_text, here, WORDS)
        found.message.register(self.add_file, here, F.photo | F.document)
        found.message.register(self.not_usable, here, ~F.text)
        found.edited_message.register(self.edit, here, F.text | F.caption)
        found.message.middleware(self.say_what_to_do)
        found.edited_message.middleware(self.say_what_to_do)
        return found

    async def say_what_to_do(
        self, handler: Handler, event: TelegramObject, data: dict[str, Any]
    ) -> Any:
        """What cannot be taken is answered with the way on: the answer stays as it was."""
        uow, actor, texts, state = (data[key] for key in ("uow", "actor", "texts", "state"))
        appeal_id = (await state.get_data())["appeal"]
        before = await answers.unsent(uow, actor, appeal_id)
        try:
            return await handler(event, data)
        except BadInput as error:
            if before is None:
                raise
            case = await self.desk.read(uow, actor, appeal_id)
            note = explain(texts, error)[0].text
            raise Notice(views.writing(texts, self.desk, case, before, note)) from None

    async def add_text(
        self, message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
    ) -> Screen:
        parts = added((await state.get_data())["parts"], message)
        return await self._written(uow, actor, texts, state, parts)

    async def edit(
        self, message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
    ) -> Screen:
        parts = edited((await state.get_data())["parts"], message)
        return await self._written(uow, actor, texts, state, parts)

    async def _written(
        self, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext, parts: Parts
    ) -> Screen:
        appeal_id = (await state.get_data())["appeal"]
        case = await self.desk.read(uow, actor, appeal_id)
        draft = await answers.write(uow, actor, appeal_id, [text for _, text in parts])
        await state.update_data(parts=parts)
        return views.writing(texts, self.desk, case, draft)

    async def add_file(
        self, message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
    ) -> Screen | None:
        """A photo or document; its caption is text of the answer. An album is answered once."""
        data = await state.get_data()
        file = stored_file(message)
        if file is None:
            raise BadInput("wrong_file")
        draft = await answers.attach(uow, actor, data["appeal"], file)
        album = message.media_group_id
        await state.update_data(album=album)
        if message.caption:
            parts = added(data["parts"], message)
            return await self._written(uow, actor, texts, state, parts)
        if album is not None and data.get("album") == album:
            return None
        case = await self.desk.read(uow, actor, data["appeal"])
        return views.writing(texts, self.desk, case, draft)

    async def not_usable(self, _message: Message) -> None:
        """Voice, stickers and the like."""
        raise BadInput("wrong_file")

    async def cancel(
        self, _message: Message, uow: UnitOfWork, actor: Actor, texts: Texts, state: FSMContext
    ) -> Screen:
        appeal_id = (await state.get_data())["appeal"]
        draft = await answers.unsent(uow, actor, appeal_id)
        if draft is not None and draft.begun:
            return views.keep_or_discard(texts, self.desk, draft)
        await answers.discard(uow, actor, appeal_id)
        await state.clear()
        return views.discarded(texts, self.desk, appeal_id)
