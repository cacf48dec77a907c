"""A district without a card of its own, and the deputies without a district."""

from collections.abc import Sequence

from handlers.common.links import FindDeputy, OpenCard
from handlers.common.navigation import PAGE_SIZE, home_row, pager
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts
from handlers.lookup.callbacks import CallHome, OpenDistrict, OpenRegion, WithoutDistrict
from handlers.lookup.words import (
    cut,
    district_name,
    meaning_label,
    meaning_tap,
    numbered,
    place_name,
    tell_button,
)
from services.directory import Deputy
from services.lookup_gaps import Gap
from services.lookup_pages import DistrictPage

SHOWN_PLACES = 12


def district(_: Texts, data: DistrictPage) -> Screen:
    """A district without a known deputy, or with several in turn."""
    one = data.row.district
    territory = _.name(one.territory)
    pairs = [
        (meaning_label(_, deputy), OpenCard(mandate_id=deputy.mandate_id))
        for deputy in data.row.deputies
    ]
    named = ", ".join(place_name(_, place) for place in data.places[:SHOWN_PLACES])
    return Screen(
        lines(
            _("<b>{district}</b>", district=district_name(_, one)),
            _("{assembly}", assembly=_.name(one.assembly.name)),
            _("This is your own constituency.") if data.is_home else None,
            _("Territory: {territory}", territory=territory) if territory else None,
            _("In it: {places}", places=named) if named else None,
            "",
            _("Several deputies were elected here one after another, the latest first:")
            if pairs
            else _("Its deputy is not known yet."),
            _.n(
                "{n} deputy of this assembly has no known constituency: it may be this one.",
                "{n} deputies of this assembly have no known constituency: it may be one of them.",
                data.unplaced,
            )
            if data.unplaced
            else None,
        ),
        rows=(*numbered(pairs[:PAGE_SIZE]), *_district_rows(_, data)),
    )


def _district_rows(_: Texts, data: DistrictPage) -> Rows:
    one = data.row.district
    rows: Rows = ()
    if data.unplaced:
        tap = WithoutDistrict(district_id=one.id)
        rows += ((Button(_.label("Who it may be"), tap=tap),),)
    if not data.is_home:
        home = CallHome(district_id=one.id)
        rows += ((Button(_.label("This is my district"), tap=home),),)
    if not data.row.deputies:
        rows += ((tell_button(_, Gap.DISTRICT, one.id),),)
    return (
        *rows,
        home_row(_, OpenRegion(region_id=one.region_id) if one.region_id else FindDeputy()),
    )


def without_district(_: Texts, found: Sequence[Deputy], page: int, district_id: int) -> Screen:
    """Deputies whose constituency no source names."""
    pairs = [(_.name(one.name), meaning_tap(one)) for one in cut(found, page)]
    return Screen(
        lines(
            _("<b>Deputies without a known constituency</b>"),
            _("The sources do not say where they were elected. Nothing is guessed here."),
        ),
        rows=(
            *numbered(pairs),
            *pager(
                _, page, len(found), lambda to: WithoutDistrict(district_id=district_id, page=to)
            ),
            home_row(_, OpenDistrict(district_id=district_id)),
        ),
    )
