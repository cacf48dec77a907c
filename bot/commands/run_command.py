"""`run`: the bot on Telegram."""

from argparse import Namespace

from bot import app
from bot.commands.kinds import Commands
from bot.settings import Settings


def register(commands: Commands) -> None:
    found = commands.add_parser("run", help="the bot; needs BOT_TOKEN")
    found.set_defaults(command=run)


async def run(settings: Settings, _arguments: Namespace) -> None:
    await app.run(settings)
