"""`dead-letters`: updates that could not be handled and messages that could not be delivered."""

import sys
from argparse import Namespace

from bot.clock import Clock
from bot.commands.kinds import Commands
from bot.database import create_database
from bot.settings import Settings
from models.schema import upgrade
from services import inbox, outbox


def register(commands: Commands) -> None:
    found = commands.add_parser("dead-letters", help="list or replay what failed")
    found.add_argument("what", nargs="?", choices=("list", "replay"), default="list")
    found.add_argument("--id", type=int, action="append", help="only these updates")
    found.set_defaults(command=dead_letters)


async def dead_letters(settings: Settings, arguments: Namespace) -> None:
    database = create_database(settings, Clock())
    try:
        await upgrade(database.engine)
        async with database.write() as uow:
            if arguments.what == "replay":
                updates = await inbox.replay(uow, arguments.id)
                messages = 0 if arguments.id else await outbox.replay(uow)
                print(f"{updates} updates and {messages} messages go again")
                return
            updates_lost, messages_lost = await inbox.dead(uow), await outbox.lost(uow)
            if not updates_lost and not messages_lost:
                print("Nothing has failed.", file=sys.stderr)
            for one in updates_lost:
                when = one.received_at.isoformat(timespec="seconds")
                print(f"update {one.update_id} {when} tries={one.attempts} {one.error}")
            for row in messages_lost:
                when = row.created_at.isoformat(timespec="seconds")
                print(f"message {row.id} {when} kind={row.kind} tries={row.attempts} {row.error}")
    finally:
        await database.engine.dispose()
