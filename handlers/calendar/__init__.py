"""Working days, and what follows from them: moved dates, reminders, the terms with sources."""

from handlers.calendar.notices import NOTICES
from handlers.calendar.router import router

__all__ = ["NOTICES", "router"]
