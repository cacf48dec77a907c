"""What a record still needs before it can be sent."""

import pytest

from domain.record_fields import MAIN, MORE, Field, missing
from domain.records import ProgrammeEventKind as Step
from domain.records import RecordKind

MEETING, REQUEST, EVENT = RecordKind.MEETING, RecordKind.REQUEST, RecordKind.EVENT


def asked(
    kind: RecordKind, said: str = "", *, present: bool = False, step: Step | None = None
) -> str:
    return " ".join(missing(kind, set(map(Field, said.split())), present=present, step=step))


@pytest.mark.parametrize(
    ("kind", "said", "needed"),
    [
        (MEETING, "", "deputy day evidence"),
        (MEETING, "day", "deputy evidence"),
        (MEETING, "deputy day evidence", ""),
        (MEETING, "deputy day text", "evidence"),
        (REQUEST, "", "deputy day evidence"),
        (REQUEST, "text", "deputy day"),  # its words are proof enough
        (REQUEST, "deputy day evidence", ""),
        (EVENT, "", "deputy step day evidence"),
        (EVENT, "evidence text", "deputy step day"),
    ],
)
def test_in_the_order_in_which_it_is_asked(kind: RecordKind, said: str, needed: str) -> None:
    assert asked(kind, said) == needed


def test_who_was_there_needs_no_link() -> None:
    assert asked(MEETING, "deputy day", present=True) == ""
    assert asked(REQUEST, "deputy day", present=True) == "evidence"
    assert asked(EVENT, "deputy day step", present=True, step=Step.FOUND) == "evidence"


@pytest.mark.parametrize("step", Step)
def test_what_happened_between_people_leaves_no_link(step: Step) -> None:
    needed = "" if step in {Step.ASKED, Step.REFUSED} else "evidence"
    assert asked(EVENT, "deputy day step", step=step) == needed
    assert asked(MEETING, "deputy day", step=step) == "evidence"


@pytest.mark.parametrize("kind", RecordKind)
def test_whatever_is_needed_can_be_said(kind: RecordKind) -> None:
    assert Field.EVIDENCE in missing(kind, ())
    assert set(missing(kind, ())) <= set(MAIN[kind])
    assert not set(MAIN[kind]) & set(MORE[kind])
