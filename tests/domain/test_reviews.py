"""How records and proposed statuses go from state to state: nothing happens beside the tables."""

from collections.abc import Callable
from typing import TypeVar

import pytest

from domain import promises, records
from domain.errors import TransitionRefused
from domain.promises import ChangeAction, ChangeState
from domain.records import RecordAction, RecordState
from tests.domain.fresh import fresh

S = TypeVar("S", bound=str)
A = TypeVar("A", bound=str)
# From where, by what, to where.
RECORDS = """
draft returned | submit | submitted
submitted | accept | accepted
submitted accepted | return | returned
submitted accepted | merge | merged
draft submitted returned | withdraw | withdrawn
"""
CHANGES = """
proposed | confirm | with_deputy
proposed with_deputy public | return | returned
with_deputy | publish | public
proposed with_deputy | withdraw | withdrawn
"""


def agreed(table: str, state: str, action: str) -> str:
    for sources, [name], [to] in (
        [cell.split() for cell in row.split("|")] for row in table.strip().splitlines()
    ):
        if state in sources and action == name:
            return to
    return str(TransitionRefused(state, action, "state"))


def test_the_table_of_records_is_the_same_when_it_is_read_again() -> None:
    again = fresh(records)
    assert {action: (step.sources, step.target) for action, step in again.STEPS.items()} == {
        action: (step.sources, step.target) for action, step in records.STEPS.items()
    }


def outcome(after: Callable[[S, A], S], state: S, action: A) -> str:
    try:
        return after(state, action)
    except TransitionRefused as refused:
        return str(refused)


@pytest.mark.parametrize("action", RecordAction)
@pytest.mark.parametrize("state", RecordState)
def test_a_record(state: RecordState, action: RecordAction) -> None:
    assert outcome(records.after, state, action) == agreed(RECORDS, state, action)


@pytest.mark.parametrize("action", ChangeAction)
@pytest.mark.parametrize("state", ChangeState)
def test_a_proposed_status(state: ChangeState, action: ChangeAction) -> None:
    assert outcome(promises.after, state, action) == agreed(CHANGES, state, action)
