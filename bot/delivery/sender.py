"""The outbox goes out: claimed, rendered in the recipient's language, accounted for."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import structlog

from bot.delivery.telegram import Delivered, Telegram, Verdict
from bot.delivery.topics import Topics
from bot.finishing import finished
from bot.log import where
from bot.storage import conversation_key
from domain.errors import DomainError
from domain.names import Language
from domain.roles import Actor
from handlers.common.post import Post
from handlers.common.respond import Method, Place, menu, show
from handlers.common.screen import Screen
from handlers.common.texts import Texts
from services import conversations, outbox_sending, people
from services.desk import groups, posting
from services.outbox_sending import Claimed
from services.unit_of_work import Database, UnitOfWork

log = structlog.get_logger()
ROUND = 50
ROUNDS = 2  # side by side: while one is claimed and rendered, the other one goes out
LANE_WAIT = 3.0  # seconds; a chat that is told to wait must not hold up the others
IDLE = 1.0  # seconds between looks at the outbox when nothing wakes the sender

Notice = Callable[[UnitOfWork, Actor, Texts, dict[str, Any]], Awaitable[list[Screen]]]
Posting = Callable[[UnitOfWork, Actor, Texts, dict[str, Any]], Awaitable[Post]]
Chore = Callable[[UnitOfWork, Actor], Awaitable[list[Method]]]
Hook = Callable[[UnitOfWork, dict[str, Any], bool], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Rendered:
    methods: list[Method]
    screens: list[Screen] = field(default_factory=list)
    cancelled: str | None = None
    failed: str | None = None
    post: Post | None = None


# What is on its way; the result tells how many parts have gone, too.
Going = dict[asyncio.Task[tuple[Delivered, int]], tuple[Claimed, Rendered]]


@dataclass
class Sender:
    """`notices` word messages, `posts` those to groups.

    `chores` are calls without one, `hooks` hear of the result.
    """

    database: Database
    telegram: Telegram
    texts_for: Callable[[Language], Texts]
    notices: Mapping[str, Notice]
    posts: Mapping[str, Posting]
    chores: Mapping[str, Chore]
    hooks: Mapping[str, Hook]
    real_now: Callable[[], datetime]
    wake: asyncio.Event = field(default_factory=asyncio.Event)
    _under_way: set[int] = field(default_factory=set)  # ids; a long upload may outlive its claim

    @property
    def topics(self) -> Topics:
        return Topics(self.database, self.telegram)

    async def run(self) -> None:
        """Until cancelled; a round that has begun is finished first."""
        await asyncio.gather(*(self._rounds() for _ in range(ROUNDS)))

    async def _rounds(self) -> None:
        while True:
            try:
                while await finished(self.send_due()):
                    pass
            except Exception as error:  # noqa: BLE001 - a fault of the database must not end sending
                log.error("sender_failed", where=where(error))
                await asyncio.sleep(IDLE)
            self.wake.clear()
            try:
                await asyncio.wait_for(self.wake.wait(), IDLE)
            except TimeoutError:
                continue

    async def send_due(self) -> int:
        """One round of what is due; how many messages were tried."""
        async with self.database.read() as uow:
            if not await outbox_sending.anything_due(uow, self.real_now()):
                return 0
        async with self.database.write() as uow:
            due = await outbox_sending.claim(uow, ROUND, self.real_now())
        claimed = [one for one in due if one.id not in self._under_way]
        ours = {one.id for one in claimed}
        self._under_way |= ours
        try:
            await self._send_all(claimed)
        finally:
            self._under_way -= ours
        return len(claimed)

    async def _send_all(self, claimed: list[Claimed]) -> None:
        rendered = await self._render_all(claimed)
        going = {
            asyncio.create_task(self._send(one, it)): (one, it)
            for one, it in zip(claimed, rendered, strict=True)
        }
        while going:
            await self._account_for(going)

    async def _account_for(self, going: Going) -> None:
        """Takes out what has gone, as soon as it has: a kill repeats what is not accounted for."""
        done, _ = await asyncio.wait(going, return_when=asyncio.FIRST_COMPLETED)
        async with self.database.write() as uow:
            for task in done:
                await self._account(uow, *going.pop(task), *task.result())

    async def _render_all(self, claimed: list[Claimed]) -> list[Rendered]:
        found: list[Rendered] = []
        while len(found) < len(claimed):
            async with self.database.read() as uow:
                await self._render_some(uow, claimed[len(found) :], found)
        return found

    async def _render_some(
        self, uow: UnitOfWork, claimed: list[Claimed], found: list[Rendered]
    ) -> None:
        """Up to the first fault: one message that cannot be put into words holds up no other."""
        for one in claimed:
            try:
                found.append(await self._render(uow, one))
            except Exception as error:  # noqa: BLE001 - tried again later, then reported
                log.error("not_rendered", message=one.id, kind=one.kind, where=where(error))
                found.append(Rendered([], failed=type(error).__name__))
                return
            await asyncio.sleep(0)  # SQLite runs on this thread; what goes out keeps its beat

    async def _render_post(self, uow: UnitOfWork, one: Claimed) -> Rendered:
        actor = await posting.reader(uow, one.telegram_id)
        if actor is None:
            return Rendered([], cancelled="group gone")
        try:
            post = await self.posts[one.kind](uow, actor, self.texts_for(actor.language), one.facts)
        except DomainError as error:
            return Rendered([], cancelled=type(error).__name__)
        return Rendered([], post=post)

    async def _render(self, uow: UnitOfWork, one: Claimed) -> Rendered:
        if one.is_group:
            return await self._render_post(uow, one)
        actor = await people.actor_by_id(uow, one.recipient_id)
        if one.kind in self.chores:
            return Rendered(await self.chores[one.kind](uow, actor))
        notice = self.notices.get(one.kind)
        if notice is None:
            return Rendered([], cancelled="unknown kind")
        try:
            screens = await notice(uow, actor, self.texts_for(actor.language), one.facts)
        except DomainError as error:
            # Rights or state changed since it was queued: it is not for this person any longer.
            return Rendered([], cancelled=type(error).__name__)
        place = Place(one.telegram_id)
        return Rendered([method for screen in screens for method in show(place, screen)], screens)

    async def _send(self, one: Claimed, rendered: Rendered) -> tuple[Delivered, int]:
        """Sends the parts that have not gone yet; how many have gone now."""
        parts = one.parts_sent
        if rendered.failed is not None:
            return Delivered(Verdict.LATER, rendered.failed), parts
        result = Delivered(Verdict.SENT)
        lane = self.telegram.lane(one.telegram_id)
        try:
            async with asyncio.timeout(LANE_WAIT):
                await lane.acquire()
        except TimeoutError:
            return Delivered(Verdict.LATER, "chat busy"), parts
        try:
            if rendered.post is not None:
                return await self.topics.send(one, rendered.post)
            for method in rendered.methods[parts:]:
                result = await self.telegram.call(one.telegram_id, method, one.priority)
                if result.verdict is not Verdict.SENT:
                    break
                parts += 1
        except Exception as error:  # noqa: BLE001 - a picture that cannot be drawn, a fault of ours
            log.error("not_sent", message=one.id, kind=one.kind, where=where(error))
            return Delivered(Verdict.LATER, type(error).__name__), parts
        finally:
            lane.release()
        return result, parts

    async def _account(
        self, uow: UnitOfWork, one: Claimed, it: Rendered, delivered: Delivered, parts: int
    ) -> None:
        if it.cancelled:
            await outbox_sending.cancelled(uow, one.id, it.cancelled)
            await self._tell_hook(uow, one, sent=False)
            return
        if delivered.moved_to is not None:
            await groups.follow(uow, one.telegram_id, delivered.moved_to)
        if delivered.verdict is Verdict.LATER:
            if await outbox_sending.again(uow, one, parts, delivered.error, delivered.retry_after):
                return
        elif delivered.verdict is Verdict.SENT:
            await outbox_sending.sent(uow, one.id)
            if not one.is_group:
                await self._remember(uow, one.telegram_id, it.screens)
        else:
            await outbox_sending.undeliverable(uow, one.id, delivered.error)
            if delivered.verdict is Verdict.BLOCKED and one.is_group:
                await groups.removed(uow, one.telegram_id)
            elif delivered.verdict is Verdict.BLOCKED:
                await people.mark_blocked(uow, one.recipient_id)
        await self._tell_hook(uow, one, sent=delivered.verdict is Verdict.SENT)

    async def _tell_hook(self, uow: UnitOfWork, one: Claimed, *, sent: bool) -> None:
        if hook := self.hooks.get(one.kind):
            await hook(uow, one.facts, sent)

    @staticmethod
    async def _remember(uow: UnitOfWork, telegram_id: int, screens: list[Screen]) -> None:
        if found := menu(screens):
            await conversations.offer(uow, conversation_key(telegram_id, telegram_id), found)
