"""The command line: each command is a function of the settings and its arguments."""

import argparse
import sys
from collections.abc import Coroutine, Sequence
from typing import Any

import uvloop

from bot import log
from bot.commands import (
    backup_command,
    check_command,
    data_commands,
    dead_letters_command,
    invite_command,
    report_command,
    run_command,
    sandbox_command,
    tick_command,
)
from bot.fatal import StartRefused
from bot.settings import load

COMMANDS = (
    run_command,
    sandbox_command,
    invite_command,
    tick_command,
    data_commands,
    report_command,
    dead_letters_command,
    backup_command,
    check_command,
)


def parser() -> argparse.ArgumentParser:
    found = argparse.ArgumentParser(prog="python -m bot", description="deputat-bot")
    commands = found.add_subparsers(required=True, metavar="COMMAND")
    for module in COMMANDS:
        module.register(commands)
    return found


def main(arguments: Sequence[str]) -> int:
    """The exit code: 0, or 1 with a sentence on standard error."""
    chosen = parser().parse_args(arguments)
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
