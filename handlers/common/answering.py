"""Writing an answer: text and files, the outcome, a look at it, and off it goes.

The answer itself is in the database from its first word on. The conversation holds the id of the
appeal and the parts of the text by message, so that an edited message can replace its own.
"""

from collections.abc import Awaitable, Callable

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from domain.errors import TransitionRefused
from domain.life_cycle import ANSWERS
from domain.roles import Actor
from handlers.common import answer_views as views
from handlers.common.answer_desk import AnswerTap, Desk, Step
from handlers.common.answer_writing import Writing
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from services.appeals import answers
from services.appeals.answers import AnswerDraft
from services.appeals.workspace import STOCK_REPLY
from services.unit_of_work import UnitOfWork

EARLIER = 0  # stands for the message of what was written in an earlier conversation


async def is_sitting(desk: Desk, state: FSMContext, appeal_id: int) -> bool:
    """Whether this person is writing this very answer."""
    here = await state.get_state() == desk.state.state
    return here and (await state.get_data()).get("appeal") == appeal_id


async def sit_down(desk: Desk, state: FSMContext, draft: AnswerDraft) -> None:
    """What is sent from now on is part of this answer."""
    if not await is_sitting(desk, state, draft.appeal_id):
        parts = [[EARLIER, draft.text]] if draft.text else []
        await state.set_state(desk.state)
        await state.set_data({"appeal": draft.appeal_id, "parts": parts})


class AnsweringSteps:
    """The same steps at either desk."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def router(self) -> Router:
        found = Router(name=f"answering at {self.desk.state.state}")
        steps: dict[Step, Callable[..., Awaitable[Screen]]] = {
            Step.WRITE: self.come,
            Step.ANYWAY: self.write,
            Step.OVER: self.start_over,
            Step.OUTCOME: self.ask_outcome,
            Step.PICK: self.pick_outcome,
            Step.PREVIEW: self.preview,
            Step.SEND: self.send,
            Step.KEEP: self.keep,
            Step.DISCARD: self.discard,
        }
        for step, handler in steps.items():
            found.callback_query.register(handler, self.desk.tap.filter(F.step == step))
        found.include_router(Writing(self.desk).router())
        return found

    async def come(
        self,
        query: CallbackQuery,
        callback_data: AnswerTap,
        uow: UnitOfWork,
        actor: Actor,
        texts: Texts,
        state: FSMContext,
    ) -> Screen:
        """Whoever is not writing yet hears who else is."""
        appeal_id = callback_data.appeal_id
        if self.desk.others is not None and not await is_sitting(self.desk, state, appeal_id):
            others = await self.desk.others(uow, actor, texts, appeal_id)
            case = await self.desk.read(uow, actor, appeal_id)
            if others and case.able & ANSWERS:
                return views.occupied(texts, self.desk, case, others)
        return await self.write(query, callback_data, uow, actor, texts, state)

    async def write(
        self,
        _query: CallbackQuery,
        callback_data: AnswerTap,
        uow: UnitOfWork,
        actor: Actor,
        texts: Texts,
        state: FSMContext,
    ) -> Screen:
        """Begins, or goes on where it was left."""
        appeal_id = callback_data.appeal_id
        case = await self.desk.read(uow, actor, appeal_id)
        try:
            draft = await answers.begin(uow, actor, appeal_id)
        except TransitionRefused:
            await state.clear()
            unsent = await answers.unsent(uow, actor, appeal_id)
            if unsent is None:
                raise
            return views.too_late(texts, self.desk, case, unsent)
        await sit_down(self.desk, state, draft)
        return views.writing(texts, self.desk, case, draft)

    async def start_over(
        self,
        query: CallbackQuery,
        callback_data: AnswerTap,
        uow: UnitOfWork,
        actor: Actor,
        texts: Texts,
        state: FSMContext,
    ) -> Screen:
        await answers.discard(uow, actor, callback_data.appeal_id)
        await state.clear()
        return await self.write(query, callback_data, uow, actor, texts, state)

    async def ask_outcome(
        self,
        _query: CallbackQuery,
        callback_data: AnswerTap,
        uow: UnitOfWork,
        actor: Actor,
        texts: Texts,
    ) -> Screen:
        case = await self.desk.read(uow, actor, callback_data.appeal_id)
        return views.outcomes(texts, self.desk, case)

    async def pick_outcome(
        self,
        query: CallbackQuery,
        callback_data: AnswerTap,
        uow: UnitOfWork,
        actor: Actor,
        texts: Texts,
        state: FSMContext,
    ) -> Screen:
        if callback_data.outcome is not None:
            await answers.choose_outcome(uow, actor, callback_data.appeal_id, callback_data.outcome)
        return await self.preview(query, callback_data, uow, actor, texts, state)

    async def preview(
        self,
        query: CallbackQuery,
        callback_data: AnswerTap,
        uow: UnitOfWork,
        actor: Actor,
        texts: Texts,
        state: FSMContext,
    ) -> Screen:
        """What is missing is asked for first."""
        draft = await answers.unsent(uow, actor, callback_data.appeal_id)
        if draft is None or not draft.begun:
            return await self.write(query, callback_data, uow, actor, texts, state)
        case = await self.desk.read(uow, actor, callback_data.appeal_id)
        if self.desk.lacks_file(draft):
            await sit_down(self.desk, state, draft)
            return views.writing(texts, self.desk, case, draft, views.file_wanted(texts))
        if draft.outcome is None:
            return views.outcomes(texts, self.desk, case)
        return views.preview(texts, self.desk, case, draft, uow.now)

    async def send(
        self,
        query: CallbackQuery,
        callback_data: AnswerTap,
        uow: UnitOfWork,
        actor: Actor,
        texts: Texts,
        state: FSMContext,
    ) -> Screen:
        """Sends it; pressing twice sends once. What is missing is asked for."""
        appeal_id = callback_data.appeal_id
        case = await self.desk.read(uow, actor, appeal_id)
        draft = await answers.unsent(uow, actor, appeal_id)
        if (draft is None and case.able & ANSWERS) or (
            draft is not None
            and (not (draft.begun and draft.outcome) or self.desk.lacks_file(draft))
        ):
            return await self.preview(query, callback_data, uow, actor, texts, state)
        await state.clear()
        if draft is not None:
            try:
                await self.desk.send(uow, actor, appeal_id)
            except TransitionRefused as error:
                if error.reason == STOCK_REPLY and self.desk.stock is not None:
                    return self.desk.stock(texts, case)
                return views.too_late(texts, self.desk, case, draft)
        return await self.desk.after(uow, actor, texts, case)

    async def keep(
        self, _query: CallbackQuery, callback_data: AnswerTap, texts: Texts, state: FSMContext
    ) -> Screen:
        await state.clear()
        return views.kept(texts, self.desk, callback_data.appeal_id)

    async def discard(
        self,
        _query: CallbackQuery,
        callback_data: AnswerTap,
        uow: UnitOfWork,
        actor: Actor,
        texts: Texts,
        state: FSMContext,
    ) -> Screen:
        await answers.discard(uow, actor, callback_data.appeal_id)
        await state.clear()
        return views.discarded(texts, self.desk, callback_data.appeal_id)
