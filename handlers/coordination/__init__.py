"""Coordinators: what must be passed on, what was passed on and is not answered, disputes."""

from handlers.coordination import held, notices
from handlers.coordination.router import router

NOTICES = notices.NOTICES | held.NOTICES

__all__ = ["NOTICES", "router"]
