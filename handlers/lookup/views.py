"""Asking, choosing, the nearest places, and finding nothing."""

from collections.abc import Sequence
from dataclasses import replace

from markupsafe import Markup

from handlers.common.links import FindDeputy, WriteAppeal, WriteThis
from handlers.common.navigation import home_row
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.lookup.callbacks import AskLocation, BrowseRegions, OpenPlace, TellGap
from handlers.lookup.words import (
    meaning_label,
    meaning_tap,
    numbered,
    place_with_region,
    row_buttons,
)
from services.directory import Deputy
from services.lookup import Search
from services.lookup_atlas import District, Near
from services.lookup_gaps import Gap
from services.lookup_pages import DistrictRow

MOST_CHOICES = 6
FAR = 150.0  # kilometres from the nearest known place: most likely another country
LETTER = 200  # characters: most likely an appeal, whatever names are in it
NAME = 80  # characters, and words: more is no name of a deputy or a place
NAME_WORDS = 5


def ask(_: Texts, own: Sequence[DistrictRow] = ()) -> Screen:
    """How to find a deputy. One's own stand at the top."""
    return Screen(
        lines(
            _("<b>Whom are you looking for?</b>"),
            _("Type a city or a district, the number of a constituency, or a name."),
            _("Three examples: <i>Semey</i>, <i>8</i>, <i>Sabilyanov</i>. A slip does not matter."),
        ),
        rows=(
            *row_buttons(_, own[:3]),
            (Button(_.label("Share my location"), tap=AskLocation()),),
            (Button(_.label("Browse regions"), tap=BrowseRegions()),),
            home_row(_),
        ),
    )


def mine(_: Texts, own: Sequence[DistrictRow]) -> Screen:
    """Several districts of one's own, one in each assembly."""
    return Screen(
        _("<b>Your deputies</b>"),
        rows=(
            *row_buttons(_, own[:MOST_CHOICES]),
            (Button(_.label("Another deputy"), tap=FindDeputy()),),
            home_row(_),
        ),
    )


def choices(_: Texts, found: Search) -> Screen:
    """Several meanings, each with what tells it from the others."""
    shown = found.meanings[:MOST_CHOICES]
    assemblies = {
        one.assembly_id if isinstance(one, Deputy) else one.assembly.id
        for one in shown
        if isinstance(one, Deputy | District)
    }
    mixed = len(assemblies) > 1
    pairs = [(meaning_label(_, one, with_assembly=mixed), meaning_tap(one)) for one in shown]
    more = len(found.meanings) - len(shown)
    return Screen(
        lines(
            _title(_, found),
            _("Tap one, or just type its number."),
            _.n(
                "{n} more is left out: type more of the name.",
                "{n} more are left out: type more of the name.",
                more,
            )
            if more
            else None,
        ),
        rows=(*numbered(pairs), home_row(_, FindDeputy())),
    )


def _title(_: Texts, found: Search) -> Markup:
    if found.number is not None:
        return _("<b>There are several constituencies No. {number}.</b>", number=found.number)
    if len(found.meanings) == 1:
        return _("<b>I am not sure that I understood. Is it this?</b>")
    return _("<b>Which one do you mean?</b>")


def is_letter(found: Search, typed: str) -> bool:
    if found.meanings or found.number is not None:
        return len(typed) > LETTER
    return len(typed) > NAME or len(typed.split()) > NAME_WORDS


def letter(_: Texts, found: Screen) -> Screen:
    """More than a search: what was written can become an appeal. What was found stands below."""
    said = _(
        "<b>This reads like a letter.</b> It has not been sent to anybody. "
        "With the first button you choose the deputy, and your words go along."
    )
    write = Button(_.label("Write this to a deputy"), tap=WriteThis())
    others = tuple(row for row in found.rows if row[0].tap != WriteAppeal())
    return replace(found, text=lines(said, "", found.text), rows=((write,), *others))


def nothing(_: Texts, found: Search) -> Screen:
    """A way on: what can be typed, the regions, the coordinators, an appeal."""
    if found.number is not None:
        said = _("I know no constituency No. {number}.", number=found.number)
    else:
        said = _("I found no deputy and no place by these words.")
    return Screen(
        lines(
            said,
            "",
            _(
                "You can type a city or a district, the number of a constituency, or a name. "
                "For a village, type the district it belongs to."
            ),
        ),
        rows=(
            (Button(_.label("Browse regions"), tap=BrowseRegions()),),
            (Button(_.label("Share my location"), tap=AskLocation()),),
            (Button(_.label("Write to a deputy"), tap=WriteAppeal()),),
            (Button(_.label("Ask a coordinator"), tap=TellGap(gap=Gap.WORDS)),),
            home_row(_),
        ),
    )


def ask_location(_: Texts) -> Screen:
    return Screen(
        lines(
            _("Share your location, and I name the nearest places I know."),
            _("It is used for this one answer and not kept. You can type a place instead."),
        ),
        fresh=True,
        ask_location=_.label("Share my location"),
    )


def nearest(_: Texts, found: Sequence[Near]) -> Screen:
    """A guess, to be confirmed: borders of districts are not known here."""
    if not found or found[0].kilometres > FAR:
        return Screen(
            _("This location is far from every place I know. Please type your place instead."),
            rows=other_ways(_),
            fresh=True,
        )
    pairs = [
        (
            _.label(
                "{place}, about {distance} km",
                place=place_with_region(_, one.place),
                distance=_.number(max(1, round(one.kilometres))),
            ),
            OpenPlace(place_id=one.place.id),
        )
        for one in found
    ]
    return Screen(
        lines(
            _("<b>Is it one of these places?</b>"),
            _(
                "They are the nearest to your location, but a border may run between. "
                "Tap yours or type its number."
            ),
        ),
        rows=(*numbered(pairs), *other_ways(_)),
        fresh=True,
    )


def other_ways(_: Texts) -> Rows:
    regions = Button(_.label("Browse regions"), tap=BrowseRegions())
    return ((regions,), home_row(_, FindDeputy()))
