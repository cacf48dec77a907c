"""What the district asks, in figures."""

from markupsafe import Markup

from handlers.common.cases import TOPICS, days_left_words, number, subject
from handlers.common.links import OpenCase, OpenInbox
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from services.appeals.reading import Row
from services.desk.brief import Brief, TopicFigures


def brief(_: Texts, found: Brief) -> Screen:
    """Small numbers of a topic are hidden, so that it can be shown to others."""
    return Screen(
        lines(*summary(_, found), *_oldest(_, found)),
        rows=(
            *(
                (Button(f"{index}. № {row.number}", tap=OpenCase(appeal_id=row.id), choice=index),)
                for index, row in enumerate(found.oldest, start=1)
            ),
            home_row(_, back=OpenInbox()),
        ),
    )


def summary(_: Texts, found: Brief) -> tuple[object, ...]:
    """Without numbers of appeals: for whoever may know the figures only."""
    figures = found.figures
    return (
        _("<b>What the district asks: {name}</b>", name=_.name(found.deputy.name)),
        _(
            "From {since} to {until}",
            since=_.short_date(figures.since),
            until=_.short_date(figures.until),
        ),
        "",
        _("New appeals: {n}", n=figures.new),
        _("Answered: {n}", n=found.answered),
        _("Voters say that it is solved, wholly or partly: {n}", n=found.confirmed),
        _("Thanks: {n}", n=figures.thanks),
        _("Open now: {n}", n=figures.open),
        *(("", _("<b>By topic</b>")) if figures.topics else ()),
        *(_topic(_, one) for one in figures.topics),
    )


def _topic(_: Texts, one: TopicFigures) -> Markup:
    topic = _(TOPICS[one.topic]) if one.topic else _("Without a topic")
    return _(
        "{topic}. New: {new}, open: {open}",
        topic=topic,
        new=_cell(_, one.new),
        open=_cell(_, one.open),
    )


def _cell(_: Texts, n: int | None) -> str:
    return _.label("fewer than five") if n is None else _.number(n)


def _oldest(_: Texts, found: Brief) -> tuple[object, ...]:
    if not found.oldest:
        return ()
    rows = (_row(_, index, row) for index, row in enumerate(found.oldest, start=1))
    return ("", _("<b>Open for the longest time</b>"), *rows)


def _row(_: Texts, index: int, row: Row) -> Markup:
    about = (
        row.place,
        subject(_, row),
        _("since {day}", day=_.short_date(row.registered_on)),
        days_left_words(_, row.days_left),
    )
    return lines(
        Markup("{}. {}").format(index, number(row)),
        Markup(" · ").join(part for part in about if part),
    )
