"""Gaps in the data: kinds with their counts, lists, and the one that can be filled by typing."""

from markupsafe import Markup

from domain.errors import BadInput, DomainError
from handlers.common.navigation import home_row, in_pairs, pager
from handlers.common.screen import Button, Rows, Screen, lines
from handlers.common.texts import Texts, marked
from handlers.membership.callbacks import Admin, Gaps, GapsOf, NameDistrict
from services.directory import Deputy
from services.gap_columns import GapKind
from services.gaps import Gap, GapPage

PAGE = 5
MOST_ROWS = 7
KINDS = {
    GapKind.MANDATE_WITHOUT_DISTRICT: marked("Deputies without a known district"),
    GapKind.DISTRICT_WITHOUT_DEPUTY: marked("Districts without a known deputy"),
    GapKind.NAME_IN_DOUBT: marked("Names in doubt"),
    GapKind.PROGRAMME_UNKNOWN: marked("Programmes not found"),
    GapKind.PLACE_WITHOUT_DISTRICT: marked("Places without a sure district"),
    GapKind.TERRITORY_UNKNOWN: marked("Districts without a description"),
    GapKind.TRANSLATION_MISSING: marked("Names not translated"),
    GapKind.ASSEMBLY_WITHOUT_DEPUTIES: marked("Assemblies without deputies"),
}
REFUSED = {
    "elected_by_list": marked("This deputy was elected by a list and has no district."),
    "district_known": marked(
        "The sources name district {district} for this deputy. Correct it in the data files."
    ),
    "district_taken": marked("District {district} has another deputy. Please check the number."),
}


def kinds(_: Texts, page: GapPage) -> Screen:
    counts = [(kind, n) for kind, n in page.counts.items() if n]
    buttons = [
        Button(
            _.label("{index}. {kind}", index=index, kind=_.label(KINDS[kind])),
            tap=GapsOf(kind=kind),
            choice=index,
        )
        for index, (kind, _n) in enumerate(counts, start=1)
    ]
    rows: Rows = tuple((button,) for button in buttons)
    return Screen(
        lines(
            _("<b>Gaps in the data</b>"),
            *(_("{kind}: {n}", kind=_.label(KINDS[kind]), n=n) for kind, n in counts),
            None if counts else _("There are none."),
        ),
        rows=(*(rows if len(rows) <= MOST_ROWS else in_pairs(buttons)), home_row(_, Admin())),
    )


def gaps(_: Texts, found: GapPage, kind: GapKind, page: int) -> Screen:
    first = page * PAGE + 1
    rows = tuple(
        (
            Button(
                _.label("{index}. {name}", index=index, name=_.name(gap.name)),
                tap=NameDistrict(mandate_id=gap.mandate_id),
                choice=index,
            ),
        )
        for index, gap in enumerate(found.gaps, start=first)
        if kind is GapKind.MANDATE_WITHOUT_DISTRICT and gap.mandate_id is not None
    )
    return Screen(
        lines(
            _("<b>{kind}: {n}</b>", kind=_.label(KINDS[kind]), n=found.total),
            *(_line(_, index, gap) for index, gap in enumerate(found.gaps, start=first)),
            _how(_, kind),
        ),
        rows=(
            *rows,
            *pager(_, page, found.total, lambda to: GapsOf(kind=kind, page=to)),
            home_row(_, Gaps()),
        ),
    )


def _how(_: Texts, kind: GapKind) -> Markup:
    if kind is GapKind.MANDATE_WITHOUT_DISTRICT:
        return _("Tap a deputy to set the district.")
    return _("This is filled in by data files: <code>import</code>.")


def _line(_: Texts, index: int, gap: Gap) -> Markup:
    name = _.name(gap.name)
    if gap.assemblies > 1:
        return _("{index}. {name}: {n}", index=index, name=name, n=gap.assemblies)
    if gap.district is not None:
        name = _.label("{name}, district {number}", name=name, number=gap.district).lstrip(", ")
    if gap.note:
        return _("{index}. {name} ({note})", index=index, name=name, note=gap.note)
    return _("{index}. {name}", index=index, name=name)


def ask_district(_: Texts, deputy: Deputy) -> Screen:
    return Screen(
        lines(
            _(
                "<b>{name}</b>, {assembly}",
                name=_.name(deputy.name),
                assembly=_.name(deputy.assembly),
            ),
            _("Type the number of the district. Only what a document says: nothing is guessed."),
        ),
        rows=(home_row(_, _list()),),
    )


def district_set(_: Texts, deputy: Deputy) -> Screen:
    return Screen(
        _(
            "Noted: <b>{name}</b>, district {number}. Voters find the deputy there now.",
            name=_.name(deputy.name),
            number=deputy.district,
        ),
        rows=(home_row(_, _list()),),
    )


def refused(_: Texts, error: DomainError) -> Screen:
    """The question stays open: another number can be typed."""
    if isinstance(error, BadInput) and error.reason in REFUSED:
        return Screen(_(REFUSED[error.reason], **error.data), rows=(home_row(_, _list()),))
    return Screen(
        _("I know no such district in this assembly. Please type its number."),
        rows=(home_row(_, _list()),),
    )


def _list() -> GapsOf:
    return GapsOf(kind=GapKind.MANDATE_WITHOUT_DISTRICT)
