"""What became of a record, to its recorder."""

from typing import Any

from markupsafe import Markup

from domain.errors import NotFound
from domain.records import RecordKind, RecordState
from domain.roles import Actor
from handlers.common.fact_links import EditRecord, OpenLog
from handlers.common.navigation import home_row
from handlers.common.record_facts import line_words
from handlers.common.record_words import RETURNS
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from services.records import reading
from services.records.reading import Record
from services.unit_of_work import UnitOfWork


async def accepted(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    one = await _still(uow, actor, facts, RecordState.ACCEPTED)
    return [_news(texts, one, texts("<b>Accepted: what you recorded counts now.</b>"))]


async def merged(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    one = await _still(uow, actor, facts, RecordState.MERGED)
    words = texts("<b>Joined with a record of the same fact.</b> Your evidence is kept there.")
    return [_news(texts, one, words)]


async def returned(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    """With the reason, and the way to put it right."""
    _ = texts
    one = await _still(uow, actor, facts, RecordState.RETURNED)
    reason = _(RETURNS[one.returned_for]) if one.returned_for else ""
    edit = EditRecord(kind=one.kind, record_id=one.id)
    return [
        Screen(
            lines(
                _("<b>A coordinator asks you to look at this once more.</b>"),
                line_words(_, one.line),
                _("Reason: {reason}.", reason=reason),
                Markup("<i>{}</i>").format(one.return_note) if one.return_note else None,
            ),
            rows=((Button(_.label("Put it right"), tap=edit),), home_row(_)),
        )
    ]


async def _still(
    uow: UnitOfWork, actor: Actor, facts: dict[str, Any], state: RecordState
) -> Record:
    """What has changed meanwhile is not news any more."""
    kind, ident = RecordKind(facts["record_kind"]), facts["record_id"]
    one = await reading.mine(uow, actor, kind, ident)
    if one.state is not state:
        raise NotFound("record", ident)
    return one


def _news(_: Texts, one: Record, words: Markup) -> Screen:
    again = Button(_.label("Record something else"), tap=OpenLog())
    return Screen(lines(words, line_words(_, one.line)), rows=((again,), home_row(_)))


NOTICES = {"record_accepted": accepted, "record_returned": returned, "record_merged": merged}
