"""What happens to an appeal on its way: questions, more time, redirection, merging, a successor."""

from handlers.casework.notices import NOTICES
from handlers.casework.router import router

__all__ = ["NOTICES", "router"]
