"""How a due date came about, in words that anybody can check with a calendar in hand."""

from datetime import date

from markupsafe import Markup

from domain.clock import AnswerDue, Extension, Step
from domain.days import DayOff, DayOffKind
from domain.due import Basis, DueDate, Rule, RuleId, SkippedRun, SourceId
from domain.names import FALLBACKS, Language, Names
from handlers.common.screen import lines
from handlers.common.texts import Texts, marked

HOLIDAYS = {
    "new_year": marked("New Year"),
    "orthodox_christmas": marked("Orthodox Christmas"),
    "womens_day": marked("International Women's Day"),
    "nauryz": marked("Nauryz"),
    "unity_day": marked("Unity Day of the People of Kazakhstan"),
    "defender_day": marked("Defender of the Fatherland Day"),
    "victory_day": marked("Victory Day"),
    "kurban_ait": marked("Kurban Ait"),
    "capital_day": marked("Capital Day"),
    "constitution_day": marked("Constitution Day"),
    "republic_day": marked("Republic Day"),
    "first_president_day": marked("Day of the First President"),
    "independence_day": marked("Independence Day"),
    "public_holiday": marked("public holiday"),
}

WRITTEN_IN = {
    Language.KK: marked("{text} (in Kazakh)"),
    Language.RU: marked("{text} (in Russian)"),
    Language.EN: marked("{text} (in English)"),
}
OTHER_HOLIDAY = marked("public holiday")
BY_DAY = marked("<b>By {day}</b>")
HEADINGS = {
    RuleId.ACKNOWLEDGEMENT: marked("<b>To be taken into work by {day}</b>"),
    RuleId.ANSWER: marked("<b>To be answered by {day}</b>"),
    RuleId.DISPUTE: marked("<b>To be answered by {day}</b>"),
    RuleId.REOPENED: marked("<b>To be answered by {day}</b>"),
    RuleId.CLARIFICATION: marked("<b>The author's reply by {day}</b>"),
    RuleId.HANDOVER: marked("<b>To be passed on by a coordinator by {day}</b>"),
    RuleId.RIGHT_OF_REPLY: marked(
        "<b>The deputy's side can reply before others see it by {day}</b>"
    ),
}

SOURCES = {
    SourceId.CODE_ART_76: marked(
        "The term is our standard, oriented on article 76 of the Administrative Procedural "
        "and Process-Related Code."
    ),
    SourceId.CODE_ART_65: marked(
        "The term is our standard, oriented on article 65 of the Administrative Procedural "
        "and Process-Related Code."
    ),
    SourceId.OWN: marked("The term is our own standard."),
}

BY_LAW = marked(
    "The term is set by law: article 76 of the Administrative Procedural and Process-Related Code."
)


def explained(_: Texts, due: DueDate, registered_on: date | None = None) -> Markup:
    """Day zero, what was counted, every day that was skipped and why, the rule and its source.

    With `registered_on` a clock that started later says so.
    """
    return lines(
        _(HEADINGS.get(due.rule.id, BY_DAY), day=_.date(due.due)),
        _zero(_, due, registered_on),
        _.n(
            "Then {n} working day is counted.",
            "Then {n} working days are counted.",
            due.working_days,
        ),
        _("Skipped on the way:") if due.skipped else None,
        *(_skipped(_, run) for run in due.skipped),
        *(
            _("{day}: a working day by a government order, counted.", day=_.date(day))
            for day in due.worked_weekends
        ),
        _("A holiday that follows the moon is not confirmed yet: the date may still move.")
        if due.estimated
        else None,
        source_words(_, due.rule),
        _("Calendar of days off: {version}.", version=due.calendar_version),
    )


def source_words(_: Texts, rule: Rule) -> Markup:
    """Where a term comes from; "by law" only where the law binds whoever has to keep it."""
    words = BY_LAW if rule.basis is Basis.LAW else SOURCES[rule.source]
    return _(words)


