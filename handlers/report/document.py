"""The report as a document: sections of paragraphs, tables and charts, free of any format."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from domain.measures import Measure
from domain.names import Names
from handlers.common.chart import Chart
from handlers.common.measure_words import AVAILABILITY, KINDS, measure_word
from handlers.common.source_words import source_label
from handlers.common.texts import Texts
from handlers.report.charts import charts, too_many
from handlers.report.replies import replies
from handlers.report.sentences import contradiction, finding, gap
from handlers.report.words import BASES, DIAGRAMS, ISSUES, RELATIONS, first_up
from services.monitoring import Report
from services.monitoring.choosing import chosen
from services.monitoring.comparing import PER_DEPUTY
from services.monitoring.diagrams import Diagram
from services.monitoring.facts import Basis, DeputyFacts, RequestFacts

Cell = str | float | None


@dataclass(frozen=True, slots=True)
class Table:
    """`cut`: what is said where a format has no room for the words of so many rows."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    cut: Callable[[int], str] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    paragraphs: tuple[str, ...] = ()
    charts: tuple[Chart, ...] = ()
    table: Table | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """`facts` are the lines under the title: assembly, period, data date, version."""

    title: str
    facts: tuple[tuple[str, str], ...]
    sections: tuple[Section, ...]


def document(_: Texts, report: Report) -> Document:
    return Document(_.label("Monitoring report"), facts(_, report), tuple(_sections(_, report)))


def period_words(_: Texts, report: Report) -> str:
    first, last = report.facts.scope.period
    return f"{_.short_date(first)} – {_.short_date(last)}"


def facts(_: Texts, report: Report) -> tuple[tuple[str, str], ...]:
    scope, day = report.facts.scope, report.facts.data_date
    term = _.label(
        "{assembly}, convocation {number}",
        assembly=_.name(scope.assembly),
        number=scope.convocation,
    )
    return (
        (_.label("Assembly"), term),
        (_.label("Period"), period_words(_, report)),
        (_.label("Data as of"), _.short_date(day) if day else _.label("not known")),
        (_.label("Version of the data"), report.version),
    )


def all_charts(_: Texts, report: Report) -> Iterator[Chart]:
    for one in report.diagrams:
        yield from _drawn(_, report, one)


def _drawn(_: Texts, report: Report, one: Diagram) -> Iterator[Chart]:
    return charts(_, one, period_words(_, report), stamp(_, report))


def stamp(_: Texts, report: Report) -> str:
    """What a single picture or file says of the data it is made of."""
    *_scope, day, version = facts(_, report)
    return "; ".join(f"{name}: {value}" for name, value in (day, version))


def _sections(_: Texts, report: Report) -> Iterator[Section]:
    yield Section(_.label("How to read this"), _method(_))
    for one in report.diagrams:
        drawn = tuple(_drawn(_, report, one))
        instead = () if drawn else (too_many(_, one),)
        yield Section(_.label(DIAGRAMS[one.kind]), instead, drawn)
    yield Section(
        _.label("What can be computed"),
        (*(finding(_, one) for one in report.findings), counts_alone(_)),
    )
    yield from _contradictions(_, report)
    said = tuple(replies(_, report.facts))
    if said:
        yield Section(_.label("What deputies' sides say"), said)
    yield Section(_.label("What is not known"), tuple(gap(_, one) for one in report.gaps))
    for basis in Basis:
        title = first_up(_.label("{what}: deputies", what=_.label(BASES[basis])))
        yield Section(title, table=_deputies(_, report, basis))
    yield Section(_.label("Deputies: districts and programmes"), table=_persons(_, report))
    if report.facts.requests:
        yield Section(_.label("Recorded deputy requests"), table=_requests(_, report))


def counts_alone(_: Texts) -> str:
    return _.label(
        "Counts alone prove nothing: they say neither how much work stands behind a request or a "
        "meeting nor what came of it."
    )


