"""Messages to coordinators: a letter to pass on, a disagreement."""

from typing import Any

from domain.appeals import State
from domain.errors import NotFound
from domain.roles import Actor
from handlers.common.cases import dates, number, subject
from handlers.common.links import OpenWaiting
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts, marked
from services.appeals import reading
from services.appeals.reading import Case
from services.unit_of_work import UnitOfWork

PASS_ON = marked(
    "<b>A letter has to be passed on.</b> The deputy is not reached by this bot; "
    "please pass it on by letter, e-Otinish or at a reception."
)
DISAGREE = marked(
    "<b>A voter disagrees with an answer.</b> "
    "The deputy's side can answer again; please look at it and decide."
)
BACK = marked(
    "<b>A voter goes on with a letter that was passed on outside this bot.</b> "
    "Please pass on what was added, and write the answer down when it has come."
)


async def handover_needed(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    return [_news(texts, await _still(uow, actor, facts, State.UNDELIVERABLE), PASS_ON)]


async def disputed(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    return [_news(texts, await _still(uow, actor, facts, State.DISPUTED), DISAGREE)]


async def case_back(
    uow: UnitOfWork, actor: Actor, texts: Texts, facts: dict[str, Any]
) -> list[Screen]:
    return [_news(texts, await _still(uow, actor, facts, State.IN_WORK), BACK)]


async def _still(uow: UnitOfWork, actor: Actor, facts: dict[str, Any], state: State) -> Case:
    """What has been settled meanwhile is not news any more."""
    case = await reading.coordinated(uow, actor, facts["appeal_id"])
    if case.state is not state:
        raise NotFound("appeal", case.id)
    return case


def _news(_: Texts, case: Case, words: str) -> Screen:
    return Screen(
        lines(
            _(words),
            number(case),
            _("To {name}", name=_.name(case.deputy.name)),
            subject(_, case),
            "",
            dates(_, case),
        ),
        rows=((Button(_.label("Open"), tap=OpenWaiting(appeal_id=case.id)),), home_row(_)),
    )


NOTICES = {"handover_needed": handover_needed, "disputed": disputed, "case_back": case_back}
