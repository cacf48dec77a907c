"""Which features there are: their routers, and the notices they know how to word."""

from typing import Any

from aiogram import Dispatcher
from aiogram.fsm.storage.memory import DisabledEventIsolation

from bot.delivery.sender import Hook, Notice
from bot.storage import DatabaseStorage
from handlers import (
    appeals,
    calendar,
    casework,
    coordination,
    fallback,
    lookup,
    membership,
    programme,
    settings,
    start,
    workspace,
)
from handlers.common.router import private_only
from handlers.fallback.router import groups_router
from services.appeals import delivery

# In this order they are asked. Lookup takes any text, so it comes late; start takes what is left of
# /start after the deep links of the others; fallback is the last.
FEATURES = (
    membership,
    settings,
    appeals,
    workspace,
    coordination,
    calendar,
    casework,
    programme,
    lookup,
    start,
    fallback,
)

HOOKS: dict[str, Hook] = {"case_new": delivery.on_notice}


def create_dispatcher(**shared: Any) -> Dispatcher:
    """The last feature answers everything that no other one wanted.

    The worker keeps the order inside a chat, so aiogram's own isolation is off.
    """
    dispatcher = Dispatcher(
        storage=DatabaseStorage(), events_isolation=DisabledEventIsolation(), **shared
    )
    root = private_only()
    root.include_routers(*(feature.router() for feature in FEATURES))
    dispatcher.include_router(root)
    dispatcher.include_router(groups_router())
    return dispatcher


def notices() -> dict[str, Notice]:
    """All kinds of messages in the outbox that are shown to people."""
    found: dict[str, Notice] = {}
    for feature in FEATURES:
        found.update(getattr(feature, "NOTICES", {}))
    return found
