"""The table of the life cycle is the one that was agreed on, and nothing happens beside it."""

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from types import ModuleType

import pytest

from domain import life_cycle
from domain.appeals import (
    AWAITING_ANSWER,
    FINAL,
    IN_INBOX,
    OPEN,
    UNREGISTERED,
    State,
)
from domain.errors import TransitionRefused
from domain.life_cycle import (
    ONCE,
    TRANSITIONS,
    Action,
    Transition,
    allowed,
    possible,
    refusal,
    target,
)
from domain.roles import Role
from tests.domain.fresh import fresh

# Written down from the agreed life of an appeal, row by row, not from the code.
OPEN_STATES = (
    "registered undeliverable delivered acknowledged in_work clarification redirected answered "
    "disputed"
)
AGREED = f"""
draft | send | registered | voter
draft | hold | held | system
held | release | registered | coordinator
held | return | returned | coordinator
returned | rewrite | draft | voter
draft held | join | joined | voter
registered undeliverable | deliver | delivered | system
registered | fail_delivery | undeliverable | system
undeliverable | hand_over | delivered | coordinator
undeliverable | give_up | closed | coordinator
delivered | acknowledge | acknowledged | deputy assistant coordinator
acknowledged | start_work | in_work | deputy assistant
delivered acknowledged in_work | redirect | redirected | deputy assistant
undeliverable | redirect | redirected | coordinator
in_work | ask | clarification | deputy assistant
clarification | reply | in_work | voter
clarification | close_no_reply | closed | system
acknowledged in_work | extend | - | deputy coordinator
acknowledged in_work redirected disputed | answer | answered | deputy assistant
acknowledged in_work redirected disputed | record_answer | answered | coordinator
answered | confirm | confirmed | voter
answered | confirm_partly | partly | voter
partly | write_again | in_work | voter
answered | dispute | disputed | voter
disputed | send_back | in_work | coordinator
disputed | close_disputed | closed | coordinator
answered | close_silent | closed | system
confirmed partly | close_settled | closed | system
redirected | close_redirected | closed | system
closed | reopen | in_work | voter
{OPEN_STATES} | merge | merged | deputy assistant coordinator
{OPEN_STATES} | succeed | delivered | system
{OPEN_STATES} held | withdraw | withdrawn | voter
closed withdrawn joined merged | anonymise | anonymised | system
"""

Step = tuple[State, Action, Role]


def agreed() -> dict[Step, State]:
    """What the table above allows: from where, by whom, to where."""
    found = {}
    for row in AGREED.strip().splitlines():
        sources, action, to, roles = (cell.split() for cell in row.split("|"))
        for source in map(State, sources):
            for role in map(Role, roles):
                end = source if to == ["-"] else State(to[0])
                found[(source, Action(action[0]), role)] = end
    return found


TABLE = agreed()
EVERY_STEP = [(state, action, role) for state in State for action in Action for role in Role]


def outcome(step: Step) -> State | str:
    try:
        return target(*step)
    except TransitionRefused as refused:
        return refused.reason


def test_a_refusal_names_state_and_action() -> None:
    with pytest.raises(TransitionRefused) as refused:
        target(State.CLOSED, Action.SEND, Role.VOTER)
    assert (refused.value.state, refused.value.action) == (State.CLOSED, Action.SEND)


@pytest.mark.parametrize("read", [lambda module: module, fresh], ids=["used", "read again"])
def test_the_table_is_the_one_agreed_on(read: Callable[[ModuleType], ModuleType]) -> None:
    found = {
        (source, row.action, role): row.target or source
        for row in read(life_cycle).TRANSITIONS
        for source in row.sources
        for role in row.roles
    }
    assert found == TABLE
    assert [row.also for row in read(life_cycle).TRANSITIONS] == [row.also for row in TRANSITIONS]


def test_every_other_step_is_refused_with_its_reason() -> None:
    listed = {step[:2] for step in TABLE}
    for step in EVERY_STEP:
        expected: State | str = TABLE.get(step) or ("role" if step[:2] in listed else "state")
        assert outcome(step) == expected, step


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("state", State)
def test_what_a_role_may_do(state: State, role: Role) -> None:
    assert allowed(state, role) == {action for at, action, by in TABLE if (at, by) == (state, role)}


BETWEEN = ((Action.DELIVER, Role.SYSTEM), (Action.ACKNOWLEDGE, None), (Action.START_WORK, None))


