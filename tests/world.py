"""The world of a story: people, the bot, Telegram's stand-in, and a clock that stands still.

The bot is the real one, joined by its own composition root, on a real database. Only Telegram and
the time are made up. After each act everything that follows from it is done before the next line:

    voter = world.person("Айгүл", language="kk")
    await voter.says("8")
    assert "Сабильянов" in voter.screen.text
"""

import asyncio
from collections import defaultdict
from collections.abc import Awaitable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import count
from shutil import rmtree
from tempfile import mkdtemp
from typing import TypeVar

from bot.app import Application, create_application
from bot.clock import FrozenClock
from bot.intake import Polling
from bot.settings import Settings
from bot.throttle import Throttle
from domain.holding import HOLD_RULES
from domain.limits import LIMITS
from sandbox import Attachment, Message, Person, Sandbox
from services.lookup_cache import LookupCache

T = TypeVar("T")
# Building the atlas takes longer than most stories; its stamp says when the directory is another.
ATLASES: dict[str, LookupCache] = defaultdict(LookupCache)
# Stories tell much in a moment; limits and review have stories of their own, see `with_limits`.
NO_LIMITS = dict.fromkeys(
    ("letters_apart", "letters_a_day", "letters_open", "alike_an_hour", "letters_an_hour"), 0
)
TOKEN = "42:TEST-CANARY-TOKEN"
USERNAME = "deputat_test_bot"
ADMIN = 9000
# A working Tuesday, 10:00 in Almaty.
MORNING = datetime(2026, 11, 24, 5, 0, tzinfo=UTC)


@dataclass
class Someone:
    """A person whose every act is followed by everything the bot does because of it."""

    world: "World"
    telegram: Person

    @property
    def screen(self) -> Message:
        """The newest message of the bot."""
        return self.telegram.screen

    @property
    def text(self) -> str:
        return self.telegram.screen.text

    @property
    def labels(self) -> list[str]:
        return self.telegram.screen.labels

    @property
    def messages(self) -> list[Message]:
        """What the bot has written and not deleted, the oldest first."""
        return [message for message in self.telegram.sees if message.by_bot]

    @property
    def alerts(self) -> list[str]:
        return self.telegram.alerts

    def saw(self, words: str) -> bool:
        """Whether any message of the bot in the chat holds these words."""
        return any(words in message.text for message in self.messages)

    async def says(self, text: str) -> Message:
        return await self.world.after(self.telegram.says(text))

    async def opens(self, payload: str = "") -> Message:
        return await self.world.after(self.telegram.opens(payload))

    async def taps(self, label: str, message: Message | None = None) -> None:
        await self.world.after(self.telegram.taps(label, message, timeout=0))

    async def taps_data(self, data: str, message: Message | None = None) -> None:
        await self.world.after(self.telegram.taps_data(data, message))

    async def shares_location(self, latitude: float, longitude: float) -> None:
        await self.world.after(self.telegram.sends_location(latitude, longitude))

    async def sends_photo(self, caption: str = "") -> Message:
        return await self.world.after(self.telegram.sends_photo(caption))

    async def sends_document(self, name: str = "letter.pdf", caption: str = "") -> Message:
        return await self.world.after(self.telegram.sends_document(name, caption=caption))

    async def sends_album(self, attachments: list[Attachment]) -> None:
        await self.world.after(self.telegram.sends_album(attachments))

    async def sends_voice(self) -> None:
        await self.world.after(self.telegram.sends_voice())

    async def sends_sticker(self) -> None:
        await self.world.after(self.telegram.sends_sticker())

    async def edits(self, message: Message, text: str) -> None:
        await self.world.after(self.telegram.edits(message, text))

    async def blocks(self) -> None:
        await self.world.after(self.telegram.blocks())


@dataclass
class World:
    app: Application
    sandbox: Sandbox
    clock: FrozenClock
    polling: Polling
    jobs_wait: bool = False  # long work is not begun while this is set
    _ids: "count[int]" = field(default_factory=lambda: count(1001))

    def person(
        self, name: str = "Aigul", language: str = "en", ident: int | None = None
    ) -> Someone:
        """Somebody new; the bot meets them when they write."""
        found = self.sandbox.person(
            ident or next(self._ids), first_name=name, language_code=language
        )
        return Someone(self, found)

    async def coordinator(self, language: str = "en") -> Someone:
        """The person in ADMIN_IDS, who has said hello."""
        found = self.person("Saule", language, ADMIN)
        await found.says("/start")
        return found

    async def after(self, act: Awaitable[T]) -> T:
        result = await act
        await self.settle()
        return result

    async def settle(self) -> None:
        """Does all that is to be done: updates, answers, the outbox."""
        busy = True
        while busy:
            busy = bool(await self.polling.poll_once(0))
            while await self.app.worker.work_once():
                busy = True
            await self.app.telegram.drained()
            while not self.jobs_wait and await self.app.jobs.work_once():
                busy = True
            while await self.app.sender.send_due():
                busy = True

    async def patience(self) -> None:
        """Lets the pauses between the tries of a failed update pass, in real time."""
        await asyncio.sleep(0.25)

    async def at(self, moment: datetime) -> None:
        """Moves the clock and does what is due then."""
        self.clock.move_to(moment)
        await self.app.ticker.tick()
        await self.settle()

    def with_limits(self) -> None:
        """From now on with the limits and the review that are shipped."""
        database = self.app.database
        database.rules = replace(database.rules, limits=LIMITS, holds=HOLD_RULES)

    async def restart(self) -> None:
        """The process ends and another one begins on the same database."""
        settings = self.app.settings
        await self.app.close()
        self.app = _start(settings, self.clock)
        await self.polling.close()
        self.polling = Polling(self.app.intake, settings.telegram_api_url, settings.token)


def _start(settings: Settings, clock: FrozenClock) -> Application:
    found = create_application(settings, clock, USERNAME)
    kind = settings.database_url.get_secret_value().partition(":")[0]
    found.worker.routes.shared["lookup_cache"] = ATLASES[kind]
    return found


async def open_world(database_url: str) -> World:
    """A running stand-in and the bot on this database, which has its schema and data."""
    clock = FrozenClock(MORNING)
    sandbox = Sandbox(token=TOKEN, bot_username=USERNAME, now=clock)
    await sandbox.start()
    settings = Settings.model_validate(
        {
            "bot_token": TOKEN,
            "telegram_api_url": sandbox.api_url,
            "database_url": database_url,
            "admin_ids": frozenset({ADMIN}),
            "send_rate": 0,
            "operator": "",
            **NO_LIMITS,
            "reports_path": mkdtemp(prefix="reports-"),
        }
    )
    app = _start(settings, clock)
    app.worker.throttle = Throttle(now=count(step=60).__next__)  # stories never flood
    return World(app, sandbox, clock, Polling(app.intake, sandbox.api_url, TOKEN))


async def close_world(world: World) -> None:
    await world.polling.close()
    await world.app.close()
    await world.sandbox.stop()
    rmtree(world.app.settings.reports_path)
