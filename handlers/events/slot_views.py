"""One time for a visit, as everybody sees it; what the lists of both sides share."""

from markupsafe import Markup

from handlers.common.event_words import clock, span
from handlers.common.links import OpenAnnouncements, OpenReception
from handlers.common.navigation import home_row, pager
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.events.callbacks import BookVisit, CancelVisit, CloseSlot, SaySubject
from services.events.slots import Slot, Slots


def slot(_: Texts, one: Slot, head: Markup | None = None) -> Screen:
    """A visit of one's own, a time of the side, or one that could be booked."""
    return Screen(
        lines(head, "" if head else None, *about(_, one), *status(_, one)),
        rows=(*acts(_, one), home_row(_, OpenReception(mandate_id=one.deputy.mandate_id))),
    )


def about(_: Texts, one: Slot) -> list[Markup | str | None]:
    return [
        _("<b>Reception: {name}</b>", name=_.name(one.deputy.name)),
        _("When: <b>{when}</b>", when=when(_, one)),
        _("Where: {place}", place=one.place) if one.place else None,
        _("About: {subject}", subject=one.subject) if one.subject else None,
    ]


def status(_: Texts, one: Slot) -> list[Markup | None]:
    if one.is_closed:
        return [_("This time was taken away.")]
    if one.is_mine:
        return [_("Your visit has the number {n}; say it at the reception.", n=one.id)]
    if one.is_booked:
        return [_("Booked: visit No. {n}", n=one.id)]
    return [_("Free")]


def acts(_: Texts, one: Slot) -> Rows:
    if one.has_begun or one.is_closed:
        return ()
    if one.is_mine:
        move = OpenReception(mandate_id=one.deputy.mandate_id)
        said = _.label("Change what it is about") if one.subject else _.label("Say what about")
        return (
            (Button(said, tap=SaySubject(ident=one.id)),),
            (
                Button(_.label("Move it"), tap=move),
                Button(_.label("Cancel my visit"), tap=CancelVisit(ident=one.id)),
            ),
        )
    if one.is_side:
        return ((Button(_.label("Take this time away"), tap=CloseSlot(ident=one.id)),),)
    return ((Button(_.label("Book it"), tap=BookVisit(ident=one.id)),),)


def when(_: Texts, one: Slot) -> str:
    return span(_, one.starts_at, one.ends_at)


def label(_: Texts, one: Slot) -> str:
    day = one.starts_at.astimezone(_.zone).date()
    return f"{_.short_date(day)}, {clock(_, one.starts_at)}"


def pages(_: Texts, found: Slots) -> Rows:
    mandate_id = found.deputy.mandate_id
    return pager(
        _, found.page, found.total, lambda to: OpenReception(mandate_id=mandate_id, page=to)
    )


def home(_: Texts, found: Slots) -> tuple[Button, ...]:
    return home_row(_, OpenAnnouncements(mandate_id=found.deputy.mandate_id))
