"""News at once, for those who asked for it so; each can be stopped with one tap."""

from functools import partial
from typing import Any

from markupsafe import Markup

from domain.records import RecordKind
from domain.roles import Actor
from handlers.common.fact_links import OpenPromise, OpenRecord
from handlers.common.links import StopFollowing
from handlers.common.navigation import home_row
from handlers.common.promise_words import STATUSES
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts, marked
from handlers.following.views import shortened
from services import news
from services.news import News, NewsKind
from services.unit_of_work import UnitOfWork

HEADINGS = {
    NewsKind.MEETING: marked("<b>A meeting with voters was recorded</b>"),
    NewsKind.REQUEST: marked("<b>A deputy request was recorded</b>"),
    NewsKind.STATUS: marked("<b>The status of a promise is public</b>"),
}
WORDS = 300


async def _notice(
    kind: NewsKind, uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    return [screen(texts, await news.read(uow, actor, kind, facts["subject_id"]))]


def screen(_: Texts, found: News) -> Screen:
    words = shortened(_.name(found.words), WORDS) if found.words else ""
    return Screen(
        lines(
            _(HEADINGS[found.kind]),
            _("Deputy: {name}", name=_.name(found.deputy.name)),
            _.date(found.day) if found.day else None,
            Markup("{}").format(words) if words else None,
            Markup("<b>{}</b>").format(_(STATUSES[found.status])) if found.status else None,
        ),
        rows=(
            (Button(_.label("Open"), tap=_tap(found)),),
            (
                Button(
                    _.label("Stop following"),
                    tap=StopFollowing(subscription_id=found.subscription_id),
                ),
            ),
            home_row(_),
        ),
        fresh=True,
    )


def _tap(found: News) -> OpenPromise | OpenRecord:
    if found.promise_id is not None:
        return OpenPromise(promise_id=found.promise_id)
    if found.kind is NewsKind.MEETING:
        return OpenRecord(kind=RecordKind.MEETING, record_id=found.subject_id)
    return OpenRecord(kind=RecordKind.REQUEST, record_id=found.subject_id)


NOTICES = {str(kind): partial(_notice, kind) for kind in NewsKind}
