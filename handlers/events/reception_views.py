"""Times for visits, for voters and for the deputy's side."""

from collections.abc import Sequence

from markupsafe import Markup

from domain.receptions import LENGTHS
from handlers.common.event_words import clock, span
from handlers.common.links import FindDeputy, OpenAnnouncements, OpenInbox, OpenReception
from handlers.common.navigation import home_row, in_pairs, pager
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.events.callbacks import (
    BookVisit,
    CancelVisit,
    CloseSlot,
    NewTimes,
    NoPlace,
    OpenSlot,
    OpenTimes,
    SaySubject,
)
from services.directory import Deputy
from services.events.receptions import SUBJECT_LIMIT
from services.events.slots import Slot, Slots


def start(_: Texts, visits: Sequence[Slot], deputies: Sequence[Deputy]) -> Screen:
    """/reception: one's own visits, and where one can book."""
    own = tuple(
        (Button(f"{index}. {_label(_, one)}", tap=OpenSlot(ident=one.id), choice=index),)
        for index, one in enumerate(visits, start=1)
    )
    book = tuple(
        (Button(_.name(one.name), tap=OpenReception(mandate_id=one.mandate_id)),)
        for one in deputies
    )
    return Screen(
        lines(
            _("<b>Visits to deputies</b>"),
            None if visits else _("You have no visit booked."),
            *(
                Markup("{}. {}: {}").format(index, _.name(one.deputy.name), _when(_, one))
                for index, one in enumerate(visits, start=1)
            ),
            "",
            _("To book one, choose the deputy:") if book else _("To book one, find the deputy."),
        ),
        rows=(
            *own,
            *book,
            (Button(_.label("Find my deputy"), tap=FindDeputy()),),
            home_row(_),
        ),
    )


def listed(_: Texts, found: Slots) -> Screen:
    return _for_side(_, found) if found.is_side else _for_voter(_, found)


def _for_voter(_: Texts, found: Slots) -> Screen:
    """Tapping a time books it, or moves the visit there."""
    mine = found.mine
    rows: Rows = ()
    if mine is not None:
        rows += ((Button(_.label("My visit"), tap=OpenSlot(ident=mine.id)),),)
    rows += tuple(
        (
            Button(
                f"{index}. {_label(_, one)}",
                tap=BookVisit(ident=one.id, move=mine is not None),
                choice=index,
            ),
        )
        for index, one in enumerate(found.rows, start=1)
    )
    if found.rows:
        how = _("A tap moves your visit.") if mine else _("A tap books the time for you.")
    else:
        how = _("There is no free time now. New ones appear here when they are opened.")
    return Screen(
        lines(
            _("<b>Reception: {name}</b>", name=_.name(found.deputy.name)),
            _("Your visit: {when}", when=_when(_, mine)) if mine else None,
            how,
            *_places(_, found.rows),
        ),
        rows=(*rows, *_pages(_, found), _home(_, found)),
    )


def _for_side(_: Texts, found: Slots) -> Screen:
    new = NewTimes(mandate_id=found.deputy.mandate_id)
    rows = tuple(
        (Button(f"{index}. {_label(_, one)}", tap=OpenSlot(ident=one.id), choice=index),)
        for index, one in enumerate(found.rows, start=1)
    )
    return Screen(
        lines(
            _("<b>Reception: {name}</b>", name=_.name(found.deputy.name)),
            None if found.rows else _("No times are open. Voters can book when you open some."),
            *(_side_line(_, index, one) for index, one in enumerate(found.rows, start=1)),
        ),
        rows=(
            *rows,
            *_pages(_, found),
            (Button(_.label("Open times"), tap=new),),
            _home(_, found),
        ),
    )


def _side_line(_: Texts, index: int, one: Slot) -> Markup:
    return lines(
        Markup("{}. {}").format(index, _when(_, one)),
        _("Booked: visit No. {n}", n=one.id) if one.is_booked else _("Free"),
        one.subject,
    )


def _pages(_: Texts, found: Slots) -> Rows:
    mandate_id = found.deputy.mandate_id
    return pager(
        _, found.page, found.total, lambda to: OpenReception(mandate_id=mandate_id, page=to)
    )


def _home(_: Texts, found: Slots) -> tuple[Button, ...]:
    return home_row(_, OpenAnnouncements(mandate_id=found.deputy.mandate_id))


def _places(_: Texts, rows: Sequence[Slot]) -> list[Markup]:
    places = dict.fromkeys(one.place for one in rows if one.place)
    return [_("Where: {place}", place=place) for place in places]


def _when(_: Texts, one: Slot) -> str:
    return span(_, one.starts_at, one.ends_at)


def _label(_: Texts, one: Slot) -> str:
    day = one.starts_at.astimezone(_.zone).date()
    return f"{_.short_date(day)}, {clock(_, one.starts_at)}"


def slot(_: Texts, one: Slot, head: Markup | None = None) -> Screen:
    """A visit of one's own, a time of the side, or one that could be booked."""
    return Screen(
        lines(head, "" if head else None, *_about(_, one), *_status(_, one)),
        rows=(*_acts(_, one), home_row(_, OpenReception(mandate_id=one.deputy.mandate_id))),
    )


def _about(_: Texts, one: Slot) -> list[Markup | str | None]:
    return [
        _("<b>Reception: {name}</b>", name=_.name(one.deputy.name)),
        _("When: <b>{when}</b>", when=_when(_, one)),
        _("Where: {place}", place=one.place) if one.place else None,
        _("About: {subject}", subject=one.subject) if one.subject else None,
    ]


