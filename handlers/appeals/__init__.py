"""The author's side: writing an appeal, its receipt, its way, the answer."""

from handlers.appeals import notices, shared_news, unregistered
from handlers.appeals.router import router

NOTICES = notices.NOTICES | unregistered.NOTICES | shared_news.NOTICES

__all__ = ["NOTICES", "router"]
