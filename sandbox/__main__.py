"""Run the stand-in by itself: `python -m sandbox --port 8081 --token 42:TEST`."""

import argparse
import asyncio
import json
import signal
import sys
from pathlib import Path

from sandbox.app import Sandbox
from sandbox.options import Options, PersonSpec, Place


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(prog="sandbox", description=__doc__)
    parser.add_argument("--port", type=int, default=8081)
    parser.add_argument("--token", default="42:TEST")
    parser.add_argument("--username", default="sandbox_test_bot", help="of the bot, without @")
    parser.add_argument("--people", type=Path, help='JSON: {"people": [...], "places": [...]}')
    parser.add_argument("--lean", action="store_true", help="no checks and no history, for loads")
    return parser.parse_args()


def read_options(path: Path | None) -> Options:
    """Read people and places from a file."""
    options = Options()
    if path is not None:
        given = json.loads(path.read_text(encoding="utf-8"))
        options.people = [PersonSpec(**person) for person in given.get("people", [])]
        options.places = [Place(**place) for place in given.get("places", [])]
        options.title = given.get("title", options.title)
        options.notes = given.get("notes", options.notes)
    return options


async def serve(given: argparse.Namespace) -> None:
    """Serve until a signal comes; the address is the first line of the output."""
    sandbox = Sandbox(given.token, given.username, options=read_options(given.people))
    sandbox.gateway.lean = given.lean
    await sandbox.start(given.port)
    sys.stdout.write(f"{sandbox.api_url}\n")
    sys.stdout.flush()
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    await stopped.wait()
    await sandbox.stop()


def main() -> None:
    """Run, on uvloop where it is installed."""
    try:
        import uvloop  # noqa: PLC0415 - only a faster loop, not a need
    except ImportError:
        asyncio.run(serve(arguments()))
    else:
        uvloop.run(serve(arguments()))


if __name__ == "__main__":
    main()
