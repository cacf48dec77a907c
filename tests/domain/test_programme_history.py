"""What a step in the search for a programme says about the programme."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.programme_history import UNKNOWN, Standing, following
from domain.programmes import Availability, ProgrammeKind
from domain.records import ProgrammeEventKind as Step

OPEN, AFTER, NONE, DARK = (
    Availability.OPEN,
    Availability.AFTER_REQUEST,
    Availability.UNAVAILABLE,
    Availability.UNKNOWN,
)
OLD, NEW = "https://old.kz", "https://new.kz"


@pytest.mark.parametrize(
    ("step", "was", "becomes"),
    [
        (Step.FOUND, DARK, OPEN),
        (Step.FOUND, NONE, OPEN),
        (Step.CHANGED, AFTER, OPEN),
        (Step.ASKED, DARK, DARK),
        (Step.ASKED, OPEN, OPEN),
        (Step.CAME, DARK, AFTER),
        (Step.CAME, NONE, AFTER),
        (Step.CAME, OPEN, OPEN),
        (Step.REFUSED, DARK, NONE),
        (Step.REFUSED, NONE, NONE),
        (Step.REFUSED, OPEN, OPEN),
        (Step.REFUSED, AFTER, AFTER),
        (Step.DEAD_LINK, OPEN, DARK),
        (Step.DEAD_LINK, AFTER, AFTER),
        (Step.DEAD_LINK, NONE, NONE),
        (Step.PARTY_NAMED, OPEN, OPEN),
        (Step.PARTY_NAMED, DARK, DARK),
    ],
)
def test_whether_it_can_be_read(step: Step, was: Availability, becomes: Availability) -> None:
    found = following(Standing(was, ProgrammeKind.OWN, OLD), step, None)
    assert found.availability is becomes
    assert found.kind is ProgrammeKind.OWN
    assert found.url == (None if step is Step.DEAD_LINK else OLD)


@pytest.mark.parametrize("step", Step)
def test_only_what_was_found_brings_a_link(step: Step) -> None:
    kept = {Step.FOUND: NEW, Step.CHANGED: NEW, Step.DEAD_LINK: None}.get(step, OLD)
    assert following(Standing(OPEN, ProgrammeKind.OWN, OLD), step, NEW).url == kept


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        (ProgrammeKind.UNKNOWN, ProgrammeKind.PARTY),
        (ProgrammeKind.NO_DATA, ProgrammeKind.PARTY),
        (ProgrammeKind.OWN, ProgrammeKind.OWN),
        (ProgrammeKind.OWN_PLUS_PARTY, ProgrammeKind.OWN_PLUS_PARTY),
    ],
)
def test_a_party_is_named_where_nothing_better_is_known(
    was: ProgrammeKind, becomes: ProgrammeKind
) -> None:
    assert following(Standing(DARK, was, OLD), Step.PARTY_NAMED, NEW) == Standing(
        DARK, becomes, OLD
    )


EVERY = [
    Standing(availability, kind, url)
    for availability, kind, url in product(Availability, ProgrammeKind, (None, OLD))
]


@given(st.sampled_from(EVERY), st.sampled_from(Step))
def test_the_same_step_twice_says_nothing_new(was: Standing, step: Step) -> None:
    once = following(was, step, NEW)
    assert following(once, step, NEW) == once


def test_at_first_nothing_is_known() -> None:
    assert Standing(DARK, ProgrammeKind.UNKNOWN, None) == UNKNOWN
