"""The author's side: writing an appeal, its receipt, its way, the answer."""

from handlers.appeals import notices, unregistered
from handlers.appeals.router import router

NOTICES = notices.NOTICES | unregistered.NOTICES

__all__ = ["NOTICES", "router"]
