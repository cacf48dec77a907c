"""The rules behind contradictions and findings, on figures nobody has printed."""

from services.monitoring import conclude
from services.monitoring.contradictions import Kind
from services.monitoring.facts import Basis
from services.monitoring.findings import FindingKind
from tests.monitoring.helpers import deputy, faction, facts, stated


def kinds(found: object) -> list[tuple[Kind, str, tuple[float | None, ...]]]:
    return [
        (one.kind, str(one.measure), tuple(version.value for version in one.versions))
        for one in conclude(found).contradictions  # type: ignore[arg-type]
    ]


def test_figures_that_agree_are_no_contradiction() -> None:
    told = stated(requests_initiated=3)
    group = faction(told=stated(requests=(6, 6), members=2, requests_per_member=3))
    whole = stated(requests_of_single_mandate_deputies=6)
    assert kinds(facts((deputy(1, told=told), deputy(2, told=told)), (group,), whole)) == []


def test_a_sum_with_a_hole_proves_nothing() -> None:
    group = faction(told=stated(requests=9))
    rows = (deputy(1, told=stated(requests_initiated=3)), deputy(2))
    assert kinds(facts(rows, (group,))) == []


def test_more_recorded_than_stated_is_a_contradiction_and_fewer_is_a_gap() -> None:
    row = deputy(
        1,
        told=stated(requests_initiated=2, requests_signed=5),
        counted={"requests_initiated": 3, "requests_signed": 1},
    )
    assert kinds(facts((row,))) == [(Kind.RECORDED, "requests_initiated", (2, 3))]
    missing = [gap for gap in conclude(facts((row,))).gaps if gap.measure]
    assert [(gap.measure, gap.count, gap.whole) for gap in missing] == [("requests_signed", 4, 5)]


def test_nothing_stated_is_counted_from_the_registers() -> None:
    rows = tuple(
        deputy(one, counted={"meetings_in_district": one, "meetings_unknown": 1}) for one in (1, 2)
    )
    found = conclude(facts(rows)).diagrams
    assert {one.basis for one in found} == {Basis.COMPUTED}
    assert [bar.values for bar in found[-1].bars] == [(1, 0, 1), (2, 0, 1)]


def test_a_meeting_of_unknown_place_is_not_outside() -> None:
    rows = (deputy(1, counted={"meetings_outside": 11, "meetings_unknown": 1}),)
    found = {one.kind: one for one in conclude(facts(rows)).findings}
    assert FindingKind.ONLY_OUTSIDE not in found
    assert [(one.part, one.whole) for one in found[FindingKind.MOSTLY_OUTSIDE].named] == [(11, 12)]


def test_nine_requests_are_too_few_for_a_finding() -> None:
    few = tuple(deputy(one, told=stated(requests_initiated=9)) for one in (1, 2))
    assert conclude(facts(few)).findings == ()
    rows = (*few, deputy(3, told=stated(requests_initiated=10)))
    found = conclude(facts(rows)).findings
    assert [(one.kind, one.part, one.whole, one.deputies) for one in found] == [
        (FindingKind.MOST_INITIATED, 10, 28, 3),
        (FindingKind.MOST_TOGETHER, 10, 28, 3),
    ]
