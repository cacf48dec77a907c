"""One or several webhook processes on one PostgreSQL, with Telegram's forty connections."""

import asyncio
import itertools
import time
from contextlib import AsyncExitStack
from pathlib import Path

import orjson
from aiohttp import ClientSession, TCPConnector

from benchmarks.chaos.balancer import HEADER
from benchmarks.databases import Templates, opened
from benchmarks.filling import FIRST_PERSON, fill
from benchmarks.load import LOOK, PEOPLE, READS
from benchmarks.processes import SECRET, free_port, start_bot, webhook_env
from benchmarks.stand_in import StandIn
from benchmarks.subjects import STORED, telegram

CONNECTIONS = 40
WARM_UP = 400
COUNT = 1_500


async def rate(folder: Path, templates: Templates, processes: int) -> float:
    """Read screens: updates a second from the first post to the last answer."""
    url = await templates.copy()
    database = opened(url)
    await fill(database, STORED)
    await database.engine.dispose()
    async with AsyncExitStack() as stack:
        stand_in = await stack.enter_async_context(telegram(folder))
        ports = [free_port() for _ in range(processes)]
        for port in ports:
            env = webhook_env(f"http://127.0.0.1:{port}/telegram", port)
            bot = await start_bot(folder / f"bot-{port}.log", stand_in.url, url, **env)
            stack.push_async_callback(bot.kill)
            await bot.ready()
        connector = TCPConnector(limit=CONNECTIONS)
        session = await stack.enter_async_context(ClientSession(connector=connector))
        ids = itertools.count(1)
        await _post(session, stand_in, ports, ids, WARM_UP)
        return COUNT / await _post(session, stand_in, ports, ids, COUNT)


async def _post(
    session: ClientSession,
    stand_in: StandIn,
    ports: list[int],
    ids: "itertools.count[int]",
    count: int,
) -> float:
    before = (await stand_in.stats())["sent"]
    bodies = [_update(next(ids), n) for n in range(count)]
    begun = time.perf_counter()

    async def one(number: int, body: bytes) -> None:
        url = f"http://127.0.0.1:{ports[number % len(ports)]}/telegram"
        async with session.post(url, data=body, headers={HEADER: SECRET}) as response:
            assert response.ok

    await asyncio.gather(*(one(number, body) for number, body in enumerate(bodies)))
    while (await stand_in.stats())["sent"] < before + count:  # noqa: ASYNC110 - another process
        await asyncio.sleep(LOOK)
    return time.perf_counter() - begun


def _update(update_id: int, number: int) -> bytes:
    ident = FIRST_PERSON + number % PEOPLE
    text = READS[number // PEOPLE % len(READS)]
    return orjson.dumps(
        {
            "update_id": update_id,
            "message": {
                "message_id": update_id,
                "from": {"id": ident, "is_bot": False, "first_name": "P", "language_code": "en"},
                "chat": {"id": ident, "type": "private", "first_name": "P"},
                "date": 1_790_000_000,
                "text": text,
                "entities": [{"type": "bot_command", "offset": 0, "length": len(text.split()[0])}],
            },
        }
    )
