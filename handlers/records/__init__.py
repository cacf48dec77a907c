"""Recording meetings, requests and facts about programmes; the registers of what was accepted."""

from handlers.records.notices import NOTICES
from handlers.records.router import router

__all__ = ["NOTICES", "router"]
