"""Messages to the deputy's side: a new appeal, what the voter says to an answer."""

from typing import Any

from domain.appeals import AWAITING_ANSWER, State
from domain.errors import NotFound
from domain.life_cycle import Action
from domain.roles import Actor
from handlers.common import additions
from handlers.common.cases import dates, number, subject
from handlers.common.links import OpenCase, OpenInbox
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts, marked
from services.appeals import reading
from services.appeals.reading import Case
from services.desk.assigning import in_charge
from services.unit_of_work import UnitOfWork

NEWS = {
    "withdrawn": marked("<b>The voter has withdrawn an appeal.</b> Nothing more is to be done."),
    "confirmed": marked("<b>The voter says that it is solved.</b> Thank you."),
    "partly": marked("<b>The voter says that it is partly solved.</b>"),
    "disputed": marked(
        "<b>The voter disagrees with the answer.</b> "
        "Please answer again; a coordinator looks at it as well."
    ),
    "wrote_again": marked(
        "<b>The voter wrote a second letter</b> to a case that is solved in part. Please answer it."
    ),
    "reopened": marked("<b>The voter opened a closed letter again.</b> Please answer it."),
    "sent_back": marked(
        "<b>A coordinator sent a disputed letter back.</b> Please answer it again."
    ),
    "dispute_closed": marked(
        "<b>A coordinator closed the disagreement.</b> Nothing more is to be done."
    ),
}
# News with words of somebody, shown at once.
_SAID = {
    "disputed": Action.DISPUTE,
    "wrote_again": Action.WRITE_AGAIN,
    "reopened": Action.REOPEN,
    "sent_back": Action.SEND_BACK,
    "dispute_closed": Action.CLOSE_DISPUTED,
}


async def case_new(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    case = await reading.in_workspace(uow, actor, facts["appeal_id"])
    if case.state is State.WITHDRAWN:
        raise NotFound("appeal", case.id)
    return [_new(texts, case)]


def _new(_: Texts, case: Case) -> Screen:
    return Screen(
        lines(
            _("<b>A new appeal</b>"),
            number(case),
            _("To {name}", name=_.name(case.deputy.name)),
            subject(_, case),
            _("Place: {place}", place=case.sender_place) if case.sender_place else None,
            "",
            dates(_, case),
        ),
        rows=_open(_, case),
    )


async def side_news(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    _ = texts
    case = await reading.in_workspace(uow, actor, facts["appeal_id"])
    what = facts["what"]
    words, action = _(NEWS[what]), _SAID.get(what)
    said = additions.newest(_, case, action) if action else None
    due = lines("", dates(_, case)) if action and case.state in AWAITING_ANSWER else None
    return [Screen(lines(words, number(case), subject(_, case), said, due), rows=_open(_, case))]


async def case_assigned(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    """To whoever is in charge now; nothing where it has gone on to somebody else."""
    _ = texts
    case = await reading.in_workspace(uow, actor, facts["appeal_id"])
    charge = await in_charge(uow, actor, case.id)
    if charge is None or not charge.is_me:
        raise NotFound("assignment", case.id)
    words = _("<b>A colleague has given you an appeal.</b>")
    return [Screen(lines(words, number(case), subject(_, case), dates(_, case)), _open(_, case))]


async def group_lost(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    del uow, actor, facts
    _ = texts
    return [
        Screen(
            lines(
                _("<b>I am no longer in the group of your workspace.</b>"),
                _("Nothing is lost: all appeals are under /inbox. To use a group again, add me "
                  "to one and send /connect there."),
            ),
            rows=(home_row(_, back=OpenInbox()),),
        )
    ]  # fmt: skip


def _open(_: Texts, case: Case) -> tuple[tuple[Button, ...], ...]:
    return ((Button(_.label("Open"), tap=OpenCase(appeal_id=case.id)),), home_row(_))


NOTICES = {
    "case_new": case_new,
    "side_news": side_news,
    "case_assigned": case_assigned,
    "group_lost": group_lost,
}
