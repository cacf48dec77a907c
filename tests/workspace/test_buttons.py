"""The buttons of a case are what the table of its life allows, for each role in each state."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from domain.appeals import State
from domain.life_cycle import FURTHER_STEPS, Action, possible
from domain.names import Language
from domain.roles import Role
from handlers.casework import steps_views
from handlers.coordination import views as coordination
from handlers.workspace import views
from models.appeals import Appeal
from models.users import User
from services import people
from services.appeals import reading
from services.appeals.reading import Case
from services.desk.side import Side
from tests.world import MORNING, Someone, World

ROWS = 8
STEPS = {
    Action.ASK: "Ask the author a question",
    Action.REDIRECT: "Redirect it",
    Action.EXTEND: "More time for the answer",
    Action.MERGE: "Merge with another appeal",
}
OF_SIDE = {Action.ACKNOWLEDGE: "Take into work", Action.ANSWER: "Answer"}
OF_COORDINATORS = {
    Action.HAND_OVER: "I passed it on",
    Action.RECORD_ANSWER: "Record the answer",
    Action.SEND_BACK: "Send it back to be answered",
    Action.CLOSE_DISPUTED: "Close the disagreement",
    Action.GIVE_UP: "It cannot be passed on",
}
MORE = "What else can be done"


@pytest.fixture
async def case(world: World, yerlan: Someone, voter: Someone) -> Case:
    async with world.app.database.read() as uow:
        user = select(User.id).where(User.telegram_id == yerlan.telegram.id)
        actor = await people.actor_by_id(uow, (await uow.session.scalars(user)).one())
        ident = (await uow.session.scalars(select(Appeal.id))).one()
        return await reading.in_workspace(uow, actor, ident)


@pytest.mark.parametrize("role", [Role.DEPUTY, Role.ASSISTANT, Role.COORDINATOR])
async def test_each_button_is_allowed_and_each_allowed_step_has_one(
    world: World, case: Case, role: Role
) -> None:
    _ = world.app.texts_for(Language.EN)
    buttons = OF_COORDINATORS if role is Role.COORDINATOR else OF_SIDE
    for state in State:
        seen = replace(case, state=state, able=possible(state, role))
        if role is Role.COORDINATOR:
            card = coordination.case(_, seen)
        else:
            card = views.case(_, seen, Side(None, 0, ()), None, MORNING.date())
        assert len(card.rows) <= ROWS, state
        labels = {button.label for row in card.rows for button in row}
        assert labels & set(buttons.values()) == {buttons[one] for one in seen.able & set(buttons)}
        assert (MORE in labels) is bool(seen.able & FURTHER_STEPS), state
        steps = steps_views.steps(_, seen, role)
        shown = {button.label for row in steps.rows for button in row}
        assert shown & set(STEPS.values()) == {STEPS[one] for one in seen.able & FURTHER_STEPS}
