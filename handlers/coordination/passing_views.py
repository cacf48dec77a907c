"""Screens of noting how, when and under what number an appeal was passed on."""

from datetime import date, timedelta

from markupsafe import Markup

from domain.appeals import Way
from handlers.common.cases import WAYS, dates, number
from handlers.common.links import OpenWaiting
from handlers.common.navigation import home_row, in_pairs
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.coordination.callbacks import NoReference, PassOn, PickDay, PickWay
from handlers.coordination.views import next_rows
from services.appeals.reading import Case, Row


def ask_way(_: Texts, case: Case) -> Screen:
    return Screen(
        lines(
            number(case),
            _("<b>How was it passed on to {name}?</b>", name=_.name(case.deputy.name)),
        ),
        rows=(
            *(
                (
                    Button(
                        _.label(words),
                        tap=PickWay(appeal_id=case.id, way=way),
                        choice=index,
                    ),
                )
                for index, (way, words) in enumerate(WAYS.items(), start=1)
            ),
            home_row(_, back=OpenWaiting(appeal_id=case.id)),
        ),
    )


def ask_day(_: Texts, case: Case, way: Way, today: date, note: Markup | None = None) -> Screen:
    """Only days are offered on which it can have been passed on."""
    days = ((_.label("Today"), today), (_.label("Yesterday"), today - timedelta(days=1)))
    first = case.received_at.astimezone(_.zone).date()
    possible = [(label, day) for label, day in days if day >= first]
    return Screen(
        lines(
            note,
            number(case),
            _("<b>On which day was it passed on?</b>"),
            _("Tap or type the day, for example {example}.", example=f"{today:%d.%m.%Y}"),
        ),
        rows=(
            *in_pairs(
                [
                    Button(label, tap=PickDay(appeal_id=case.id, way=way, day=day.isoformat()))
                    for label, day in possible
                ]
            ),
            home_row(_, back=PassOn(appeal_id=case.id)),
        ),
    )


def wrong_day(_: Texts, first: date, last: date) -> Markup:
    if first == last:
        return _("It came in only today, so it can have been passed on only today: {day}.",
                 day=_.date(first))  # fmt: skip
    return _(
        "It can have been passed on from {first} to {last}.",
        first=_.date(first),
        last=_.date(last),
    )


def ask_reference(_: Texts, appeal_id: int, way: Way, day: date) -> Screen:
    no_number = NoReference(appeal_id=appeal_id, way=way, day=day.isoformat())
    return Screen(
        lines(
            _("Day of passing on: {day}", day=_.date(day)),
            _("<b>Under what number was it taken there?</b>"),
            _("Type it as it stands on the receipt, or say that there is none."),
        ),
        rows=(
            (Button(_.label("No number"), tap=no_number),),
            home_row(_, back=PickWay(appeal_id=appeal_id, way=way)),
        ),
    )


def noted(
    _: Texts, case: Case, way: Way, day: date, reference: str | None, next_row: Row | None
) -> Screen:
    """The dates run from now; the voter is told."""
    return Screen(
        lines(
            _("<b>Noted. The voter is told.</b>"),
            number(case),
            _("Day of passing on: {day}", day=_.date(day)),
            _("How: {way}", way=_(WAYS[way])),
            _("Number there: {reference}", reference=reference) if reference else None,
            "",
            dates(_, case),
            "",
            _("When the answer has come, write it down here; the voter gets it at once."),
        ),
        rows=next_rows(_, next_row),
    )


def left(_: Texts, appeal_id: int) -> Screen:
    return Screen(
        _("Nothing was noted. The appeal still waits to be passed on."),
        rows=(home_row(_, back=OpenWaiting(appeal_id=appeal_id)),),
    )
