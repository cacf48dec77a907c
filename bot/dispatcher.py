"""Which features there are: their routers, and the notices they know how to word."""

from typing import Any

from bot.delivery.sender import Hook, Notice
from bot.routes import Routes
from handlers import (
    appeals,
    calendar,
    casework,
    coordination,
    digest,
    e_otinish,
    events,
    fallback,
    following,
    lookup,
    membership,
    profiles,
    programme,
    promises,
    receipts,
    recorded,
    records,
    report,
    review,
    settings,
    start,
    workspace,
)
from handlers.common.router import in_groups, private_only
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
    records,
    review,
    programme,
    promises,
    recorded,
    profiles,
    receipts,
    e_otinish,
    events,
    report,
    following,
    digest,
    lookup,
    start,
    fallback,
)

HOOKS: dict[str, Hook] = {"case_new": delivery.on_notice}


def create_routes(**shared: Any) -> Routes:
    """The last feature answers everything that no other one wanted."""
    root = private_only()
    root.include_routers(*(feature.router() for feature in FEATURES))
    groups = in_groups()
    groups.include_routers(workspace.group_router(), groups_router())
    return Routes(root, groups, shared)


def notices() -> dict[str, Notice]:
    """All kinds of messages in the outbox that are shown to people."""
    found: dict[str, Notice] = {}
    for feature in FEATURES:
        found.update(getattr(feature, "NOTICES", {}))
    return found
