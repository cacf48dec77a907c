"""The deputy's side: open appeals by due date, taking into work, answering."""

from handlers.workspace.group import group_router
from handlers.workspace.group_posts import POSTS
from handlers.workspace.notices import NOTICES
from handlers.workspace.router import router

__all__ = ["NOTICES", "POSTS", "group_router", "router"]