def answer_explained(_: Texts, found: AnswerDue, registered_on: date) -> Markup:
    """The first due date of the answer, then each change of it."""
    return lines(
        explained(_, found.base, registered_on),
        *(lines("", _change(_, step)) for step in found.steps),
    )


def _change(_: Texts, step: Step) -> Markup:
    day = _.date(step.due)
    if isinstance(step.change, Extension):
        return _(
            "On {decided} the deputy asked for more time: <b>by {day}</b>.",
            decided=_.date(step.change.decided_on),
            day=day,
        )
    asked = _.date(step.change.asked_on)
    if step.change.replied_on is None:
        return _("Since {asked} the clock stands: the author was asked something.", asked=asked)
    return _(
        "From {asked} to {replied} the clock stood: the author was asked. Now <b>by {day}</b>.",
        asked=asked,
        replied=_.date(step.change.replied_on),
        day=day,
    )


_BEGAN_ANEW = {
    RuleId.DISPUTE: marked(
        "{day}, when the author disagreed with the answer, is day zero and is not counted."
    ),
    RuleId.REOPENED: marked("{day}, when it went back into work, is day zero and is not counted."),
    RuleId.RIGHT_OF_REPLY: marked(
        "{day}, when a coordinator confirmed it, is day zero and is not counted."
    ),
}


def _zero(_: Texts, due: DueDate, registered_on: date | None) -> Markup:
    if due.rule.id in _BEGAN_ANEW:
        return _(_BEGAN_ANEW[due.rule.id], day=_.date(due.start))
    if registered_on is not None and registered_on != due.start:
        return _(
            "{day}, when it reached the deputy, is day zero and is not counted.",
            day=_.date(due.start),
        )
    return _(
        "The day of registration, {day}, is day zero and is not counted.", day=_.date(due.start)
    )


def _skipped(_: Texts, run: SkippedRun) -> Markup:
    when = period(_, run.first, run.last)
    if run.kind is DayOffKind.TRANSFERRED and run.moved_from is not None:
        return _("{when}: day off moved from {day}", when=when, day=_.date(run.moved_from))
    if run.kind is DayOffKind.OVERRIDE and run.reason is not None:
        reason = Names(run.reason.kk, run.reason.ru, run.reason.en)
        return _("{when}: day off, {reason}", when=when, reason=reason_words(_, reason))
    if run.kind is DayOffKind.WEEKEND:
        return _("{when}: weekend", when=when)
    return _(_holiday_line(run), when=when, holiday=_(HOLIDAYS.get(run.key, OTHER_HOLIDAY)))


def day_off(_: Texts, off: DayOff) -> Markup:
    """One day off of a list, with its reason."""
    run = SkippedRun(
        off.day, off.day, off.kind, off.key, off.observed, off.estimated, off.moved_from, off.reason
    )
    return _skipped(_, run)


def reason_words(_: Texts, reason: Names) -> Markup:
    """As a coordinator wrote it; where it is not in this language, it says in which it is."""
    if getattr(reason, _.language):
        return Markup("{}").format(_.name(reason))
    written = next(key for key in FALLBACKS[_.language] if getattr(reason, key))
    return _(WRITTEN_IN[written], text=_.name(reason))


def _holiday_line(run: SkippedRun) -> str:
    if run.estimated:
        return marked("{when}: {holiday}, the date is expected")
    if run.observed:
        return marked("{when}: {holiday}, moved because it fell on a day off")
    return marked("{when}: {holiday}")


def period(_: Texts, first: date, last: date) -> Markup:
    """One day with its weekday, or from the first to the last."""
    if first == last:
        return Markup("{}").format(_.date(first))
    return _("{first} to {last}", first=_.short_date(first), last=_.short_date(last))


def days_left_words(_: Texts, days_left: int | None) -> Markup | None:
    """How long until the answer is due; None where nothing is counted."""
    if days_left is None:
        return None
    if days_left == 0:
        return _("due today")
    if days_left > 0:
        return _.n("{n} working day left", "{n} working days left", days_left)
    return _.n("{n} working day late", "{n} working days late", -days_left)
