"""Times for visits, for the deputy's side."""

from collections.abc import Sequence

from markupsafe import Markup

from domain.receptions import LENGTHS
from handlers.common.links import OpenReception
from handlers.common.navigation import home_row, in_pairs
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.events import slot_views
from handlers.events.callbacks import CloseSlot, NewTimes, NoPlace, OpenSlot, OpenTimes
from services.events.slots import Slot, Slots
from services.events.visit_changes import VisitChanges


def listed(_: Texts, found: Slots) -> Screen:
    new = NewTimes(mandate_id=found.deputy.mandate_id)
    rows = tuple(
        (Button(f"{index}. {slot_views.label(_, one)}", tap=OpenSlot(ident=one.id), choice=index),)
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
            *slot_views.pages(_, found),
            (Button(_.label("Open times"), tap=new),),
            slot_views.home(_, found),
        ),
    )


def _side_line(_: Texts, index: int, one: Slot) -> Markup:
    return lines(
        Markup("{}. {}").format(index, slot_views.when(_, one)),
        _("Booked: visit No. {n}", n=one.id) if one.is_booked else _("Free"),
        one.subject,
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
        lines(_("<b>Take this time away?</b>"), *slot_views.about(_, one), told),
        rows=(
            (Button(_.label("Yes, take it away"), tap=CloseSlot(ident=one.id, sure=True)),),
            home_row(_, OpenSlot(ident=one.id)),
        ),
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


def changes(_: Texts, found: VisitChanges) -> Screen:
    """What was booked, moved or cancelled since the last word."""
    rows = (Button(_.label("Reception"), tap=OpenReception(mandate_id=found.deputy.mandate_id)),)
    return Screen(
        lines(
            _("<b>Visits have changed: {name}</b>", name=_.name(found.deputy.name)),
            *_part(_, _("Booked:"), found.booked),
            *_part(_, _("Free again, since the visit was moved or cancelled:"), found.freed),
            _.n("and {n} more", "and {n} more", found.more) if found.more else None,
        ),
        rows=(rows, home_row(_)),
        fresh=True,
    )


def _part(_: Texts, title: Markup, rows: Sequence[Slot]) -> list[Markup | str]:
    if not rows:
        return []
    return ["", title, *(_change(_, one) for one in rows)]


def _change(_: Texts, one: Slot) -> Markup:
    return lines(
        Markup("– {}").format(slot_views.when(_, one)),
        _("Visit No. {n}", n=one.id) if one.is_booked else None,
        one.subject,
    )
