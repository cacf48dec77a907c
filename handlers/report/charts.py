"""Diagrams as charts to be drawn, and as text for whoever cannot see them."""

from collections.abc import Iterator

from domain.names import Names
from handlers.common.chart import CAPTION, Chart
from handlers.common.measure_words import measure_word
from handlers.common.source_words import source_label
from handlers.common.texts import Texts
from handlers.report.words import BASES, DIAGRAMS, diagram_word, first_up
from services.monitoring.diagrams import Bar, Diagram, DiagramKind

ROWS = 30  # on a picture that a phone can show
MOST_PAGES = 6  # more people than any assembly has: a wall of pictures shows nothing


def charts(_: Texts, diagram: Diagram, period: str, stamp: str) -> Iterator[Chart]:
    """As many pictures as the rows need; none where nobody could take them in.

    `stamp`: of which data each is made.
    """
    pages = max(1, -(-len(diagram.bars) // ROWS))
    if pages > MOST_PAGES:
        return
    for page in range(pages):
        rows = range(page * ROWS, min(len(diagram.bars), (page + 1) * ROWS))
        bars = [diagram.bars[index] for index in rows]
        title = _.label(DIAGRAMS[diagram.kind])
        if pages > 1:
            title = _.label("{title}, {page} of {pages}", title=title, page=page + 1, pages=pages)
        yield Chart(
            title=title,
            subtitle=f"{period}; {_.label(BASES[diagram.basis])}",
            legend=tuple(first_up(measure_word(_, name)) for name in diagram.series)
            if len(diagram.series) > 1
            else (),
            labels=tuple(label(_, diagram.kind, bar) for bar in bars),
            values=tuple(bar.values for bar in bars),
            notes=tuple(_note(_, diagram, index) for index in rows),
            caption=caption(_, diagram, bars, title, period),
            name=diagram.kind.value + (f"-{page + 1}" if pages > 1 else ""),
            footer=stamp,
        )


def label(_: Texts, kind: DiagramKind, bar: Bar) -> str:
    if isinstance(bar.subject, Names):
        return _.name(bar.subject)
    return first_up(diagram_word(_, kind, bar.subject))


def _note(_: Texts, diagram: Diagram, index: int) -> str:
    bar = diagram.bars[index]
    parts = ["*"] if bar.disputed else []
    members = diagram.members[index] if diagram.members else None
    value = bar.values[0]
    if members and value is not None:
        parts.append(
            _.label(
                "(members: {members}; each {average})",
                members=_.number(members),
                average=_.number(round(value / members, 2)),
            )
        )
    return " ".join(parts)


def caption(_: Texts, diagram: Diagram, bars: list[Bar], title: str, period: str) -> str:
    """Everything the picture shows, in words; cut only where Telegram would refuse it."""
    head = [f"{title}. {period}; {_.label(BASES[diagram.basis])}."]
    totals = ", ".join(
        f"{_total_word(_, diagram, index)}: {_.number(diagram.total(index))}"
        for index in range(len(diagram.series))
    )
    if len(diagram.series) > 1:
        head.append(_.label("Together, in this order: {totals}.", totals=totals))
    elif len(diagram.bars) > 1:
        head.append(first_up(f"{totals}."))
    rows = [f"{label(_, diagram.kind, bar)}: {shown(_, bar)}" for bar in bars]
    if any(bar.disputed for bar in bars):
        head.append(_.label("* Sources state other values too."))
    source = source_label(_, *diagram.sources)
    tail = _.label("Source: {source}.", source=source) if source else ""
    return _fitting(head, rows, tail)


def too_many(_: Texts, diagram: Diagram) -> str:
    """Instead of pictures."""
    totals = ", ".join(
        f"{measure_word(_, name)}: {_.number(diagram.total(index))}"
        for index, name in enumerate(diagram.series)
    )
    return _.label(
        "{n} rows are too many for pictures; the tables hold them all. Together: {totals}.",
        n=len(diagram.bars),
        totals=totals,
    )


def _total_word(_: Texts, diagram: Diagram, index: int) -> str:
    if diagram.kind in {DiagramKind.AVAILABILITY, DiagramKind.PROGRAMME_KIND}:
        return _.label("in all")
    return measure_word(_, diagram.series[index])


def shown(_: Texts, bar: Bar) -> str:
    numbers = [_.number(value) if value is not None else "?" for value in bar.values]
    return " / ".join(numbers) + ("*" if bar.disputed else "")


def _fitting(head: list[str], rows: list[str], tail: str) -> str:
    top = " ".join(head)
    for kept in range(len(rows), -1, -1):
        body = "; ".join(rows[:kept]) + ("…" if kept < len(rows) else ".")
        for end in (tail, ""):
            text = "\n".join(part for part in (top, body, end) if part)
            if len(text) <= CAPTION:
                return text
    return top[:CAPTION]