@pytest.mark.parametrize("row", [row for row in TRANSITIONS if row.also])
def test_what_is_done_on_the_way_is_in_the_table_too(row: Transition) -> None:
    """From each such state listed steps lead to where the action itself is listed."""
    for start in row.also:
        for role in row.roles:
            assert row.action not in allowed(start, role)
            assert row.action in possible(start, role)
            state = start
            for step, by in BETWEEN:
                if state in row.sources:
                    break
                if step in allowed(state, by or role):
                    state = target(state, step, by or role)
            assert state in row.sources


def test_nothing_else_becomes_possible_on_the_way() -> None:
    found = {
        (state, action, role)
        for state in State
        for role in Role
        for action in possible(state, role) - allowed(state, role)
    }
    new, taken, side = State.REGISTERED, State.ACKNOWLEDGED, (Role.DEPUTY, Role.ASSISTANT)
    assert found == {
        *((new, action, role) for role in side for action in (Action.ACKNOWLEDGE, Action.REDIRECT)),
        *(
            (state, action, role)
            for role in side
            for state in (new, State.DELIVERED)
            for action in (Action.ANSWER, Action.START_WORK, Action.ASK)
        ),
        *((taken, Action.ASK, role) for role in side),
        (State.DELIVERED, Action.RECORD_ANSWER, Role.COORDINATOR),
    }


def test_a_hundred_thousand_steps_never_leave_the_table() -> None:
    chance = random.Random(29)
    actions, roles = list(Action), list(Role)
    listed = {state: [step for step in TABLE if step[0] is state] for state in State}
    state, moved, visited = State.DRAFT, 0, {State.DRAFT}
    for _ in range(100_000):
        step = (state, chance.choice(actions), chance.choice(roles))
        if chance.random() < 0.5:  # half of them as people do, so that all states are met
            step = chance.choice(listed[state])
        found = outcome(step)
        if not isinstance(found, State):
            assert step not in TABLE
            continue
        assert TABLE[step] == found
        moved += 1
        state = State.DRAFT if found is State.ANONYMISED else found
        visited.add(found)
    assert visited == set(State)
    assert moved > 1_000


def test_every_state_is_reached_and_left() -> None:
    reached = {State.DRAFT} | set(TABLE.values())
    left = {step[0] for step in TABLE}
    assert reached == set(State)
    assert left == set(State) - {State.ANONYMISED}


def test_what_the_sets_of_states_mean() -> None:
    assert {str(state) for state in OPEN} == set(OPEN_STATES.split())
    assert {str(state) for state in FINAL} == {
        "closed",
        "withdrawn",
        "joined",
        "merged",
        "anonymised",
    }
    assert {str(state) for state in UNREGISTERED} == {"draft", "held", "returned", "joined"}
    assert not OPEN & FINAL
    assert AWAITING_ANSWER < IN_INBOX < OPEN
    assert {State.CLARIFICATION} == IN_INBOX - AWAITING_ANSWER
    assert {Action.WRITE_AGAIN, Action.SEND_BACK, Action.REOPEN} == ONCE


LATER = datetime(2026, 11, 24, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("action", "days", "done", "reason"),
    [
        (Action.DISPUTE, 30, (), None),
        (Action.DISPUTE, 31, (), "dispute_late"),
        (Action.DISPUTE, 1, (Action.DISPUTE,), None),
        (Action.REOPEN, 60, (), None),
        (Action.REOPEN, 61, (), "reopen_late"),
        (Action.REOPEN, 61, (Action.REOPEN,), "reopen_once"),
        (Action.SEND_BACK, 400, (), None),
        (Action.SEND_BACK, 0, (Action.SEND_BACK,), "send_back_once"),
        (Action.WRITE_AGAIN, 0, (Action.REOPEN,), None),
        (Action.CONFIRM, 400, (Action.CONFIRM,), None),
    ],
)
def test_how_late_and_how_often(
    action: Action, days: int, done: tuple[Action, ...], reason: str | None
) -> None:
    assert refusal(action, LATER - timedelta(days=days), LATER, done) == reason


def test_a_moment_too_late_is_too_late() -> None:
    since = LATER - timedelta(days=30, microseconds=1)
    assert refusal(Action.DISPUTE, since, LATER, ()) == "dispute_late"