def _method(_: Texts) -> tuple[str, ...]:
    return (
        _.label(
            "A figure is either stated by a source for a period or counted from the registers of "
            "this project. The two are never mixed; each table and diagram says which it shows."
        ),
        _.label(
            "Only records that a coordinator has accepted, or that came with an imported report, "
            "are counted."
        ),
        _.label(
            "Where sources disagree, the value that most of them state is shown with an asterisk, "
            "and all values are listed."
        ),
        _.label("Nobody is named for a number below {n} cases.", n=10),
        counts_alone(_),
    )


def _contradictions(_: Texts, report: Report) -> Iterator[Section]:
    own = tuple(contradiction(_, one) for one in report.contradictions if not one.everywhere)
    other = tuple(contradiction(_, one) for one in report.contradictions if one.everywhere)
    nothing = (_.label("Nothing was found."),)
    yield Section(_.label("What does not add up"), own or nothing)
    if other:
        yield Section(_.label("What does not add up in the data of all assemblies"), other)


def _cut(_: Texts, n: int) -> str:
    return _.label_n(
        "{n} row holds more words than there is room for here. All of them stand in the open data "
        "of the same version (csv, json) and in the workbook (xlsx).",
        "{n} rows hold more words than there is room for here. All of them stand in the open data "
        "of the same version (csv, json) and in the workbook (xlsx).",
        n,
    )


def _deputies(_: Texts, report: Report, basis: Basis) -> Table:
    measures: tuple[str, ...] = PER_DEPUTY
    if basis is Basis.COMPUTED:
        measures = (*PER_DEPUTY, Measure.MEETINGS_UNKNOWN, Measure.RECEPTIONS)
    return Table(
        (_.label("Deputy"), *(first_up(measure_word(_, name)) for name in measures)),
        tuple(
            (_.name(one.name), *(_figure(one, name, basis) for name in measures))
            for one in report.facts.deputies
        ),
        partial(_cut, _),
    )


def _figure(one: DeputyFacts, measure: str, basis: Basis) -> float | None:
    if basis is Basis.COMPUTED:
        return one.counted.get(measure, 0)
    value = chosen(one.stated, measure)
    return value.value if value else None


def _persons(_: Texts, report: Report) -> Table:
    return Table(
        (
            _.label("Deputy"),
            _.label("District"),
            _.label("Faction"),
            _.label("Programme: how to get it"),
            _.label("Programme: kind"),
        ),
        tuple(
            (
                _.name(one.name),
                one.district,
                _.name(one.faction) if one.faction else "",
                _.label(dict(AVAILABILITY)[one.availability]),  # type: ignore[index]
                _.label(dict(KINDS)[one.programme_kind]),  # type: ignore[index]
            )
            for one in report.facts.deputies
        ),
        partial(_cut, _),
    )


def _requests(_: Texts, report: Report) -> Table:
    names = {one.mandate_id: one.name for one in report.facts.deputies}
    return Table(
        (
            _.label("About"),
            _.label("Initiator"),
            _.label("Signatories"),
            _.label("Issues"),
            _.label("Programme"),
            _.label("Source"),
        ),
        tuple(
            (
                _.name(one.text),
                _.name(names[one.initiator]) if one.initiator in names else _.label("not named"),
                _signed(_, one, names),
                ", ".join(_.label(dict(ISSUES)[name]) for name in one.issues),  # type: ignore[index]
                _.label(dict(RELATIONS)[one.relates_programme]),  # type: ignore[index]
                source_label(_, one.source),
            )
            for one in report.facts.requests
        ),
        partial(_cut, _),
    )


def _signed(_: Texts, one: RequestFacts, names: dict[int, Names]) -> str:
    shown = ", ".join(_.name(names[ident]) for ident in one.signatories if ident in names)
    if one.signatories_stated is not None:
        count = _.label(
            "{named} of {stated} are named",
            named=len(one.signatories),
            stated=one.signatories_stated,
        )
        return f"{shown} ({count})" if shown else count
    if not one.complete:
        more = _.label("others are not named")
        return f"{shown}; {more}" if shown else more
    return shown
