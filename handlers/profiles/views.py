"""A profile, and a comparison without a winner."""

from datetime import date

from markupsafe import Markup

from domain.samples import SMALLEST_CELL, SMALLEST_SAMPLE
from handlers.common.due_words import period as period_words
from handlers.common.fact_links import OpenProfile
from handlers.common.links import OpenCard
from handlers.common.measure_words import AVAILABILITY, KINDS, measure_word
from handlers.common.navigation import home_row, pager
from handlers.common.promise_words import beside, brief, files
from handlers.common.screen import Button, File, Rows, Screen, lines
from handlers.common.source_words import source_label
from handlers.common.texts import Texts, marked
from handlers.profiles.callbacks import AskOther, Compare, ShowFiles
from services.promises.comparing import PAGE, Comparison, Others
from services.promises.profiles import Figure, Profile

GAPS = {
    "district": marked("constituency"),
    "faction": marked("faction"),
    "name": marked("the sources disagree about the name"),
    "availability": marked("whether the programme can be read"),
    "kind": marked("kind of programme"),
    "requests": marked("deputy requests"),
    "meetings": marked("meetings with voters"),
}
ALONE = marked("Counts alone prove nothing: not all that happens is recorded.")


def profile(_: Texts, found: Profile) -> Screen:
    mandate_id = found.deputy.mandate_id
    return Screen(
        lines(
            _("<b>Profile: {name}</b>", name=_.name(found.deputy.name)),
            *period(_, found.period, found.data_date),
            "",
            _(
                "Programme: {availability}; {kind}",
                availability=_(AVAILABILITY[found.availability]),
                kind=_(KINDS[found.kind]),
            ),
            *(_figure(_, one) for one in found.figures),
            _answered(_, found),
            "",
            _("Not known: {what}", what="; ".join(_.label(GAPS[one]) for one in found.gaps))
            if found.gaps
            else _("Nothing of this list is missing."),
            _(ALONE),
        ),
        rows=(
            *_files(_, found),
            (Button(_.label("Compare with another deputy"), tap=AskOther(mandate_id=mandate_id)),),
            home_row(_, OpenCard(mandate_id=mandate_id)),
        ),
    )


def _files(_: Texts, found: Profile) -> Rows:
    if not said_files(found):
        return ()
    tap = ShowFiles(mandate_id=found.deputy.mandate_id)
    return ((Button(_.label("Show the files"), tap=tap),),)


def said_files(found: Profile) -> tuple[File, ...]:
    said = [response for one in found.figures for response in one.responses]
    return files([proof for one in said for proof in one.proofs])


def attached(_: Texts, found: Profile) -> Screen:
    return Screen(
        _("What the deputy's side attached to its replies."),
        files=said_files(found),
        rows=(home_row(_, OpenProfile(mandate_id=found.deputy.mandate_id)),),
    )


def period(_: Texts, found: tuple[date, date], data_date: date | None) -> list[Markup | None]:
    return [
        _("Period: {period}", period=period_words(_, *found)),
        _("Data as of {day}", day=_.short_date(data_date)) if data_date else None,
    ]


def _figure(_: Texts, one: Figure) -> Markup:
    """What sources state and what the registers hold stand apart."""
    name = measure_word(_, one.measure)
    stated = (
        _(
            "stated: {value} ({source})",
            value=_.number(one.stated),
            source=source_label(_, *one.sources) or _.label("a source that is not named"),
        )
        if one.stated is not None
        else _("stated: no source")
    )
    return lines(
        "",
        Markup("<b>{}</b>").format(name[:1].upper() + name[1:]),
        stated,
        _("Sources disagree about this figure.") if one.disputed else None,
        *beside(_, one.responses),
        _("counted in the registers here: {n}", n=_.number(one.counted)),
    )


def _answered(_: Texts, found: Profile) -> Markup:
    title = _("<b>Appeals answered within the term</b>")
    if found.answered is None:
        few = _(
            "Not shown: fewer than {n} appeals whose term is over.", n=_.number(SMALLEST_SAMPLE)
        )
        return lines("", title, few)
    part, whole = found.answered.in_time, _.number(found.answered.of)
    counted = (
        _("counted here: fewer than {n} of {whole}", n=SMALLEST_CELL, whole=whole)
        if part is None
        else _("counted here: {part} of {whole}", part=_.number(part), whole=whole)
    )
    return lines("", title, counted)


def ask_other(_: Texts, mandate_id: int, found: Others) -> Screen:
    rows = list(enumerate(found.rows, found.page * PAGE + 1))
    return Screen(
        lines(
            _("<b>With whom?</b>"),
            _("Tap a deputy, or type the number in the list."),
        ),
        rows=(
            *(
                (
                    Button(
                        f"{n}. {_.name(one.name)}",
                        tap=Compare(first=mandate_id, second=one.mandate_id),
                        choice=n,
                    ),
                )
                for n, one in rows
            ),
            *pager(_, found.page, found.total, lambda to: AskOther(mandate_id=mandate_id, page=to)),
            home_row(_, OpenProfile(mandate_id=mandate_id)),
        ),
    )


def comparison(_: Texts, found: Comparison) -> Screen:
    names = (_.name(found.first.name), _.name(found.second.name))
    return Screen(
        lines(
            _("<b>{first} and {second}</b>", first=names[0], second=names[1]),
            *period(_, found.period, None),
            *(_pair(_, found, index) for index in range(len(found.pairs))),
            "",
            _("It is no ranking. More is not always better.") if found.pairs else None,
            _too_few(_, found),
            _(ALONE),
        ),
        rows=(home_row(_, OpenProfile(mandate_id=found.first.mandate_id)),),
    )


def _pair(_: Texts, found: Comparison, index: int) -> Markup:
    one = found.pairs[index]
    name = measure_word(_, one.measure)
    basis = _("counted in the registers") if one.counted else _("as sources state it")
    return lines(
        "",
        Markup("<b>{}</b> ({})").format(name[:1].upper() + name[1:], basis),
        Markup("{}: {}").format(_.name(found.first.name), _.number(one.first)),
        brief(_, one.said[0]),
        Markup("{}: {}").format(_.name(found.second.name), _.number(one.second)),
        brief(_, one.said[1]),
    )


def _too_few(_: Texts, found: Comparison) -> Markup | None:
    if not found.too_few:
        return None
    return _(
        "Not compared, since one of them has fewer than {n} cases: {what}.",
        n=_.number(SMALLEST_SAMPLE),
        what="; ".join(measure_word(_, one) for one in found.too_few),
    )
