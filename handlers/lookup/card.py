"""The card of a deputy."""

from datetime import date
from itertools import groupby

from markupsafe import Markup

from domain.records import RecordKind
from handlers.common.deep_links import CARD_LINK, share_link
from handlers.common.fact_links import OpenProfile, OpenRegister
from handlers.common.links import (
    FindDeputy,
    FollowDeputy,
    OpenAnnouncements,
    OpenProgramme,
    WriteAppeal,
)
from handlers.common.navigation import home_row
from handlers.common.promise_words import brief
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.source_words import source_label
from handlers.common.texts import Texts, marked
from handlers.lookup.callbacks import CallHome, OpenPlace, TellGap
from handlers.lookup.words import place_name, place_with_region
from services.cards import Card, Figure
from services.lookup_atlas import Place
from services.lookup_gaps import Gap

SHOWN_PLACES = 5

MEASURES = {
    "requests_initiated": marked("deputy requests initiated: {value}"),
    "requests_signed": marked("deputy requests of others signed: {value}"),
    "meetings_in_district": marked("meetings with voters inside the constituency: {value}"),
    "meetings_outside": marked("meetings with voters outside the constituency: {value}"),
}


def card(_: Texts, data: Card, found_by: Place | None = None) -> Screen:
    """`found_by`: the place through which the person came here, and which is named first."""
    return Screen(
        lines(
            _found_by(_, data, found_by),
            *_who(_, data),
            *_where(_, data),
            "",
            *_mandate(_, data),
            *_figures(_, data),
            *_gaps(_, data),
        ),
        rows=_rows(_, data, found_by),
    )


def _found_by(_: Texts, data: Card, place: Place | None) -> Markup | None:
    if place is None:
        return None
    return _(
        "{place} lies in constituency No. {number}. Its deputy:",
        place=place_with_region(_, place),
        number=data.deputy.district,
    ) + Markup("\n")


def _who(_: Texts, data: Card) -> list[Markup | None]:
    deputy = data.deputy
    return [
        _("<b>{name}</b>", name=_.name(deputy.name)),
        _(
            "Deputy: {assembly}, convocation {convocation}",
            assembly=_.name(deputy.assembly),
            convocation=deputy.convocation,
        ),
        _("Faction: {faction}", faction=_.name(deputy.faction)) if deputy.faction else None,
    ]


def _where(_: Texts, data: Card) -> list[Markup | None]:
    deputy = data.deputy
    if deputy.district is None:
        listed = _("Elected by a party list, so there is no constituency.")
        return [listed if deputy.elected_by_list else None]
    number = _("Constituency No. {number}", number=deputy.district)
    region = Markup(", {}").format(_.name(deputy.region)) if deputy.region else Markup("")
    territory = _.name(data.territory)
    return [
        number + region,
        _("This is your own constituency.") if data.is_home else None,
        _("Territory: {territory}", territory=territory) if territory else None,
        _places(_, data, territory),
    ]


def _places(_: Texts, data: Card, territory: str) -> Markup | None:
    """The places in the district, unless its description has named every one."""
    if all(_.name(place.name) in territory for place in data.places):
        return None
    named = ", ".join(place_name(_, place) for place in data.places[:SHOWN_PLACES])
    more = len(data.places) - SHOWN_PLACES
    if more <= 0:
        return _("In it: {places}", places=named)
    return _.n("In it: {places} and {n} more", "In it: {places} and {n} more", more, places=named)


def _mandate(_: Texts, data: Card) -> list[Markup | None]:
    deputy = data.deputy
    if data.ended and deputy.ends_on:
        return [
            _("The mandate ended on {day}: an answer is voluntary.", day=_.date(deputy.ends_on))
        ]
    return [_("Deputy since {day}.", day=_.date(deputy.starts_on)) if deputy.starts_on else None]


