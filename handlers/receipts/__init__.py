"""A receipt that anybody can verify: /verify, a link, or number and secret words typed."""

from handlers.receipts.router import router

__all__ = ["router"]
