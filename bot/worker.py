"""Work: one transaction for each burst, a savepoint for each update, answers after the commit."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import orjson
import structlog
from aiogram import Bot
from aiogram.types import Update
from pydantic import ValidationError
from sqlalchemy.exc import InterfaceError, OperationalError

from bot.delivery.telegram import Telegram
from bot.finishing import finished
from bot.log import where
from bot.routes import Routes
from bot.storage import conversation
from bot.throttle import Throttle
from bot.turn import Turn, Undecodable, read_turn
from domain.errors import DomainError
from domain.names import Language
from handlers.common.errors import explain, kept_for_later, slow_down
from handlers.common.respond import Method, menu, respond
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from services import conversations, inbox, people
from services.inbox import Taken
from services.unit_of_work import Database, UnitOfWork

log = structlog.get_logger()
BURST = 50
IDLE = 1.0  # seconds between looks when nothing wakes the worker (another process may have stored)


@dataclass
class Worker:
    database: Database
    routes: Routes
    bot: Bot
    telegram: Telegram
    texts_for: Callable[[Language], Texts]
    real_now: Callable[[], datetime]
    queued: Callable[[], None]  # told when the outbox got something
    throttle: Throttle = field(default_factory=Throttle)
    wake: asyncio.Event = field(default_factory=asyncio.Event)

    async def run(self) -> None:
        """Until cancelled; a burst that has begun is finished first."""
        while True:
            self.wake.clear()
            try:
                while await finished(self.work_once()):
                    pass
            except Exception as error:  # noqa: BLE001 - the database may be away for a while
                log.error("worker_failed", where=where(error))
                await asyncio.sleep(IDLE)
            try:
                await asyncio.wait_for(self.wake.wait(), IDLE)
            except TimeoutError:
                continue

    async def work_once(self) -> int:
        """Handles the updates that wait, in one transaction; how many were taken."""
        answers: list[tuple[int, list[Method]]] = []
        async with self.database.write() as uow:
            taken = await inbox.take(uow, BURST, self.real_now())
            stuck: set[int] = set()
            handled: list[int] = []
            for one in taken:
                if one.chat_id in stuck:
                    continue
                methods = await self._handle(uow, one)
                if methods is None:
                    stuck.add(one.chat_id)
                    continue
                handled.append(one.update_id)
                answers.append((one.chat_id, methods))
            await inbox.done(uow, handled)
            queued = uow.session.info.pop("queued", False)
        for chat_id, methods in answers:
            if methods:
                self.telegram.say(chat_id, methods)
        if queued:
            self.queued()
        return len(answers) + len(stuck)

    async def _handle(self, uow: UnitOfWork, one: Taken) -> list[Method] | None:
        """The answers to an update, or None when it failed and is not done."""
        turn = Turn()
        try:
            return await self._answered(uow, one, turn)
        except (OperationalError, InterfaceError):
            raise  # the database is away: nothing is wrong with this update
        except (ValidationError, Undecodable):
            return await self._bury(uow, one, turn, "undecodable")
        except Exception as error:  # noqa: BLE001 - whatever a handler does, the others go on
            return await self._failed(uow, one, turn, error)
        finally:
            uow.forget()

    async def _answered(self, uow: UnitOfWork, one: Taken, turn: Turn) -> list[Method]:
        try:
            async with uow.session.begin_nested():
                await self._work(uow, one, turn)
                return await self._answers(uow, turn)
        except DomainError as error:
            uow.forget()
            turn.screens = explain(self._texts(turn), error)
            return await self._answers(uow, turn, beside=True)

    async def _work(self, uow: UnitOfWork, one: Taken, turn: Turn) -> None:
        raw: dict[str, Any] = orjson.loads(one.payload)
        read_turn(raw, turn)
        if turn.telegram_id is None or turn.chat_id is None:
            return
        allowed = self.throttle.take(turn.chat_id)
        if not allowed:
            turn.screens = (
                [slow_down(self._texts(turn))] if self.throttle.tell(turn.chat_id) else []
            )
            return
        actor = await people.actor_of(uow, turn.telegram_id, turn.language_code, turn.key)
        turn.texts = self.texts_for(actor.language)
        talk = await conversations.find(uow, turn.key)
        if turn.text and turn.is_private and (tap := talk.menu.get(turn.typed)):
            raw = turn.as_tap(raw, tap)
        update = Update.model_validate(raw)
        data = {
            "bot": self.bot,
            "uow": uow,
            "actor": actor,
            "texts": turn.texts,
            "state": conversation(uow, self.bot.id, turn.chat_id, turn.telegram_id),
            "raw_state": talk.state,
        }
        shown = await self.routes.feed(update, data, is_private=turn.is_private)
        if isinstance(shown, Screen):
            turn.screens = [shown]
        elif isinstance(shown, list):
            turn.screens = shown

    async def _answers(self, uow: UnitOfWork, turn: Turn, *, beside: bool = False) -> list[Method]:
        """`beside`: the question still stands above, so its buttons may still be typed."""
        if turn.chat_id is None:
            return []
        found = menu(turn.screens)
        if found is not None and turn.is_private and turn.screens[-1].text:
            talk = await conversations.find(uow, turn.key)
            talk.put("menu", talk.menu | found if beside else found)
        await conversations.save(uow)
        return respond(turn.place, turn.screens)

    async def _failed(
        self, uow: UnitOfWork, one: Taken, turn: Turn, error: Exception
    ) -> list[Method] | None:
        log.error("update_failed", update=one.update_id, tries=one.attempts + 1, where=where(error))
        if not await inbox.failed(uow, one, where(error), self.real_now()):
            self.wake_later()
            return None
        turn.screens = [kept_for_later(self._texts(turn), one.update_id)]
        self._say_now(turn)
        return None

    async def _bury(
        self, uow: UnitOfWork, one: Taken, turn: Turn, reason: str
    ) -> list[Method] | None:
        log.error("update_undecodable", update=one.update_id)
        await inbox.bury(uow, one, reason)
        turn.screens = [kept_for_later(self._texts(turn), one.update_id)]
        self._say_now(turn)
        return None

    def _say_now(self, turn: Turn) -> None:
        if turn.chat_id is not None and turn.is_private:
            self.telegram.say(turn.chat_id, respond(turn.place, turn.screens))

    def wake_later(self) -> None:
        asyncio.get_running_loop().call_later(0.3, self.wake.set)

    def _texts(self, turn: Turn) -> Texts:
        return turn.texts or self.texts_for(turn.guessed_language)