def _status(_: Texts, one: Slot) -> list[Markup | None]:
    if one.is_closed:
        return [_("This time was taken away.")]
    if one.is_mine:
        return [_("Your visit has the number {n}; say it at the reception.", n=one.id)]
    if one.is_booked:
        return [_("Booked: visit No. {n}", n=one.id)]
    return [_("Free")]


def _acts(_: Texts, one: Slot) -> Rows:
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


def booked(_: Texts, one: Slot) -> Screen:
    head = _("<b>Booked.</b> You will be reminded the day before and an hour before.")
    return slot(_, one, head)


def cancelled(_: Texts, one: Slot) -> Screen:
    return Screen(
        lines(
            _("<b>Your visit is cancelled.</b>"),
            _("The time is free for others: {when}", when=_when(_, one)),
        ),
        rows=(
            (
                Button(
                    _.label("Book another time"),
                    tap=OpenReception(mandate_id=one.deputy.mandate_id),
                ),
            ),
            home_row(_),
        ),
    )


def taken(_: Texts, mandate_id: int) -> Screen:
    again = OpenReception(mandate_id=mandate_id)
    return Screen(
        lines(
            _("<b>Somebody was quicker: this time is taken.</b>"),
            _("What you had booked before stays."),
        ),
        rows=((Button(_.label("Other times"), tap=again),), home_row(_)),
    )


def ask_subject(_: Texts, one: Slot) -> Screen:
    return Screen(
        lines(
            _("<b>What is your visit about?</b>"),
            _(
                "One message, up to {limit} characters. The deputy and the assistants read it.",
                limit=SUBJECT_LIMIT,
            ),
        ),
        rows=(home_row(_, OpenSlot(ident=one.id)),),
    )


def ask_hours(_: Texts, mandate_id: int) -> Screen:
    return Screen(
        lines(
            _("<b>When is the reception?</b>"),
            _("Please type the day and the hours: 25.12 10:00-13:00."),
        ),
        rows=(home_row(_, OpenReception(mandate_id=mandate_id)),),
    )


def ask_place(_: Texts, mandate_id: int) -> Screen:
    return Screen(
        lines(_("<b>Where?</b>"), _("Please type the address and the room.")),
        rows=(
            (Button(_.label("Say no place"), tap=NoPlace(mandate_id=mandate_id)),),
            home_row(_, OpenReception(mandate_id=mandate_id)),
        ),
    )


def ask_length(_: Texts, mandate_id: int) -> Screen:
    buttons = [
        Button(
            _.label_n("{n} minute", "{n} minutes", minutes),
            tap=OpenTimes(mandate_id=mandate_id, minutes=minutes),
            choice=minutes,
        )
        for minutes in LENGTHS
    ]
    return Screen(
        lines(_("<b>How long is one visit?</b>"), _("Tap a length, or type the number.")),
        rows=(*in_pairs(buttons), home_row(_, OpenReception(mandate_id=mandate_id))),
    )


def opened(_: Texts, count: int, found: Slots) -> Screen:
    if count:
        said = _.n("{n} time is open now.", "{n} times are open now.", count)
    else:
        said = _("All of these hours are open already: nothing was added.")
    shown = listed(_, found)
    return Screen(lines(said, "", shown.text), rows=shown.rows)


def ask_close(_: Texts, one: Slot) -> Screen:
    told = _("It is booked: whoever booked it will be told at once.") if one.is_booked else None
    return Screen(
        lines(_("<b>Take this time away?</b>"), *_about(_, one), told),
        rows=(
            (Button(_.label("Yes, take it away"), tap=CloseSlot(ident=one.id, sure=True)),),
            home_row(_, OpenSlot(ident=one.id)),
        ),
    )


def not_yours(_: Texts) -> Screen:
    return Screen(
        _("You work for this deputy here, so there is nothing for you to book."),
        rows=(home_row(_, OpenInbox()),),
    )


def remind(_: Texts, one: Slot) -> Screen:
    """For whoever booked it."""
    return Screen(
        lines(_("<b>A reminder: your visit.</b>"), *_about(_, one), *_status(_, one)),
        rows=(*_acts(_, one), home_row(_)),
        fresh=True,
    )


def remind_side(_: Texts, visits: Sequence[Slot]) -> Screen:
    one = visits[0]
    rows = (Button(_.label("Reception"), tap=OpenReception(mandate_id=one.deputy.mandate_id)),)
    return Screen(
        lines(
            _.n(
                "<b>A reminder: {n} visit is booked.</b>",
                "<b>A reminder: {n} visits are booked.</b>",
                len(visits),
            ),
            _.name(one.deputy.name),
            *(_side_line(_, index, one) for index, one in enumerate(visits, start=1)),
        ),
        rows=(rows, home_row(_)),
        fresh=True,
    )


def told_closed(_: Texts, one: Slot) -> Screen:
    return Screen(
        lines(
            _("<b>Your visit cannot take place at this time.</b> The deputy's side took it away."),
            *_about(_, one),
            "",
            _("Please take another time."),
        ),
        rows=(
            (Button(_.label("Other times"), tap=OpenReception(mandate_id=one.deputy.mandate_id)),),
            home_row(_),
        ),
        fresh=True,
    )
