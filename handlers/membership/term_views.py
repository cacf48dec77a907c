"""Which convocations take appeals."""

from handlers.common.navigation import home_row
from handlers.common.screen import Button, Screen, lines
from handlers.common.texts import Texts
from handlers.membership.callbacks import Admin, OpenTerm, TakeAppeals, Terms
from services.convocations import Term


def terms(_: Texts, found: list[Term]) -> Screen:
    rows = tuple(
        (
            Button(
                _.label("{index}. {term}", index=index, term=_term(_, one)),
                tap=OpenTerm(convocation_id=one.id),
                choice=index,
            ),
        )
        for index, one in enumerate(found, start=1)
    )
    return Screen(
        lines(
            _("<b>Who takes appeals</b>"),
            *(
                _("{term}: takes appeals", term=_term(_, one))
                if one.takes_appeals
                else _("{term}: takes no appeals", term=_term(_, one))
                for one in found
            ),
        ),
        rows=(*rows[:5], home_row(_, Admin())),
    )


def term(_: Texts, one: Term) -> Screen:
    if one.takes_appeals:
        text = _(
            "<b>{term}</b> takes appeals now. If you switch this off, nobody can write to its "
            "deputies; appeals that are open go on.",
            term=_term(_, one),
        )
        label = _.label("Take no more appeals")
    else:
        text = _("<b>{term}</b> takes no appeals now.", term=_term(_, one))
        label = _.label("Take appeals")
    tap = TakeAppeals(convocation_id=one.id, takes=not one.takes_appeals)
    return Screen(text, rows=((Button(label, tap=tap),), home_row(_, Terms())))


def _term(_: Texts, one: Term) -> str:
    return _.label(
        "{assembly}, convocation {number}", assembly=_.name(one.assembly), number=one.number
    )
