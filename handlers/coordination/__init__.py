"""Coordinators: what must be passed on, what was passed on and is not answered, disputes."""

from handlers.coordination.notices import NOTICES
from handlers.coordination.router import router

__all__ = ["NOTICES", "router"]
