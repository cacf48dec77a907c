"""Whose words a programme is, and what of a party's programme a promise repeats."""

from collections.abc import Sequence

from markupsafe import Markup

from domain.programmes import ProgrammeKind
from handlers.common.fact_links import EditPromises
from handlers.common.measure_words import KINDS
from handlers.common.navigation import home_row, pager
from handlers.common.record_facts import shorten
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.records.promise_callbacks import AskThesis, EditPromise, PickKind, PickThesis
from services.programmes import PartyThesis
from services.records.promise_editing import PAGE, Edited, Split


def kinds(_: Texts, found: Split) -> Screen:
    mandate_id = found.deputy.mandate_id
    rows = list(enumerate(ProgrammeKind, start=1))
    return Screen(
        lines(
            _("<b>Whose words is the programme of {name}?</b>", name=_.name(found.deputy.name)),
            _("Now: {kind}", kind=_(KINDS[found.kind])),
            _("Please say it only of a programme that you have read."),
        ),
        rows=(
            *(
                (
                    Button(
                        f"{index}. {_.label(KINDS[one])}",
                        tap=PickKind(mandate_id=mandate_id, kind=one),
                        choice=index,
                    ),
                )
                for index, one in rows
            ),
            home_row(_, back=EditPromises(mandate_id=mandate_id)),
        ),
    )


def theses(
    _: Texts, found: Edited, listed: Sequence[tuple[int, PartyThesis]], page: int, total: int
) -> Screen:
    ident = found.id
    rows = list(enumerate(listed, start=page * PAGE + 1))
    none = Button(_.label("None of them"), tap=PickThesis(promise_id=ident, thesis_id=0))
    return Screen(
        lines(
            Markup("<b>{}</b>").format(_.name(found.text)),
            _("Which thesis of a party does it repeat? Tap it, or type its number in the list."),
            *(
                Markup("{}. {}, {}. {}").format(
                    index, one.party.capitalize(), one.number, _.name(one.text)
                )
                for index, (_thesis, one) in rows
            ),
        ),
        rows=(
            *(
                (
                    Button(
                        f"{index}. {shorten(_.name(one.text), 40)}",
                        tap=PickThesis(promise_id=ident, thesis_id=thesis_id),
                        choice=index,
                    ),
                )
                for index, (thesis_id, one) in rows
            ),
            *pager(_, page, total, lambda to: AskThesis(promise_id=ident, page=to), PAGE),
            (none, *home_row(_, back=EditPromise(promise_id=ident))),
        ),
    )
