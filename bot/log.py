"""Logs: ids only, one line of key=value each, and never a token."""

import io
import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

TOKEN = re.compile(r"\d{1,16}:[A-Za-z0-9_-]{4,}")
PASSWORD = re.compile(r"://[^/@\s]+@")


# Whatever LOG_LEVEL says: these print letters when they are chatty.
LIBRARIES = {
    "aiogram": logging.ERROR,  # whole updates that nothing handles
    "aiosqlite": logging.WARNING,  # the parameters of statements
    "sqlalchemy": logging.WARNING,
    "asyncio": logging.WARNING,
    "aiohttp": logging.WARNING,
    "alembic": logging.WARNING,
    "apscheduler": logging.WARNING,
}


def scrubbed(text: str) -> str:
    """The text without bot tokens and passwords in addresses."""
    return PASSWORD.sub("://***@", TOKEN.sub("***", text))


def _scrub(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {key: scrubbed(v) if isinstance(v, str) else v for key, v in event.items()}


class _ScrubbingFormatter(logging.Formatter):
    """For lines of libraries; their tracebacks pass here too."""

    def format(self, record: logging.LogRecord) -> str:
        return scrubbed(super().format(record))


class _StandardError(io.StringIO):
    """Whatever standard error is at the moment of writing."""

    def write(self, text: str) -> int:
        return sys.stderr.write(text)

    def flush(self) -> None:
        sys.stderr.flush()


def configure(level: str) -> None:
    """Sends everything to standard error."""
    handler = logging.StreamHandler(_StandardError())
    handler.setFormatter(_ScrubbingFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name, at_least in LIBRARIES.items():
        logging.getLogger(name).setLevel(at_least)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            _scrub,
            structlog.processors.LogfmtRenderer(
                key_order=["timestamp", "level", "event"], bool_as_flag=False
            ),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level)),
        logger_factory=structlog.PrintLoggerFactory(file=_StandardError()),
        cache_logger_on_first_use=False,
    )


def where(error: BaseException) -> str:
    """Type and place of an error, without its message: messages may quote a letter."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    if trace is None:
        return type(error).__name__
    frame = trace.tb_frame
    return f"{type(error).__name__} at {frame.f_globals.get('__name__')}:{trace.tb_lineno}"
