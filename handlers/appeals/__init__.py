"""The author's side: writing an appeal, its receipt, its way, the answer."""

from handlers.appeals.notices import NOTICES
from handlers.appeals.router import router

__all__ = ["NOTICES", "router"]
