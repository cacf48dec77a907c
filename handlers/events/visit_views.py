"""Times for visits, for voters."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.common.links import FindDeputy, OpenInbox, OpenReception
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.events import slot_views
from handlers.events.callbacks import BookVisit, OpenSlot
from services.directory import Deputy
from services.events.receptions import SUBJECT_LIMIT
from services.events.slots import Slot, Slots


def start(_: Texts, visits: Sequence[Slot], deputies: Sequence[Deputy]) -> Screen:
    """/reception: one's own visits, and where one can book."""
    own = tuple(
        (Button(f"{index}. {slot_views.label(_, one)}", tap=OpenSlot(ident=one.id), choice=index),)
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
                Markup("{}. {}: {}").format(index, _.name(one.deputy.name), slot_views.when(_, one))
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
    """Tapping a time books it, or moves the visit there."""
    mine = found.mine
    rows: Rows = ()
    if mine is not None:
        rows += ((Button(_.label("My visit"), tap=OpenSlot(ident=mine.id)),),)
    rows += tuple(
        (
            Button(
                f"{index}. {slot_views.label(_, one)}",
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
            _("Your visit: {when}", when=slot_views.when(_, mine)) if mine else None,
            how,
            *_places(_, found.rows),
        ),
        rows=(*rows, *slot_views.pages(_, found), slot_views.home(_, found)),
    )


def _places(_: Texts, rows: Sequence[Slot]) -> list[Markup]:
    places = dict.fromkeys(one.place for one in rows if one.place)
    return [_("Where: {place}", place=place) for place in places]


def booked(_: Texts, one: Slot) -> Screen:
    head = _("<b>Booked.</b> You will be reminded the day before and an hour before.")
    return slot_views.slot(_, one, head)


def cancelled(_: Texts, one: Slot) -> Screen:
    return Screen(
        lines(
            _("<b>Your visit is cancelled.</b>"),
            _("The time is free for others: {when}", when=slot_views.when(_, one)),
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


def not_yours(_: Texts) -> Screen:
    return Screen(
        _("You work for this deputy here, so there is nothing for you to book."),
        rows=(home_row(_, OpenInbox()),),
    )


def remind(_: Texts, one: Slot) -> Screen:
    """For whoever booked it."""
    return Screen(
        lines(
            _("<b>A reminder: your visit.</b>"),
            *slot_views.about(_, one),
            *slot_views.status(_, one),
        ),
        rows=(*slot_views.acts(_, one), home_row(_)),
        fresh=True,
    )


def told_closed(_: Texts, one: Slot) -> Screen:
    return Screen(
        lines(
            _("<b>Your visit cannot take place at this time.</b> The deputy's side took it away."),
            *slot_views.about(_, one),
            "",
            _("Please take another time."),
        ),
        rows=(
            (Button(_.label("Other times"), tap=OpenReception(mandate_id=one.deputy.mandate_id)),),
            home_row(_),
        ),
        fresh=True,
    )
