"""The monitoring report: its words, its formats, and how it is ordered in the chat."""

from handlers.report.notices import NOTICES
from handlers.report.router import router

__all__ = ["NOTICES", "router"]
