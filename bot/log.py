"""Logs: ids only, one line of key=value each, and never a token."""

import logging
import re
import sys
from collections.abc import MutableMapping
from typing import Any

import structlog

TOKEN = re.compile(r"\d{1,16}:[A-Za-z0-9_-]{4,}")
PASSWORD = re.compile(r"://[^/@\s]+@")


def scrubbed(text: str) -> str:
    """The text without bot tokens and passwords in addresses."""
    return PASSWORD.sub("://***@", TOKEN.sub("***", text))


def _scrub(_logger: Any, _name: str, event: MutableMapping[str, Any]) -> MutableMapping[str, Any]:
    return {key: scrubbed(v) if isinstance(v, str) else v for key, v in event.items()}


class _ScrubbingFormatter(logging.Formatter):
    """For lines of libraries; their tracebacks pass here too."""

    def format(self, record: logging.LogRecord) -> str:
        return scrubbed(super().format(record))


def configure(level: str) -> None:
    """Sends everything to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_ScrubbingFormatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    # aiogram prints whole updates, which are letters, when nothing handles them.
    logging.getLogger("aiogram").setLevel(logging.ERROR)
    logging.getLogger("alembic").setLevel(logging.WARNING)
    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    logging.getLogger("aiohttp.access").setLevel(logging.WARNING)
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
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
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
