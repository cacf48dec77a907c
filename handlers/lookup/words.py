"""Names of places, districts and deputies as the lookup writes them; plain text."""

from collections.abc import Sequence
from typing import TypeVar

from aiogram.filters.callback_data import CallbackData

from handlers.common.links import OpenCard
from handlers.common.navigation import PAGE_SIZE
from handlers.common.screen import Button, Rows
from handlers.common.texts import Texts, marked
from handlers.lookup.callbacks import OpenDistrict, OpenPlace, OpenRegion, TellGap
from services.cards import CardPlace
from services.directory import Deputy
from services.lookup import Meaning
from services.lookup_atlas import District, Place
from services.lookup_gaps import Gap
from services.lookup_pages import DistrictRow

T = TypeVar("T")

PLACE_KINDS = {
    "city": marked("{name} (city)"),
    "district": marked("{name} district"),
    "city_district": marked("{name} city district"),
}


def place_name(_: Texts, place: Place | CardPlace) -> str:
    """With what it is: "Abay district" is not the city of the same name."""
    kind = PLACE_KINDS.get(place.kind)
    name = _.name(place.name)
    return _.label(kind, name=name) if kind else name


def place_with_region(_: Texts, place: Place) -> str:
    return f"{place_name(_, place)}, {_.name(place.region)}"


def district_of(_: Texts, deputy: Deputy) -> str:
    """The district in a few words, or that there is none."""
    if deputy.district is not None:
        return _.label("No. {number}", number=deputy.district)
    if deputy.elected_by_list:
        return _.label("party list")
    return _.label("constituency not known")


def district_name(_: Texts, district: District) -> str:
    number = _.label("Constituency No. {number}", number=district.number)
    return f"{number}, {_.name(district.region)}" if district.region else number


def meaning_label(_: Texts, meaning: Meaning, *, with_assembly: bool = False) -> str:
    """One line that tells a choice from the others."""
    if isinstance(meaning, Deputy):
        parts = [_.name(meaning.name), district_of(_, meaning)]
        parts += [_.name(meaning.region)] if meaning.region else []
        parts += [_.name(meaning.assembly)] if with_assembly else []
        return ", ".join(parts)
    if isinstance(meaning, District):
        name = district_name(_, meaning)
        return f"{_.name(meaning.assembly.name)}: {name}" if with_assembly else name
    if isinstance(meaning, Place):
        return place_with_region(_, meaning)
    return _.label("{region}: all constituencies", region=_.name(meaning.name))


def meaning_tap(meaning: Meaning) -> CallbackData:
    if isinstance(meaning, Deputy):
        return OpenCard(mandate_id=meaning.mandate_id)
    if isinstance(meaning, District):
        return OpenDistrict(district_id=meaning.id)
    if isinstance(meaning, Place):
        return OpenPlace(place_id=meaning.id)
    return OpenRegion(region_id=meaning.id)


def row_label(_: Texts, row: DistrictRow) -> str:
    """A district with its deputy: "No. 8: Nurtai Sabilyanov"."""
    names = ", ".join(_.name(one.name) for one in row.deputies)
    return _.label(
        "No. {number}: {deputy}",
        number=row.district.number,
        deputy=names or _.label("deputy not known yet"),
    )


def row_buttons(_: Texts, rows: Sequence[DistrictRow]) -> Rows:
    """A button for each district. Typing picks it by the number of the district itself.

    Where two assemblies share a number, it says which is which, and they are counted instead.
    """
    numbers = [row.district.number for row in rows]
    unique = len(set(numbers)) == len(numbers)
    mixed = len({row.district.assembly.id for row in rows}) > 1
    buttons: list[tuple[Button, ...]] = []
    for position, row in enumerate(rows, 1):
        label = row_label(_, row)
        if mixed:
            label = f"{_.name(row.district.assembly.name)}, {label}"
        if not unique:
            label = f"{position}. {label}"
        tap = OpenDistrict(district_id=row.district.id)
        choice = row.district.number if unique else position
        buttons.append((Button(label, tap=tap, choice=choice),))
    return tuple(buttons)


def numbered(pairs: Sequence[tuple[str, CallbackData]]) -> Rows:
    """Choices one below the other, to be picked by typing their number too."""
    return tuple(
        (Button(f"{number}. {label}", tap=tap, choice=number),)
        for number, (label, tap) in enumerate(pairs, 1)
    )


def tell_button(_: Texts, gap: Gap, ident: int) -> Button:
    return Button(_.label("Tell the coordinators"), tap=TellGap(gap=gap, ident=ident))


def cut(found: Sequence[T], page: int) -> Sequence[T]:
    """The items of a page; a page that is gone is the last one."""
    last = max(0, (len(found) - 1) // PAGE_SIZE)
    start = min(max(page, 0), last) * PAGE_SIZE
    return found[start : start + PAGE_SIZE]
