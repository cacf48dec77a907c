"""Announcements of the deputy's side, who comes to what, and receptions one by one."""

from handlers.events.notices import NOTICES
from handlers.events.router import router

__all__ = ["NOTICES", "router"]
