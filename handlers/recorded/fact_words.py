"""One recorded fact in words."""

from markupsafe import Markup

from domain.promises import Subject
from domain.records import MeetingFormat, ProgrammeEventKind
from handlers.common.due_words import period
from handlers.common.measure_words import measure_word
from handlers.common.promise_words import STATUSES, beside, proofs, verdict
from handlers.common.screen import lines
from handlers.common.source_words import source_label
from handlers.common.texts import Texts, marked
from services.promises.facts import Fact

SUBJECTS = {
    Subject.MEETING: marked("Meetings"),
    Subject.REQUEST: marked("Deputy requests"),
    Subject.EVENT: marked("Facts about the programme"),
    Subject.CHANGE: marked("Statuses of promises"),
    Subject.FIGURE: marked("Figures that sources state"),
}
FORMATS = {
    MeetingFormat.MEETING: marked("Meeting with voters"),
    MeetingFormat.RECEPTION: marked("Personal reception"),
    MeetingFormat.ONLINE: marked("Online meeting"),
    MeetingFormat.WORK_COLLECTIVE: marked("Meeting at a workplace"),
    MeetingFormat.REPORT: marked("Report to voters"),
    MeetingFormat.FIELD_VISIT: marked("Visit to a site"),
    MeetingFormat.OTHER: marked("Meeting"),
}
EVENTS = {
    ProgrammeEventKind.FOUND: marked("The programme was found"),
    ProgrammeEventKind.ASKED: marked("The programme was asked for"),
    ProgrammeEventKind.CAME: marked("The programme came"),
    ProgrammeEventKind.DEAD_LINK: marked("The link to the programme leads nowhere"),
    ProgrammeEventKind.PARTY_NAMED: marked("The programme of the party was named instead"),
    ProgrammeEventKind.REFUSED: marked("The programme was not given"),
    ProgrammeEventKind.CHANGED: marked("The programme was changed"),
}


def short(_: Texts, one: Fact) -> Markup:
    """In a list: the day and what it is."""
    day = _.short_date(one.day) if one.day else _.label("day not known")
    return Markup("{}: {}").format(day, what(_, one))


def what(_: Texts, one: Fact) -> Markup:
    if one.subject is Subject.MEETING:
        inside = None if one.inside is None else _where(_, one)
        place = _.name(one.place) if one.place else None
        form = _(FORMATS[one.format or MeetingFormat.MEETING])
        return Markup(", ").join(part for part in (form, place, inside) if part)
    if one.subject is Subject.REQUEST:
        text = _.name(one.text) if one.text else ""
        if one.initiated:
            return _("initiated: {text}", text=text)
        return _("signed: {text}", text=text)
    if one.subject is Subject.EVENT:
        return _(EVENTS[one.event or ProgrammeEventKind.FOUND])
    if one.subject is Subject.FIGURE:
        return Markup("{}: {}").format(measure_word(_, one.measure or ""), _.number(one.value or 0))
    status = _(STATUSES[one.verdict.status]) if one.verdict else Markup()
    return Markup("{}: {}").format(_.name(one.text) if one.text else "", status)


def _where(_: Texts, one: Fact) -> Markup:
    return _("inside the constituency") if one.inside else _("outside the constituency")


def full(_: Texts, one: Fact) -> Markup:
    """With its source, its evidence, and what is said to it."""
    if one.verdict:
        text = _.name(one.text) if one.text else ""
        quoted = Markup("<blockquote>{}</blockquote>").format(text)
        return lines(quoted, verdict(_, one.verdict))
    first, last = one.period
    return lines(
        Markup("<b>{}</b>").format(what(_, one)),
        _("Period: {period}", period=period(_, first, last)) if first and last else None,
        _("Day: {day}", day=_.date(one.day)) if one.day and one.subject is not Subject.FIGURE
        else None,
        _("How many people: {n}", n=one.attendance) if one.attendance else None,
        Markup("{}").format(one.note) if one.note else None,
        _("Source: {source}", source=source_label(_, one.source)) if one.source else None,
        Markup("{}").format(one.url) if one.url else None,
        proofs(_, one.proofs),
        *beside(_, one.responses),
    )  # fmt: skip
