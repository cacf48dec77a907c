"""`sandbox`: the bot, a stand-in for Telegram and a chat page, all on this machine."""

import asyncio
import signal
from argparse import Namespace
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from pydantic import SecretStr

from bot.app import Application, create_application, serve
from bot.clock import Clock
from bot.commands.kinds import Commands
from bot.fatal import StartRefused
from bot.sandbox_cast import Cast, give_roles, load_cast
from bot.settings import Settings
from bot.start_up import prepare_database
from sandbox import Options, PersonSpec, Place, Sandbox

TOKEN = "42:SANDBOX"  # noqa: S105 - made up, for loopback only
USERNAME = "deputat_sandbox_bot"
DATABASE = "var/sandbox.db"
PORT = 8137
NOTES = {
    "kk": "Мұндағының бәрі осы құрылғыда ғана: адамдар да, хаттар да, жауаптар да ойдан алынған.",
    "ru": "Всё остаётся на этом компьютере: люди, письма и ответы вымышлены.",
    "en": "Everything here stays on this machine: people, letters and answers are made up.",
}


def register(commands: Commands) -> None:
    found = commands.add_parser("sandbox", help="bot, stand-in for Telegram and chat page")
    found.add_argument("--port", type=int, default=PORT, help=f"default {PORT}; 0 is any free one")
    found.set_defaults(command=run_sandbox)


async def run_sandbox(settings: Settings, arguments: Namespace) -> None:
    """Until SIGINT or SIGTERM."""
    clock = Clock()
    cast = load_cast(Path(settings.data_path) / "sandbox.yaml")
    telegram = _stand_in(cast, lambda: clock().astimezone(settings.zone))
    try:
        await telegram.start(arguments.port)
    except OSError:
        raise StartRefused(f"Port {arguments.port} is taken. Try --port 0.") from None
    own = settings.model_copy(
        update={
            "bot_token": SecretStr(TOKEN),
            "telegram_api_url": telegram.api_url,
            "database_url": _database(settings),
            "admin_ids": settings.admin_ids | cast.coordinators,
            "webhook_url": None,
        }
    )
    app = create_application(own, clock, USERNAME)
    telegram.options.move_clock = partial(move_clock, app)
    try:
        await prepare_database(app.database, own)
        await give_roles(app.database, cast)
        for player in cast.players:
            await telegram.people[player.id].says("/start")
        print(f"Open the chat page: {telegram.api_url}/", flush=True)
        await serve(app, _stopped())
    finally:
        await app.close()
        await telegram.stop()


def _stand_in(cast: Cast, now: Callable[[], datetime]) -> Sandbox:
    options = Options(
        people=[PersonSpec(one.id, one.name, one.language, one.note) for one in cast.players],
        places=[Place(*place) for place in cast.places],
        now=now,
        title="deputat-bot",
        notes=NOTES,
    )
    return Sandbox(token=TOKEN, bot_username=USERNAME, bot_name="deputat-bot", options=options)


async def move_clock(app: Application, moment: datetime) -> None:
    """The page moves the bot's one clock; what is due then is done at once."""
    app.clock.move_to(moment)
    await app.ticker.tick_safely()


def _database(settings: Settings) -> SecretStr:
    """The one that was asked for, or a new file: the stand-in starts empty, and so must the bot."""
    if "database_url" in settings.model_fields_set:
        return settings.database_url
    for suffix in ("", "-wal", "-shm"):
        Path(f"{DATABASE}{suffix}").unlink(missing_ok=True)
    return SecretStr(f"sqlite:///{DATABASE}")


def _stopped() -> asyncio.Event:
    stop = asyncio.Event()
    for sign in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(sign, stop.set)
    return stop
