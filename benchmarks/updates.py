"""CPU time of an update in one process, without the network: where it goes, part by part.

    python -m benchmarks.updates [--people 60] [--profile]

Telegram is a session that says yes; the database is SQLite. CPU time, not the clock on the wall, so
that other work on the machine does not count.
"""

import argparse
import asyncio
import cProfile
import gc
import itertools
import pstats
import tempfile
import time
from collections.abc import AsyncGenerator, Awaitable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from aiogram.client.session.base import BaseSession

from benchmarks.databases import Templates, opened
from benchmarks.filling import FIRST_PERSON, fill
from benchmarks.load import READS, drafts_of, open_mandate
from benchmarks.processes import WITHOUT_LIMITS
from bot import log
from bot.app import Application, create_application
from bot.clock import Clock
from bot.settings import Settings
from domain.appeals import Topic
from handlers.appeals.callbacks import ChooseTopic, SendOwn
from handlers.common.links import WriteAppeal

STORED = 5_000
ROUNDS = 5
PEOPLE = 60
LETTER = "The road to the school is broken. Please mend it."
PARTS = ("store", "work", "answer", "send")
Json = dict[str, Any]


class Yes(BaseSession):
    """Every call succeeds at once."""

    async def make_request(self, *_args: Any, **_words: Any) -> Any:
        return None

    async def stream_content(self, *_args: Any, **_words: Any) -> AsyncGenerator[bytes, None]:
        yield b""

    async def close(self) -> None:
        """Nothing is open."""


@dataclass
class Line:
    """The bot fed by hand; CPU seconds of each part add up."""

    app: Application
    spent: dict[str, float] = field(default_factory=lambda: dict.fromkeys(PARTS, 0.0))
    _ids: Iterator[int] = field(default_factory=lambda: itertools.count(1))

    async def feed(self, updates: list[Json]) -> None:
        raw = [{"update_id": next(self._ids), **update} for update in updates]
        for start in range(0, len(raw), 100):
            await self._timed("store", self.app.intake.store(raw[start : start + 100]))
        while await self._timed("work", self.app.worker.work_once()):
            await self._timed("answer", self.app.telegram.drained())
        while await self._timed("send", self.app.sender.send_due()):
            pass

    async def _timed(self, part: str, work: Awaitable[Any]) -> Any:
        begun = time.process_time()
        try:
            return await work
        finally:
            self.spent[part] += time.process_time() - begun


def _sender(ident: int) -> Json:
    return {"id": ident, "is_bot": False, "first_name": "P", "language_code": "en"}


def message(ident: int, text: str) -> Json:
    found: Json = {
        "message_id": 1,
        "from": _sender(ident),
        "chat": {"id": ident, "type": "private", "first_name": "P"},
        "date": 1_790_000_000,
        "text": text,
    }
    if text.startswith("/"):
        length = len(text.split(maxsplit=1)[0])
        found["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
    return {"message": found}


def tap(ident: int, data: str) -> Json:
    shown = message(ident, "A screen")["message"]
    return {
        "callback_query": {
            "id": "1",
            "from": _sender(ident),
            "message": shown,
            "chat_instance": "1",
            "data": data,
        }
    }


async def reads(line: Line, people: range) -> int:
    for text in READS:
        await line.feed([message(one, text) for one in people])
    return len(READS) * len(people)


async def letters(line: Line, people: range) -> int:
    """Every step of a letter: begin, topic, text, send, and the receipt."""
    database = line.app.database
    write = WriteAppeal(mandate_id=await open_mandate(database)).pack()
    await line.feed([tap(one, write) for one in people])
    drafts = await drafts_of(database)
    topic = next(iter(Topic))
    taps = {one: ChooseTopic(draft_id=drafts[one], topic=topic).pack() for one in people}
    await line.feed([tap(one, taps[one]) for one in people])
    await line.feed([message(one, LETTER) for one in people])
    await line.feed([tap(one, SendOwn(draft_id=drafts[one]).pack()) for one in people])
    return 4 * len(people)


async def measured(
    url: str, people: int, profile: cProfile.Profile | None = None
) -> dict[str, list[float]]:
    """Milliseconds of each part and load: the best of some rounds, after one to warm up."""
    settings = Settings.model_validate(
        {"bot_token": "42:made-up", "database_url": url, "send_rate": 0}
        | {name.lower(): value for name, value in WITHOUT_LIMITS.items()}
    )
    app = create_application(settings, Clock(), "bench_bot")
    app.bot.session = Yes()
    line, best = Line(app), {}
    for name, load in {"read screens": reads, "filing an appeal": letters}.items():
        found: list[list[float]] = []
        for turn in range(ROUNDS):
            first = FIRST_PERSON + turn * people
            line.spent = dict.fromkeys(PARTS, 0.0)
            gc.collect()
            gc.freeze()  # as the bot does when it has started
            if profile and turn == ROUNDS - 1:
                profile.enable()
            count = await load(line, range(first, first + people))
            if profile:
                profile.disable()
            found.append([line.spent[part] / count * 1000 for part in PARTS])
        best[name] = min(found[1:], key=sum)
    await app.close()
    return best


async def filled(folder: Path) -> str:
    """The address of a database with some thousands of appeals."""
    url = await Templates(folder).copy()
    database = opened(url)
    await fill(database, STORED)
    await database.engine.dispose()
    return url


async def main(given: argparse.Namespace, folder: Path) -> None:
    profile = cProfile.Profile(time.process_time) if given.profile else None
    best = await measured(await filled(folder), given.people, profile)
    print(f"| CPU ms of an update | {' | '.join(PARTS)} | all |\n|---|---|---|---|---|---|")
    for name, parts in best.items():
        cells = " | ".join(f"{ms:.2f}" for ms in (*parts, sum(parts)))
        print(f"| {name} | {cells} |")
    if profile:
        pstats.Stats(profile).sort_stats("tottime").print_stats(60)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="CPU time of an update, part by part")
    parser.add_argument("--people", type=int, default=PEOPLE)
    parser.add_argument("--profile", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    log.configure("WARNING")
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        asyncio.run(main(arguments(), Path(name)))
