"""What is not known: told as plainly as what is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from domain.measures import Measure
from domain.names import Names
from domain.programmes import Availability, ProgrammeKind
from services.monitoring.comparing import coverage
from services.monitoring.facts import DeputyFacts, Facts, RequestFacts


class GapKind(StrEnum):
    NO_DEPUTY = "districts_without_deputy"
    NO_DISTRICT = "deputies_without_district"
    NAME_DOUBT = "names_in_doubt"
    NO_AVAILABILITY = "availability_unknown"
    NO_KIND = "programme_kind_unknown"
    FACTION_WITHOUT_DEPUTIES = "factions_without_deputies"
    NO_INITIATOR = "requests_without_initiator"
    SIGNATORIES = "requests_with_unnamed_signatories"
    GROUPS = "several_requests_told_as_one"
    NO_DATE = "requests_without_date"
    NO_REPLY = "requests_without_reply"
    NO_PLACE = "meetings_of_unknown_place"
    NOT_RECORDED = "stated_but_not_recorded"
    OTHER_PERIODS = "figures_of_other_periods"


@dataclass(frozen=True, slots=True)
class Gap:
    """`count` of `whole` lack it; `whole` is None where nothing can be said of all."""

    kind: GapKind
    count: float
    whole: float | None
    who: tuple[Names, ...] = ()
    measure: str = ""


def gaps(facts: Facts) -> tuple[Gap, ...]:
    found = [*_deputies(facts), *_requests(facts), *_rest(facts)]
    return tuple(gap for gap in found if gap.count)


def _deputies(facts: Facts) -> Iterator[Gap]:
    single = facts.single_mandate
    seated = {one.district for one in single if one.district is not None}
    yield Gap(GapKind.NO_DEPUTY, facts.districts - len(seated), facts.districts)
    ways: tuple[tuple[GapKind, Callable[[DeputyFacts], bool]], ...] = (
        (GapKind.NO_DISTRICT, lambda one: one.district is None),
        (GapKind.NAME_DOUBT, lambda one: one.name_doubt is not None),
        (GapKind.NO_AVAILABILITY, lambda one: one.availability == Availability.UNKNOWN),
        (GapKind.NO_KIND, lambda one: one.programme_kind == ProgrammeKind.UNKNOWN),
    )
    for kind, lacks in ways:
        who = tuple(one.name for one in single if lacks(one))
        yield Gap(kind, len(who), len(single), who)
    present = {one.faction_id for one in facts.deputies}
    empty = tuple(one.name for one in facts.factions if one.id not in present)
    yield Gap(GapKind.FACTION_WITHOUT_DEPUTIES, len(empty), len(facts.factions), empty)


def _requests(facts: Facts) -> Iterator[Gap]:
    ways: tuple[tuple[GapKind, Callable[[RequestFacts], bool]], ...] = (
        (GapKind.NO_INITIATOR, lambda one: one.initiator is None),
        (GapKind.SIGNATORIES, lambda one: not one.complete),
        (GapKind.GROUPS, lambda one: one.is_group),
        (GapKind.NO_DATE, lambda one: one.sent_on is None),
        (GapKind.NO_REPLY, lambda one: one.reply_on is None),
    )
    for kind, lacks in ways:
        yield Gap(kind, sum(map(lacks, facts.requests)), len(facts.requests))


def _rest(facts: Facts) -> Iterator[Gap]:
    unknown = sum(one.counted.get(Measure.MEETINGS_UNKNOWN, 0) for one in facts.deputies)
    known = sum(
        one.counted.get(name, 0)
        for one in facts.deputies
        for name in (Measure.MEETINGS_INSIDE, Measure.MEETINGS_OUTSIDE)
    )
    yield Gap(GapKind.NO_PLACE, unknown, unknown + known)
    for one in coverage(facts):
        missing = max(0.0, one.stated - one.counted)
        yield Gap(GapKind.NOT_RECORDED, missing, one.stated, measure=one.measure)
    yield Gap(GapKind.OTHER_PERIODS, facts.other_periods, None)
