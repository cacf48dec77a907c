"""`tick`: all work due at a moment, then the end. For tests, cron and playing a day through."""

from argparse import ArgumentTypeError, Namespace
from datetime import datetime

from bot.app import bot_username, create_application
from bot.clock import Clock
from bot.commands.kinds import Commands
from bot.settings import Settings
from bot.start_up import prepare_database


def moment(text: str) -> datetime:
    """An aware moment in ISO form."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.tzinfo is None:
        message = "give a moment with its offset: 2026-12-01T09:00+05:00"
        raise ArgumentTypeError(message)
    return found


def register(commands: Commands) -> None:
    found = commands.add_parser("tick", help="do all work due at a moment and end")
    found.add_argument("--at", type=moment, help="default: now")
    found.set_defaults(command=tick)


async def tick(settings: Settings, arguments: Namespace) -> None:
    clock = Clock()
    if arguments.at is not None:
        clock.move_to(arguments.at)
    app = create_application(settings, clock, await bot_username(settings))
    try:
        await prepare_database(app.database, settings)
        await app.ticker.tick()
        await app.keeper.work_safely()
        if await app.leadership.is_ours():  # else the process that sends has been given its work
            while await app.sender.send_due():
                pass
    finally:
        await app.close()
