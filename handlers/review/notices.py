"""The message that something waits to be checked."""

from typing import Any

from markupsafe import Markup

from domain.roles import Actor
from handlers.common.fact_links import ReviewRecords
from handlers.common.links import OpenReview
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from services.records.waiting import Waiting, waiting
from services.unit_of_work import UnitOfWork


async def records_wait(
    uow: UnitOfWork, actor: Actor, texts: Texts, _facts: dict[str, Any]
) -> list[Screen]:
    """As it stands when it is sent; nothing where all of it has been checked meanwhile."""
    found = await waiting(uow, actor)
    return [_news(texts, found)] if found.records else []


def _news(_: Texts, found: Waiting) -> Screen:
    label = _.label_n("Check {n} record", "Check {n} records", found.records)
    return Screen(
        lines(
            _.n(
                "<b>{n} record waits to be checked.</b> Until then it does not count.",
                "<b>{n} records wait to be checked.</b> Until then they do not count.",
                found.records,
            ),
            *queues(_, found),
        ),
        rows=(
            (Button(label, tap=ReviewRecords()),),
            (Button(_.label("What waits for me"), tap=OpenReview()),),
            home_row(_),
        ),
        fresh=True,
    )


def queues(_: Texts, found: Waiting) -> list[Markup]:
    """What else waits for the same person."""
    return [
        *([_("Statuses of promises: {n}", n=found.statuses)] if found.statuses else []),
        *([_("Deputies disagree: {n}", n=found.disputes)] if found.disputes else []),
    ]


NOTICES = {"records_wait": records_wait}