def _figures(_: Texts, data: Card) -> list[Markup]:
    """Figures stand under who states them and for when; the same source is named once."""
    known = [one for one in data.figures if one.measure in MEASURES]
    found: list[Markup] = []
    for period, group in groupby(known, key=lambda one: one.period):
        figures = list(group)
        sources = source_label(_, *(one.source for one in figures))
        found += [
            Markup(""),
            _stated(_, sources or _.label("a source that is not named"), period),
            *(_figure(_, one) for one in figures),
        ]
    return found


def _stated(_: Texts, source: str, period: tuple[date | None, date | None]) -> Markup:
    first, last = period
    if first is None or last is None:
        return _("As stated by {source}:", source=source)
    return _(
        "As stated by {source} for {first} – {last}:",
        source=source,
        first=_.short_date(first),
        last=_.short_date(last),
    )


def _figure(_: Texts, one: Figure) -> Markup:
    return lines(_(MEASURES[one.measure], value=_.number(one.value)), brief(_, one.responses))


def _gaps(_: Texts, data: Card) -> list[Markup]:
    """What is not known, said as such."""
    deputy = data.deputy
    gaps: list[Markup] = []
    if deputy.district is None and not deputy.elected_by_list:
        gaps.append(_("The constituency is not known yet: the sources do not name it."))
    elif deputy.district is not None and not data.district_sure:
        gaps.append(
            _("The constituency is not stated outright, it was concluded from the sources.")
        )
    if not data.name_sure:
        gaps.append(_("The sources disagree about the name."))
    if deputy.faction is None:
        gaps.append(_("The faction is not known."))
    if not data.programme_known:
        gaps.append(_("The text of the election programme is not known yet."))
    if not any(one.measure in MEASURES for one in data.figures):
        gaps.append(_("No source states figures of the work yet."))
    return [Markup(""), *gaps] if gaps else []


def _rows(_: Texts, data: Card, found_by: Place | None) -> Rows:
    """Two in a row and eight rows at the most: labels are whole on a phone."""
    deputy = data.deputy
    rows: Rows = ()
    if deputy.takes_appeals:
        tap = WriteAppeal(mandate_id=deputy.mandate_id)
        rows += ((Button(_.label("Write an appeal"), tap=tap),),)
    rows += (*_to_read(_, data), *_district_row(_, data))
    if found_by is not None:
        whole = OpenPlace(place_id=found_by.id, whole=True)
        rows += ((Button(_.label("More about this place"), tap=whole),),)
    text = _.label("Deputy {name}: write, read the programme", name=_.name(deputy.name))
    url = share_link(_.link(CARD_LINK, deputy.mandate_id), text)
    return (*rows, (Button(_.label("Share"), url=url),), home_row(_, FindDeputy()))


def _to_read(_: Texts, data: Card) -> Rows:
    ident = data.deputy.mandate_id
    follow = _.label("You follow ✓") if data.followed else _.label("Follow")
    return (
        (
            Button(_.label("Programme"), tap=OpenProgramme(mandate_id=ident)),
            Button(_.label("Profile"), tap=OpenProfile(mandate_id=ident)),
        ),
        (
            Button(_.label("Meetings"), tap=_register(RecordKind.MEETING, ident)),
            Button(_.label("Requests"), tap=_register(RecordKind.REQUEST, ident)),
        ),
        (
            Button(_.label("Announcements"), tap=OpenAnnouncements(mandate_id=ident)),
            Button(follow, tap=FollowDeputy(mandate_id=ident)),
        ),
    )


def _district_row(_: Texts, data: Card) -> Rows:
    """One's own district, or a way to tell which one is the deputy's."""
    deputy = data.deputy
    if data.can_be_home:
        tap = CallHome(district_id=deputy.district_id or 0)
        return ((Button(_.label("This is my district"), tap=tap),),)
    if data.is_home:
        return ((Button(_.label("Another deputy"), tap=FindDeputy()),),)
    if deputy.district is None and not deputy.elected_by_list:
        gap = TellGap(gap=Gap.DEPUTY, ident=deputy.mandate_id)
        return ((Button(_.label("Tell the coordinators"), tap=gap),),)
    return ()


def _register(kind: RecordKind, mandate_id: int) -> OpenRegister:
    return OpenRegister(kind=kind, mandate_id=mandate_id)
