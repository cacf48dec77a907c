"""The report as open data: plain tables with a dictionary, and persons and mandates as Popolo."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass

from domain.names import Names
from handlers.common.texts import Texts
from handlers.report.dictionary import COLUMNS
from handlers.report.sentences import contradiction, finding, gap
from services.monitoring import Report
from services.monitoring.comparing import PER_DEPUTY
from services.monitoring.facts import Basis, Counted, Facts, Stated

Cell = str | float | bool | None
LIVE = ("=", "+", "-", "@", "\t", "\r", "\n")


@dataclass(frozen=True, slots=True)
class DataTable:
    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(_: Texts, report: Report) -> tuple[DataTable, ...]:
    found = (
        _figures(report),
        _diagrams(report),
        _deputies(report.facts),
        _requests(report.facts),
        _findings(_, report),
        _contradictions(_, report),
        _gaps(_, report),
        _replies(report.facts),
    )
    return (_about(_, report), *found, dictionary(_))


def dictionary(_: Texts) -> DataTable:
    rows = tuple(
        (table, column, _.label(what))
        for table, columns in COLUMNS.items()
        for column, what in columns.items()
    )
    return DataTable("data_dictionary", ("table", "column", "text"), rows)


def _table(name: str, rows: Iterator[tuple[Cell, ...]]) -> DataTable:
    return DataTable(name, tuple(COLUMNS[name]), tuple(rows))


def _about(_: Texts, report: Report) -> DataTable:
    scope, day = report.facts.scope, report.facts.data_date
    rows: tuple[tuple[Cell, Cell], ...] = (
        ("assembly", scope.slug),
        ("convocation", scope.convocation),
        ("period_from", scope.period[0].isoformat()),
        ("period_to", scope.period[1].isoformat()),
        ("data_date", day.isoformat() if day else None),
        ("version", report.version),
        ("language", _.language.value),
    )
    return _table("about", iter(rows))


def _figures(report: Report) -> DataTable:
    """Each row says of which data it is: the table is given away alone too."""
    facts = report.facts
    first, last = (day.isoformat() for day in facts.scope.period)
    day = facts.data_date.isoformat() if facts.data_date else None

    def rows() -> Iterator[tuple[Cell, ...]]:
        yield from _stated("convocation", facts.scope.slug, facts.stated)
        for faction in facts.factions:
            yield from _stated("faction", faction.slug, faction.stated)
        for deputy in facts.deputies:
            yield from _stated("deputy", deputy.slug, deputy.stated)
            yield from _counted(deputy.slug, deputy.counted)
        yield from _stated("all_assemblies", None, facts.elsewhere)

    return _table("figures", ((*row, first, last, day, report.version) for row in rows()))


def _stated(kind: str, subject: str | None, stated: Stated) -> Iterator[tuple[Cell, ...]]:
    for measure, told in stated.items():
        for one in told:
            yield kind, subject, str(measure), Basis.STATED.value, one.value, one.source


def _counted(subject: str, counted: Counted) -> Iterator[tuple[Cell, ...]]:
    for measure in dict.fromkeys((*PER_DEPUTY, *counted)):
        basis = Basis.COMPUTED.value
        yield "deputy", subject, str(measure), basis, counted.get(measure, 0), None


def _diagrams(report: Report) -> DataTable:
    def rows() -> Iterator[tuple[Cell, ...]]:
        for one in report.diagrams:
            for bar in one.bars:
                names = (
                    _three(bar.subject) if isinstance(bar.subject, Names) else (bar.subject,) * 3
                )
                for series, value in zip(one.series, bar.values, strict=True):
                    yield (
                        one.kind.value, one.basis.value, *names, str(series), value, bar.disputed,
                    )  # fmt: skip

    return _table("diagrams", rows())


def _three(names: Names) -> tuple[str | None, str | None, str | None]:
    return names.kk, names.ru, names.en


def _deputies(facts: Facts) -> DataTable:
    factions = {one.id: one.slug for one in facts.factions}
    return _table(
        "deputies",
        (
            (
                one.slug,
                *_three(one.name),
                "list" if one.by_list else "district",
                one.district,
                factions.get(one.faction_id or 0),
                one.availability,
                one.programme_kind,
                one.source,
            )
            for one in facts.deputies
        ),
    )


def _requests(facts: Facts) -> DataTable:
    slugs = {one.mandate_id: one.slug for one in facts.deputies}
    return _table(
        "requests",
        (
            (
                one.id,
                *_three(one.text),
                slugs.get(one.initiator or 0),
                "; ".join(slugs[ident] for ident in one.signatories if ident in slugs),
                one.signatories_stated,
                one.is_group,
                one.sent_on.isoformat() if one.sent_on else None,
                one.addressee,
                one.reply_on.isoformat() if one.reply_on else None,
                "; ".join(one.issues),
                one.relates_programme,
                one.conflict,
                one.source,
            )
            for one in facts.requests
        ),
    )


def _findings(_: Texts, report: Report) -> DataTable:
    return _table(
        "findings",
        (
            (one.kind.value, one.basis.value, one.part, one.whole, one.deputies, finding(_, one))
            for one in report.findings
        ),
    )


def _contradictions(_: Texts, report: Report) -> DataTable:
    return _table(
        "contradictions",
        (
            (
                one.kind.value,
                str(one.measure),
                _.name(one.subject) if one.subject else None,
                "; ".join(
                    f"{version.value:g}" for version in one.versions if version.value is not None
                ),
                one.everywhere,
                contradiction(_, one),
            )
            for one in report.contradictions
        ),
    )


def _gaps(_: Texts, report: Report) -> DataTable:
    return _table(
        "gaps",
        (
            (one.kind.value, str(one.measure), one.count, one.whole, gap(_, one))
            for one in report.gaps
        ),
    )


def _replies(facts: Facts) -> DataTable:
    slugs = {one.mandate_id: one.slug for one in facts.deputies}
    return _table(
        "replies",
        (
            (
                slugs[one.mandate_id],
                one.subject.value,
                one.measure,
                one.value,
                one.day.isoformat() if one.day else None,
                *_three(one.about),
                one.kind.value,
                one.said_on.isoformat(),
                one.words,
                one.decision.value if one.decision else None,
                one.because,
            )
            for one in facts.replies
        ),
    )


def csv_text(table: DataTable) -> str:
    """A spreadsheet that opens it runs nothing: texts that could be formulas get an apostrophe."""
    sink = io.StringIO(newline="")
    writer = csv.writer(sink, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([safe(cell) for cell in row])
    return sink.getvalue()


def safe(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(LIVE) else cell
    return str(int(cell)) if cell == int(cell) else str(cell)
