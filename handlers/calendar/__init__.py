"""Working days: days off to come, days that an order moved, the terms and their sources."""

from handlers.calendar.notices import NOTICES
from handlers.calendar.router import router

__all__ = ["NOTICES", "router"]
