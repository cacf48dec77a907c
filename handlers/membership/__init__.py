"""Who works here: invitations, roles, assistants, and what coordinators look after."""

from handlers.membership.notices import NOTICES
from handlers.membership.router import router

__all__ = ["NOTICES", "router"]
