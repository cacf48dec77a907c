"""Regions and places on the screen."""

from collections.abc import Sequence

from aiogram.filters.callback_data import CallbackData
from markupsafe import Markup

from handlers.common.links import FindDeputy
from handlers.common.navigation import home_row, pager
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.lookup.callbacks import (
    BrowsePlaces,
    BrowseRegions,
    OpenPlace,
    OpenRegion,
    TellGap,
)
from handlers.lookup.words import (
    cut,
    numbered,
    place_name,
    place_with_region,
    row_buttons,
    tell_button,
)
from services.lookup_atlas import Assembly, Region
from services.lookup_gaps import Gap
from services.lookup_pages import PlacePage, RegionPage

NAMED_ASSEMBLIES = 3


def regions(_: Texts, found: Sequence[Region], page: int) -> Screen:
    pairs: list[tuple[str, CallbackData]] = [
        (_.name(one.name), OpenRegion(region_id=one.id)) for one in cut(found, page)
    ]
    return Screen(
        lines(_("<b>Which region?</b>"), _("Tap one, or just type its number or name.")),
        rows=(
            *numbered(pairs),
            *pager(_, page, len(found), lambda to: BrowseRegions(page=to)),
            home_row(_, FindDeputy()),
        ),
    )


def region(_: Texts, data: RegionPage, page: int) -> Screen:
    """Its districts and deputies, and what is honestly not known of its maslikhats."""
    ident = data.region.id
    rows = row_buttons(_, cut(data.rows, page))
    more: tuple[Button, ...] = ()
    if data.places:
        more += (Button(_.label("Places here"), tap=BrowsePlaces(region_id=ident)),)
    if data.silent:
        tap = TellGap(gap=Gap.REGION, ident=ident)
        more += (Button(_.label("Tell the coordinators"), tap=tap),)
    return Screen(
        lines(
            _("<b>{region}</b>", region=_.name(data.region.name)),
            *_silent(_, data.silent),
            _.n(
                "{n} constituency with its deputy:",
                "{n} constituencies with their deputies:",
                len(data.rows),
            )
            if data.rows
            else _("No constituency of this region is known yet."),
        ),
        rows=(
            *rows,
            *pager(_, page, len(data.rows), lambda to: OpenRegion(region_id=ident, page=to)),
            *((more,) if more else ()),
            home_row(_, BrowseRegions()),
        ),
    )


def places(_: Texts, data: RegionPage, page: int) -> Screen:
    ident = data.region.id
    pairs: list[tuple[str, CallbackData]] = [
        (place_name(_, one), OpenPlace(place_id=one.id)) for one in cut(data.places, page)
    ]
    return Screen(
        lines(
            _("<b>{region}</b>", region=_.name(data.region.name)),
            _("Which place? Tap one, or just type its number or name."),
        ),
        rows=(
            *numbered(pairs),
            *pager(_, page, len(data.places), lambda to: BrowsePlaces(region_id=ident, page=to)),
            home_row(_, OpenRegion(region_id=ident)),
        ),
    )


def place(_: Texts, data: PlacePage, page: int = 0) -> Screen:
    """Districts of a place: all that it lies in, or those it may lie in, and never a guess."""
    ident = data.place.id
    return Screen(
        lines(
            _("<b>{place}</b>", place=place_with_region(_, data.place)),
            *_silent(_, data.silent),
            _what_is_known(_, data),
            *_hints(_, data),
        ),
        rows=(
            *row_buttons(_, cut(data.rows, page)),
            *pager(
                _,
                page,
                len(data.rows),
                lambda to: OpenPlace(place_id=ident, whole=True, page=to),
            ),
            (tell_button(_, Gap.PLACE, ident),),
            home_row(_, OpenRegion(region_id=data.place.region_id)),
        ),
    )


def _what_is_known(_: Texts, data: PlacePage) -> Markup:
    if not data.rows:
        return _("Its constituency is not known yet.")
    if data.certain:
        return _("It lies here:")
    return _(
        "It lies in one of these constituencies. Which one is not known yet, so please look "
        "at your notice of the election or ask the coordinators:"
    )


def _hints(_: Texts, data: PlacePage) -> list[Markup]:
    """What the territories are said to be: it helps a person to recognise their own."""
    return [
        _("No. {number}: {territory}", number=row.district.number, territory=territory)
        for row in data.rows
        if not data.certain and (territory := _.name(row.district.territory))
    ]


def _silent(_: Texts, assemblies: Sequence[Assembly]) -> list[Markup]:
    """Maslikhats of which nobody is known come first: what comes last leads to the buttons."""
    if not assemblies:
        return []
    said: list[Markup] = []
    if len(assemblies) <= NAMED_ASSEMBLIES:
        said += [
            _("{assembly}: its deputies are not known yet.", assembly=_.name(one.name))
            for one in assemblies
        ]
    else:
        said.append(
            _.n(
                "{n} maslikhat works here. Its deputies are not known yet.",
                "{n} maslikhats work here. Their deputies are not known yet.",
                len(assemblies),
            )
        )
    return [*said, _("If you know them, you can tell the coordinators."), Markup("")]
