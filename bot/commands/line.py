"""The command line: each command is a function of the settings and its arguments."""

import argparse
import sys
from collections.abc import Coroutine, Iterable, Sequence
from importlib import import_module
from typing import Any, Final

import uvloop

from bot import log
from bot.fatal import StartRefused
from bot.settings import load

COMMANDS: Final = {
    "run": "run_command",
    "sandbox": "sandbox_command",
    "invite": "invite_command",
    "tick": "tick_command",
    "import": "data_commands",
    "export": "data_commands",
    "report": "report_command",
    "dead-letters": "dead_letters_command",
    "backup": "backup_command",
    "check": "check_command",
}


def parser(arguments: Sequence[str]) -> argparse.ArgumentParser:
    """Of the command that is named, or of all: loading Telegram's types takes seconds."""
    found = argparse.ArgumentParser(prog="python -m bot", description="deputat-bot")
    commands = found.add_subparsers(required=True, metavar="COMMAND")
    named = COMMANDS.get(arguments[0]) if arguments else None
    for module in _once([named] if named else COMMANDS.values()):
        import_module(f"bot.commands.{module}").register(commands)
    return found


def _once(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def main(arguments: Sequence[str]) -> int:
    """The exit code: 0, or 1 with a sentence on standard error."""
    chosen = parser(arguments).parse_args(arguments)
    try:
        settings = load()
        log.configure(settings.log_level)
        work: Coroutine[Any, Any, int | None] = chosen.command(settings, chosen)
        return uvloop.run(work) or 0
    except StartRefused as refused:
        print(log.scrubbed(str(refused)), file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 0
