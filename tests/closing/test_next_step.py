"""The author's card in every state: who has it, what is next, what can be done."""

from dataclasses import replace

import pytest
from sqlalchemy import select

from domain.appeals import Closing, State, Visibility
from domain.life_cycle import allowed
from domain.names import Language
from domain.roles import Role
from handlers.appeals import case_views, next_views, timeline_views
from models.users import User
from services import people
from services.appeals import reading
from services.appeals.reading import Case
from tests.closing.acts import answered, appeal, opens
from tests.world import World

ROWS = 8


async def a_case(world: World) -> Case:
    voter, _ = await answered(world)
    async with world.app.database.read() as uow:
        user = await uow.session.scalar(select(User).where(User.telegram_id == voter.telegram.id))
        assert user is not None
        actor = await people.actor_by_id(uow, user.id)
        return await reading.authored(uow, actor, (await appeal(world)).id)


@pytest.mark.parametrize("language", list(Language))
async def test_every_state_has_its_next_step(world: World, language: Language) -> None:
    _ = world.app.texts_for(language)
    case = await a_case(world)
    said = set()
    for state in State:
        for closed_as in Closing if state is State.CLOSED else [None]:
            able = allowed(state, Role.VOTER)
            public = Visibility.SUMMARY  # one button more
            seen = replace(
                case,
                state=state,
                closed_as=closed_as,
                able=able,
                visibility=public,
                has_promises=True,
            )
            screen = case_views.case(_, seen)
            assert str(next_views.next_step(_, seen)) in screen.text
            assert "{" not in screen.text
            assert len(screen.rows) <= ROWS
            said.add(str(next_views.next_step(_, seen)))
    # Taken into work and in work are the same to the author.
    assert len(said) == len(State) + len(Closing) - 2


async def test_the_time_line_tells_every_step_once(world: World) -> None:
    case = await a_case(world)
    _ = world.app.texts_for(Language.EN)
    text = timeline_views.history(_, case).text
    told = [
        "Tuesday, November 24, 2026",
        "You sent it; it was registered.",
        "The deputy's side received it.",
        "The deputy's side took it into work.",
        "An answer came. Outcome: Solved.",
    ]
    assert all(text.count(words) == 1 for words in told)


async def test_a_card_that_was_left_open_says_what_has_changed(world: World) -> None:
    voter, _assistant = await answered(world)
    await opens(voter)
    assert "Now with: you" in voter.text
    await voter.taps("Solved")
    assert "Next: the letter is closed on Thursday, December 24, 2026" in voter.text
    assert "After that it can be opened again within 60 days, once." in voter.text
