"""Screens of the calendar."""

from datetime import date

from markupsafe import Markup

from domain.terms import RULES, RuleId
from handlers.calendar.callbacks import AddDay, NoSource, OpenDay, RestoreDay, ShowTerms
from handlers.common.due_words import day_off, reason_words, source_words
from handlers.common.links import OpenCalendar
from handlers.common.navigation import home_row, pager
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts, marked
from services.working_days import ChangedDay, Days

TERMS = {
    RuleId.ACKNOWLEDGEMENT: marked("To take a letter into work"),
    RuleId.ANSWER: marked("To answer"),
    RuleId.REDIRECT: marked("To pass a letter on to the competent body"),
    RuleId.HANDOVER: marked("For a coordinator to pass it on where the deputy is not here"),
    RuleId.HELD: marked("For a coordinator to look at a letter that is held"),
    RuleId.CLARIFICATION: marked("For the author to reply to a question"),
    RuleId.DISPUTE: marked("To answer again after a disagreement"),
    RuleId.REOPENED: marked("To answer a case that was opened again"),
    RuleId.EXTENSION_NOTICE: marked("To tell the author of more time"),
    RuleId.RIGHT_OF_REPLY: marked(
        "For the deputy's side to reply before the status of a promise is public"
    ),
    RuleId.STATE_ANSWER: marked("For a state body to answer a letter sent through e-Otinish"),
}


def calendar(_: Texts, found: Days) -> Screen:
    """Days off to come, days that were changed, and for editors how to change more."""
    coming = [day_off(_, off) for off in found.coming]
    return Screen(
        lines(
            _("<b>Working days</b>"),
            _("Dates count working days: Monday to Friday without holidays."),
            "",
            _("<b>Days off in the next two months, besides weekends</b>"),
            *(coming or [_("None.")]),
            "",
            _("<b>Changed by an order</b>"),
            *(_changed(_, one) for one in found.changed),
            None if found.changed else _("None."),
            "",
            _("Calendar of days off: {version}.", version=found.version),
        ),
        rows=(
            *(_choices(_, found) if found.may_edit else ()),
            *pager(_, found.page, found.total, lambda page: OpenCalendar(page=page)),
            *(_adding(_) if found.may_edit else ()),
            (Button(_.label("How long the terms are"), tap=ShowTerms()),),
            home_row(_),
        ),
    )


def _changed(_: Texts, one: ChangedDay) -> Markup:
    words = (
        marked("{day}: a working day, {reason}")
        if one.working
        else marked("{day}: a day off, {reason}")
    )
    return _(words, day=_.date(one.day), reason=reason_words(_, one.reason))


def _choices(_: Texts, found: Days) -> Rows:
    return tuple(
        (Button(f"{index}. {_.date(one.day)}", tap=OpenDay(day=str(one.day)), choice=index),)
        for index, one in enumerate(found.changed, start=1)
    )


def _adding(_: Texts) -> Rows:
    return (
        (
            Button(_.label("A day becomes a day off"), tap=AddDay(working=False)),
            Button(_.label("A day is worked"), tap=AddDay(working=True)),
        ),
    )


def ask_day(_: Texts, today: date, *, working: bool) -> Screen:
    question = (
        _("<b>Which day is worked?</b>") if working else _("<b>Which day becomes a day off?</b>")
    )
    example = _("Type the day, for example {example}.", example=f"{today:%d.%m.%Y}")
    return Screen(lines(question, example), rows=(home_row(_, back=OpenCalendar()),))


def ask_reason(_: Texts, day: date, *, working: bool) -> Screen:
    return Screen(
        lines(
            _heading(_, day, working=working),
            _("<b>Why? People read this beside their dates.</b>"),
            _("One line in your language, or three lines: Kazakh, Russian, English."),
            _("For example: moved from Saturday by an order of the government"),
        ),
        rows=(home_row(_, back=OpenCalendar()),),
    )


def ask_source(_: Texts, day: date, *, working: bool) -> Screen:
    return Screen(
        lines(
            _heading(_, day, working=working),
            _("<b>Where does it stand?</b> Type the link or the number of the order."),
        ),
        rows=(
            (Button(_.label("No source yet"), tap=NoSource()),),
            home_row(_, back=OpenCalendar()),
        ),
    )


def _heading(_: Texts, day: date, *, working: bool) -> Markup:
    if working:
        return _("{day}: a working day", day=_.date(day))
    return _("{day}: a day off", day=_.date(day))


def saved(_: Texts, one: ChangedDay) -> Screen:
    return Screen(
        lines(
            _("<b>Noted.</b>"),
            *_facts(_, one),
            "",
            _("Open dates are computed anew within a minute. Whoever is concerned gets one "
              "message, about ten minutes later: enter all the days of an order before."),
        ),
        rows=(*_adding(_), home_row(_, back=OpenCalendar())),
    )  # fmt: skip


def changed_day(_: Texts, one: ChangedDay) -> Screen:
    restore = RestoreDay(day=str(one.day))
    return Screen(
        lines(*_facts(_, one), _("Entered on {moment}", moment=_.moment(one.entered_at))),
        rows=(
            (Button(_.label("Take this change back"), tap=restore),),
            home_row(_, back=OpenCalendar()),
        ),
    )


def ask_restore(_: Texts, one: ChangedDay) -> Screen:
    sure = RestoreDay(day=str(one.day), sure=True)
    return Screen(
        lines(
            *_facts(_, one),
            "",
            _("Take this change back? Open dates follow, and people are told."),
        ),
        rows=(
            (Button(_.label("Yes, take it back"), tap=sure),),
            home_row(_, back=OpenDay(day=str(one.day))),
        ),
    )


def _facts(_: Texts, one: ChangedDay) -> tuple[Markup, ...]:
    source = _("Source: {source}", source=one.source) if one.source else _("No source yet.")
    return (_changed(_, one), source)


def terms(_: Texts) -> Screen:
    """The rules as data: each with its length, its source and when that was last read."""
    return Screen(
        lines(
            _("<b>How long the terms are</b>"),
            *(_term(_, rule_id) for rule_id in TERMS),
            "",
            _("The day on which a term begins is day zero and is not counted. "
              "More time for an answer: at most two months from the registration, with a reason."),
        ),
        rows=(home_row(_, back=OpenCalendar()),),
    )  # fmt: skip


def _term(_: Texts, rule_id: RuleId) -> Markup:
    rule = RULES[rule_id]
    return lines(
        "",
        Markup("<b>{}</b>").format(_(TERMS[rule_id])),
        _.n("{n} working day", "{n} working days", rule.working_days),
        source_words(_, rule),
        _("Read on {day}", day=_.short_date(rule.checked_on)),
    )
