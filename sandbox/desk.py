"""Everything a test holds in its hands: people and chats, calls, updates, faults, waiting."""

import asyncio
import time
from collections.abc import Callable
from datetime import datetime

from sandbox.chats import Chat, User
from sandbox.codec import Json
from sandbox.faults import Delay, Drop, Fault, Faults, Trouble
from sandbox.gateway import Call, Gateway
from sandbox.groups import Group
from sandbox.options import Options, PersonSpec
from sandbox.people import Person
from sandbox.world import World

_SUPERGROUP_IDS = -1_000_000_000_000


class Desk:
    """A local Telegram for one bot, without the server."""

    def __init__(
        self,
        token: str = "42:TEST",  # noqa: S107 - made up, and for loopback only
        bot_username: str = "sandbox_test_bot",
        bot_name: str = "Sandbox bot",
        now: Callable[[], datetime] | None = None,
        options: Options | None = None,
        patience: float = 5.0,
    ) -> None:
        self.options = options or Options()
        if now is not None:
            self.options.now = now
        self.token = token
        self.patience = patience
        bot = User(int(token.partition(":")[0]), bot_name, username=bot_username, is_bot=True)
        self.world = World(bot, self._now)
        self.gateway = Gateway(self.world, token)
        self.people: dict[int, Person] = {}
        for spec in self.options.people:
            self.add_person(spec)

    def _now(self) -> datetime:
        return self.options.now()

    # People and chats

    def person(
        self,
        user_id: int,
        first_name: str = "",
        language_code: str = "en",
        *,
        last_name: str = "",
        username: str = "",
        note: str = "",
    ) -> Person:
        """Return the person with this id, new at the first call."""
        known = self.people.get(user_id)
        if known is not None:
            return known
        user = User(
            user_id,
            first_name or f"Person {user_id}",
            last_name=last_name,
            username=username,
            language_code=language_code,
            note=note,
            phone_number=f"+7700{user_id % 10_000_000:07}",
        )
        chat = Chat(user_id, "private", user=user)
        self.world.users[user_id] = user
        self.world.chats[user_id] = chat
        person = self.people[user_id] = Person(self.world, user, chat, lambda: self.patience)
        self.world.feed.emit("person", user_id=user_id)
        return person

    def add_person(self, spec: PersonSpec) -> Person:
        """Add a person of the options."""
        return self.person(spec.id, spec.name, spec.language, note=spec.note)

    def group(
        self,
        chat_id: int,
        title: str = "Group",
        *,
        forum: bool = False,
        bot_status: str = "administrator",
    ) -> Group:
        """Return a group; ids below -1000000000000 and forums are supergroups."""
        chat = self.world.chats.get(chat_id)
        if chat is None:
            kind = "supergroup" if forum or chat_id < _SUPERGROUP_IDS else "group"
            chat = Chat(chat_id, kind, title, is_forum=forum, bot_status=bot_status)
            self.world.chats[chat_id] = chat
        return Group(self.world, chat)

    def channel(self, chat_id: int, title: str = "Channel", username: str = "") -> Group:
        """Return a channel where the bot is an administrator."""
        chat = self.world.chats.setdefault(
            chat_id, Chat(chat_id, "channel", title, username=username, bot_status="administrator")
        )
        return Group(self.world, chat)

    # What the bot did

    @property
    def calls(self) -> list[Call]:
        """Return the method calls so far (getUpdates is only counted)."""
        return list(self.gateway.calls)

    def calls_of(self, method: str) -> list[Call]:
        """Return the calls of one method."""
        return [call for call in self.gateway.calls if call.method.lower() == method.lower()]

    def clear_calls(self) -> None:
        """Forget the calls and the counts."""
        self.gateway.calls.clear()
        self.gateway.counts.clear()
        self.gateway.errors.clear()
        self.world.sent_to.clear()
        self.world.latencies.clear()

    # Updates

    @property
    def pending(self) -> list[Json]:
        """Return the updates that the bot has not confirmed."""
        return self.world.updates.pending

    @property
    def next_update_id(self) -> int:
        """Return the number of the next update; may be set, also to a lower one."""
        return self.world.updates.next_id

    @next_update_id.setter
    def next_update_id(self, value: int) -> None:
        self.world.updates.next_id = value

    def push(self, update: Json) -> int:
        """Queue any JSON as an update, for what people cannot do by hand."""
        update_id = self.world.updates.push(update)
        self.world.feed.wake()
        return update_id

    # Faults

    @property
    def faults(self) -> Faults:
        """Return what is planned; `faults.clear()` takes it back."""
        return self.gateway.faults

    def fail(
        self,
        method: str | None = None,
        chat_id: int | None = None,
        times: int | None = 1,
        *,
        error: Trouble,
    ) -> Fault:
        """Make the next `times` matching calls fail (None: all of them)."""
        if not isinstance(error, (Drop, Delay, Exception)):
            raise TypeError("error is an ApiError, DROP, CUT_OFF or Delay(...)")
        return self.gateway.faults.add(Fault(error, method, chat_id, times))

    def unreachable(self, seconds: float) -> None:
        """Drop all connections for a while, the waiting polls too."""
        self.gateway.faults.cut_off_for(seconds)
        self.world.updates.wake()

    def limit(
        self, overall: float | None = 30, per_chat: float | None = 1, chat_burst: float = 3
    ) -> None:
        """Answer 429 above so many messages a second; `gateway.limits.refused` counts."""
        limits = self.gateway.limits
        limits.overall, limits.per_chat, limits.chat_burst = overall, per_chat, chat_burst

    # Waiting

    async def wait_for(self, predicate: Callable[[], object], timeout: float | None = None) -> None:
        """Wait until it holds; it is looked at again after each change."""
        deadline = time.monotonic() + (self.patience if timeout is None else timeout)
        while not predicate():
            left = deadline - time.monotonic()
            if left <= 0:
                raise AssertionError(
                    f"did not come true in time; {len(self.world.updates)} updates pending"
                )
            await self.world.feed.changed(min(left, 0.25))

    async def settled(self, quiet: float = 0.1, timeout: float | None = None) -> None:
        """Wait until all updates are confirmed and the bot has made no call for `quiet` seconds."""
        deadline = time.monotonic() + (self.patience if timeout is None else timeout)
        while True:
            before = self.gateway.counts.total() - self.gateway.counts["getUpdates"]
            await asyncio.sleep(quiet)
            after = self.gateway.counts.total() - self.gateway.counts["getUpdates"]
            if before == after and not len(self.world.updates):
                return
            if time.monotonic() > deadline:
                raise AssertionError(f"no rest: {len(self.world.updates)} updates pending")
