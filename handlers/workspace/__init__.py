"""The deputy's side: open appeals by due date, taking into work, answering."""

from handlers.workspace.notices import NOTICES
from handlers.workspace.router import router

__all__ = ["NOTICES", "router"]
